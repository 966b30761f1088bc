using System.Globalization;
using System.Text;
using Vedette.Air;

namespace Vedette.Benchmarks.Coverage;

/// <summary>Observed over predicted miss rates as a scalable picture: a point for each class and height, with three points of tolerance either side.</summary>
internal static class ReliabilityPlot
{
    private const int Side = 560, Margin = 70;

    private static readonly (ObjectClass Class, string Mark)[] Marks =
    [
        (ObjectClass.SmallDrone, "S"), (ObjectClass.OneWayDrone, "D"), (ObjectClass.CruiseMissile, "M"), (ObjectClass.LightAircraft, "L"),
    ];

    public static string Svg(IReadOnlyList<Entry> entries)
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Side + 290} {Side + 120}\" font-family=\"sans-serif\" font-size=\"13\">");
        svg.AppendLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"28\" font-size=\"16\">{entries.Count} simulated entries under random outages: missed, predicted and observed</text>");
        Polygon(svg, [(0, 0), (0.97, 1), (1, 1), (1, 0.97), (0.03, 0), (0, 0)], "#e8eef4");
        Polygon(svg, [(0, 0.03), (0.97, 1), (1, 1), (0, 0)], "#e8eef4");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<line x1=\"{X(0)}\" y1=\"{Y(0)}\" x2=\"{X(1)}\" y2=\"{Y(1)}\" stroke=\"#557\" stroke-dasharray=\"5 4\"/>");
        for (var tick = 0; tick <= 10; tick += 2)
        {
            var at = tick / 10.0;
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(at)}\" y=\"{Y(0) + 20}\" text-anchor=\"middle\">{at:0.0}</text><text x=\"{X(0) - 10}\" y=\"{Y(at) + 4}\" text-anchor=\"end\">{at:0.0}</text>");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"<rect x=\"{X(0)}\" y=\"{Y(1)}\" width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"#334\"/>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(0.5)}\" y=\"{Y(0) + 44}\" text-anchor=\"middle\">predicted by the live coverage</text>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text transform=\"translate(22 {Y(0.5)}) rotate(-90)\" text-anchor=\"middle\">observed: no confirmed track at entry</text>");
        foreach (var cell in entries.GroupBy(e => (e.Class, e.Height)))
        {
            var (said, came) = (cell.Average(e => e.Predicted), cell.Average(e => e.Missed ? 1.0 : 0));
            var mark = Array.Find(Marks, m => m.Class == cell.Key.Class).Mark;
            svg.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{X(said):0.0}\" cy=\"{Y(came):0.0}\" r=\"3\" fill=\"#124\"/><text x=\"{X(said) + 5:0.0}\" y=\"{Y(came) - 4:0.0}\" font-size=\"11\">{mark}{EntryWorld.HeightsM[cell.Key.Height]:0}</text>");
        }

        var line = 0;
        foreach (var text in Marks.Select(m => $"{m.Mark}: {m.Class}").Append("number: height above ground, m").Append("shaded: within 3 points"))
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(1) + 20}\" y=\"{Y(1) + 20 + (20 * line++)}\">{text}</text>");
        return svg.AppendLine("</svg>").ToString();
    }

    private static double X(double share) => Margin + (Side * share);

    private static double Y(double share) => 45 + (Side * (1 - share));

    private static void Polygon(StringBuilder svg, IReadOnlyList<(double X, double Y)> corners, string fill) => svg.AppendLine(
        CultureInfo.InvariantCulture, $"<polygon points=\"{string.Join(' ', corners.Select(p => FormattableString.Invariant($"{X(p.X):0.0},{Y(p.Y):0.0}")))}\" fill=\"{fill}\"/>");
}
