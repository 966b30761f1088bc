using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Integrity;

/// <summary>One position as an aircraft claimed it, with the speed it claimed then.</summary>
internal readonly record struct Claim(Instant At, Geodetic Place, double EastMps, double NorthMps, long Entry)
{
    /// <summary>Over ground; NaN = not told.</summary>
    public double SpeedMps => Math.Sqrt((EastMps * EastMps) + (NorthMps * NorthMps));

    public static Claim Of(in Plot plot) => new(plot.TimeOfApplicability, plot.Position!.Value, plot.VelocityEastMps, plot.VelocityNorthMps, plot.Entry);

    /// <summary>Ground distance, m. Haversine on the mean sphere: a third of a percent off, far below what is judged with it.</summary>
    public double DistanceM(Geodetic other)
    {
        var sinLatitude = Math.Sin((other.LatitudeRad - Place.LatitudeRad) / 2);
        var sinLongitude = Math.Sin((other.LongitudeRad - Place.LongitudeRad) / 2);
        var h = (sinLatitude * sinLatitude) + (Math.Cos(Place.LatitudeRad) * Math.Cos(other.LatitudeRad) * sinLongitude * sinLongitude);
        return 2 * 6371008.8 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>Where it would be some seconds later on the same course; itself where it told no velocity.</summary>
    public Geodetic After(double seconds)
    {
        if (double.IsNaN(SpeedMps)) return Place;
        var latitude = Place.LatitudeRad + (NorthMps * seconds / Wgs84.MeridianRadiusM(Place.LatitudeRad));
        var longitude = Place.LongitudeRad + (EastMps * seconds / (Wgs84.PrimeVerticalRadiusM(Place.LatitudeRad) * Math.Cos(Place.LatitudeRad)));
        return new(latitude, longitude, Place.HeightM);
    }
}
