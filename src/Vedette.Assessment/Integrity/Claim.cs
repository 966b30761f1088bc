using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Integrity;

/// <summary>One position as an aircraft claimed it, with the speed it claimed then.</summary>
/// <param name="At">When it is there.</param>
/// <param name="Place">Where.</param>
/// <param name="EastMps">With <paramref name="NorthMps"/>: velocity over ground, NaN = not told.</param>
/// <param name="NorthMps">See <paramref name="EastMps"/>.</param>
/// <param name="Entry">Journal entry that brought it.</param>
/// <param name="SigmaM">Its accuracy as it tells it, per axis; 0 = not told.</param>
internal readonly record struct Claim(Instant At, Geodetic Place, double EastMps, double NorthMps, long Entry, double SigmaM = 0)
{
    /// <summary>Over ground; NaN = not told.</summary>
    public double SpeedMps => Math.Sqrt((EastMps * EastMps) + (NorthMps * NorthMps));

    /// <summary>Of a place expected later: when that was told from which it is expected.</summary>
    public Instant ToldAt { get; private init; } = At;

    public static Claim Of(in Plot plot) => new(
        plot.TimeOfApplicability, plot.Position!.Value, plot.VelocityEastMps, plot.VelocityNorthMps, plot.Entry, double.IsNaN(plot.SigmaPositionM) ? 0 : plot.SigmaPositionM);

    /// <summary>Ground distance, m. Haversine on the mean sphere: a third of a percent off, far below what is judged with it.</summary>
    public double DistanceM(Geodetic other)
    {
        var sinLatitude = Math.Sin((other.LatitudeRad - Place.LatitudeRad) / 2);
        var sinLongitude = Math.Sin((other.LongitudeRad - Place.LongitudeRad) / 2);
        var h = (sinLatitude * sinLatitude) + (Math.Cos(Place.LatitudeRad) * Math.Cos(other.LatitudeRad) * sinLongitude * sinLongitude);
        return 2 * 6371008.8 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>Where it would be at another time on the same course; itself where it told no velocity.</summary>
    public Claim Moved(Instant to)
    {
        if (double.IsNaN(SpeedMps)) return this;
        var seconds = to.SecondsSince(At);
        var latitude = Place.LatitudeRad + (NorthMps * seconds / Wgs84.MeridianRadiusM(Place.LatitudeRad));
        var longitude = Place.LongitudeRad + (EastMps * seconds / (Wgs84.PrimeVerticalRadiusM(Place.LatitudeRad) * Math.Cos(Place.LatitudeRad)));
        return this with { At = to, Place = new(latitude, longitude, Place.HeightM) };
    }
}
