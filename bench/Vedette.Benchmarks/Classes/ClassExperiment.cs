using System.Globalization;
using Vedette.Air;
using Vedette.Benchmarks.Crossing;

namespace Vedette.Benchmarks.Classes;

/// <summary>Classes against truth: <c>night [SEED [MINUTES]]</c> of the simulated night, <c>trajectories FOLDER</c> of real flights.</summary>
internal static class ClassExperiment
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["night", .. var numbers]:
                var minutes = numbers.Length > 1 ? double.Parse(numbers[1], CultureInfo.InvariantCulture) : 15;
                NightClasses.Run(numbers.Length > 0 ? ulong.Parse(numbers[0], CultureInfo.InvariantCulture) : 1, minutes).Print("night");
                return 0;
            case ["trajectories", var folder]:
                FlightClasses.Run(Labelled(folder)).Print("real flights");
                return 0;
            default:
                Console.Error.WriteLine("classes night [SEED [MINUTES]] | classes trajectories FOLDER");
                return 2;
        }
    }

    private static List<Flight> Labelled(string folder)
    {
        var airliners = RealFlights.Read(Path.Combine(folder, "switzerland.json.gz"), ObjectClass.Airliner).Where(f => IsAirlineFlight(f.Callsign));
        var others = new[]
        {
            ("border_control", ObjectClass.LightAircraft), ("alpi_italiane", ObjectClass.LightAircraft), ("rega_zh", ObjectClass.Helicopter), ("noisy_landing", ObjectClass.Airliner),
        }.SelectMany(f => RealFlights.Read(Path.Combine(folder, f.Item1 + ".json.gz"), f.Item2));
        return [.. airliners.Concat(others).Where(f => f.Points.Count > 1).Select((f, i) => f with { Id = i })];
    }

    /// <summary>Three letters and a digit; a national registration has a dash or a digit before.</summary>
    private static bool IsAirlineFlight(string callsign) =>
        callsign.Length > 3 && callsign[..3].All(char.IsAsciiLetterUpper) && char.IsAsciiDigit(callsign[3]);
}
