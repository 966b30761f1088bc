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
        var alt = track.HeightKnown ? track.Position.HeightM.ToString("F1", CultureInfo.InvariantCulture) : "";
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{timeS:F3},{track.Number.Value},{track.Position.LatitudeDeg:F7},{track.Position.LongitudeDeg:F7},{alt},{track.Velocity.North:F2},{track.Velocity.East:F2},{track.Velocity.Up:F2},{track.Covariance.At(1, 1):F1},{track.Covariance.At(0, 1):F1},{track.Covariance.At(0, 0):F1},{NameOf(track.Classes.Best)}"));
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
