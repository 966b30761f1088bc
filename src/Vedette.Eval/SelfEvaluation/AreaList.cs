using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.SelfEvaluation;

/// <summary>An area whose part of the picture is evaluated apart.</summary>
/// <param name="Polygons">As of an <see cref="Airspace"/>.</param>
public sealed record EvaluatedArea(string Name, EvaluatedAreaKind Kind, IReadOnlyList<IReadOnlyList<IReadOnlyList<Geodetic>>> Polygons);

/// <summary>The evaluated areas: the whole picture has number 0.</summary>
internal sealed class AreaList(IReadOnlyList<EvaluatedArea> areas)
{
    /// <summary>Beside the whole picture; a bit each.</summary>
    public const int Most = 63;

    private readonly AreaShape[] shapes = [.. areas.Take(Most).Select(area => new AreaShape(area.Polygons))];

    public int Count => 1 + shapes.Length;

    public (string Name, EvaluatedAreaKind Kind) this[int number] => number == 0 ? ("", EvaluatedAreaKind.Everywhere) : (areas[number - 1].Name, areas[number - 1].Kind);

    /// <summary>Whether these are the same areas, told anew.</summary>
    public bool Are(IReadOnlyList<EvaluatedArea> others) =>
        areas.Count == others.Count && areas.Zip(others).All(pair => pair.First.Name == pair.Second.Name && pair.First.Kind == pair.Second.Kind
            && Vertices(pair.First).SequenceEqual(Vertices(pair.Second)));

    /// <summary>The areas of a place, a bit each.</summary>
    public ulong At(Geodetic place)
    {
        var found = 1UL;
        for (var i = 0; i < shapes.Length; i++)
            if (shapes[i].Holds(place)) found |= 2UL << i;
        return found;
    }

    private static IEnumerable<Geodetic> Vertices(EvaluatedArea area) => area.Polygons.SelectMany(polygon => polygon).SelectMany(ring => ring);
}
