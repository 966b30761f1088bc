using System.Globalization;
using Vedette.Air;

namespace Vedette.Cli.Batch;

/// <summary>Writes tracks and alerts as rows of the open plot format's outputs.</summary>
internal static class TrackCsv
{
    public const string TrackHeader = "t,track_id,lat,lon,alt,vn,ve,vu,pnn,pne,pee,class";

    public const string AlertHeader = "t,track_id,p_cross,eta";

    public static void WriteTrack(TextWriter to, double timeS, in Track track)
    {
        var row = new FixedPoint(stackalloc char[512]);
        row.Add(timeS, 3);
        row.Add(',');
        row.Add((ulong)track.Number.Value, 1);
        Append(ref row, track.Position.LatitudeDeg, 7);
        Append(ref row, track.Position.LongitudeDeg, 7);
        if (track.HeightKnown) Append(ref row, track.Position.HeightM, 1);
        else row.Add(',');
        Append(ref row, track.Velocity.North, 2);
        Append(ref row, track.Velocity.East, 2);
        Append(ref row, track.Velocity.Up, 2);
        Append(ref row, track.Covariance.At(1, 1), 1);
        Append(ref row, track.Covariance.At(0, 1), 1);
        Append(ref row, track.Covariance.At(0, 0), 1);
        row.Add(',');
        row.Add(NameOf(track.Classes.Best));
        row.Add('\n');
        to.Write(row.Written);
    }

    private static void Append(ref FixedPoint row, double value, int decimals)
    {
        row.Add(',');
        row.Add(value, decimals);
    }

    public static void WriteAlert(TextWriter to, double timeS, TrackNumber track, double probability, double etaS) =>
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{timeS:F3},{track.Value},{probability:F4},{(double.IsFinite(etaS) ? etaS : 600):F1}"));

    /// <summary>The class names of the open plot format.</summary>
    public static string NameOf(ObjectClass c) => c switch
    {
        ObjectClass.Airliner or ObjectClass.LightAircraft or ObjectClass.Helicopter => "civil",
        ObjectClass.Patrol => "patrol",
        ObjectClass.FastJet => "fast",
        ObjectClass.CruiseMissile => "cruise",
        ObjectClass.Ballistic => "ballistic",
        ObjectClass.Bird => "bird",
        ObjectClass.Clutter => "clutter",
        _ => "drone",
    };
}
