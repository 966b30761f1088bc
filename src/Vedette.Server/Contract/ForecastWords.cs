using System.Globalization;
using Vedette.Air;

namespace Vedette.Server.Contract;

/// <summary>What a crossing forecast rests on, in words: the motion, who saw it, and how it is supposed to go on.</summary>
internal static class ForecastWords
{
    public static IReadOnlyList<ReasonDto> Why(ForecastBasis basis, ObjectClass best, IReadOnlyList<string> sensors)
    {
        var seen = sensors.Count == 0 ? "no sensor in the last minute" : string.Join(", ", sensors);
        var kind = CamelCaseEnum<ObjectClass>.Name(best);
        return
        [
            new(string.Create(CultureInfo.InvariantCulture, $"Flown on from its motion at {basis.At}, seen by {seen}; course held for {basis.HeldM / 1000:F0} km."), basis.Entry),
            new(string.Create(CultureInfo.InvariantCulture, $"Supposed with {basis.AlongBoundary * 100:F0} % to run along this boundary, else with {basis.Bound * 100:F0} % to be bound for somewhere, else to fly legs as its class does (most probably {kind})."), 0),
        ];
    }
}
