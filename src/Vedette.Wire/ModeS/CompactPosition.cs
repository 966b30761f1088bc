namespace Vedette.Wire.ModeS;

/// <summary>One half of a compact position: 17 bits each of latitude and longitude within a zone.</summary>
/// <param name="Odd">Which of the two interleaved zone grids.</param>
/// <param name="Surface">Encoded four times finer, over a quarter of the globe.</param>
public readonly record struct CprFields(int Latitude, int Longitude, bool Odd, bool Surface)
{
    /// <summary>Both fields zero: what a transponder without a position sends, not a place. Never to be decoded.</summary>
    public bool IsNull => Latitude == 0 && Longitude == 0;
}

/// <summary>
/// Compact position reporting (RTCA DO-260B 2.2.3.2.3.7 and appendix A.1.7; ICAO Doc 9871 C.2.6). Degrees inside, as the
/// standard writes it: its zones are divisions of 360 or 90 degrees.
/// </summary>
public static class CompactPosition
{
    private const int Steps = 1 << 17;
    private const int LatitudeZones = 15;

    /// <summary>Latitudes (deg) at which the number of longitude zones falls to 58, 57, ... 2 and, past 87 degrees, to 1.</summary>
    private static readonly double[] Transitions = MakeTransitions();

    /// <summary>NL: the number of longitude zones at a latitude, 1 to 59.</summary>
    public static int LongitudeZones(double latitudeDeg)
    {
        var latitude = Math.Abs(latitudeDeg);
        int low = 0, high = Transitions.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (latitude <= Transitions[middle]) high = middle;
            else low = middle + 1;
        }

        return 59 - low;
    }

    public static CprFields Encode(double latitudeDeg, double longitudeDeg, bool odd, bool surface = false)
    {
        var steps = surface ? Steps * 4 : Steps;
        var zone = latitudeDeg * LatitudeZoneCount(odd) / 360;
        var yz = Math.Floor((steps * (zone - Math.Floor(zone))) + 0.5);
        var rLat = 360 * ((yz / steps) + Math.Floor(zone)) / LatitudeZoneCount(odd);
        zone = longitudeDeg * LongitudeZoneCount(LongitudeZones(rLat), odd) / 360;
        var xz = Math.Floor((steps * (zone - Math.Floor(zone))) + 0.5);
        return new((int)yz & (Steps - 1), (int)xz & (Steps - 1), odd, surface);
    }

    /// <summary>
    /// Two halves heard close together give the place at the time of the newer one, anywhere on earth. False where the halves lie in
    /// different longitude zones (they crossed a transition latitude between them) or give an impossible latitude.
    /// </summary>
    public static bool TryGlobalAirborne(in CprFields even, in CprFields odd, bool newestIsOdd, out double latitudeDeg, out double longitudeDeg)
    {
        if (!TryGlobal(even, odd, newestIsOdd, 360, 270, out latitudeDeg, out longitudeDeg)) return false;
        longitudeDeg = Wrap(longitudeDeg);
        return true;
    }

    /// <summary>
    /// Two surface halves leave eight candidate places, 90 degrees apart: the one nearest the reference is taken.
    /// The reference must be within 45 degrees of the target.
    /// </summary>
    public static bool TryGlobalSurface(
        in CprFields even, in CprFields odd, bool newestIsOdd, double referenceLatitudeDeg, double referenceLongitudeDeg,
        out double latitudeDeg, out double longitudeDeg)
    {
        if (!TryGlobal(even, odd, newestIsOdd, 90, referenceLatitudeDeg + 45, out latitudeDeg, out longitudeDeg)) return false;
        longitudeDeg = Wrap(longitudeDeg + (90 * Math.Floor(((referenceLongitudeDeg - longitudeDeg) / 90) + 0.5)));
        return true;
    }

    /// <summary>One half and a reference less than half a zone away (about 180 NM airborne, 45 NM on the surface).</summary>
    public static bool TryLocal(
        in CprFields fields, double referenceLatitudeDeg, double referenceLongitudeDeg, out double latitudeDeg, out double longitudeDeg)
    {
        var span = fields.Surface ? 90 : 360;
        var dLat = LatitudeZone(fields.Odd, span);
        latitudeDeg = NearestInZones(fields.Latitude, dLat, referenceLatitudeDeg);
        longitudeDeg = 0;
        if (!(Math.Abs(latitudeDeg) <= 90)) return false;
        var dLon = LongitudeZone(LongitudeZones(latitudeDeg), fields.Odd, span);
        longitudeDeg = Wrap(NearestInZones(fields.Longitude, dLon, referenceLongitudeDeg));
        return true;
    }

    /// <param name="span">The part of a circle that the zones divide: 360 airborne, 90 on the surface.</param>
    /// <param name="southFrom">Latitudes from here on mean the ones <paramref name="span"/> lower.</param>
    private static bool TryGlobal(
        in CprFields even, in CprFields odd, bool newestIsOdd, double span, double southFrom, out double latitudeDeg, out double longitudeDeg)
    {
        double Signed(double latitude) => latitude >= southFrom ? latitude - span : latitude;

        longitudeDeg = 0;
        var j = Math.Floor(((59.0 * even.Latitude) - (60.0 * odd.Latitude)) / Steps + 0.5);
        var latitudeEven = Signed(LatitudeZone(false, span) * (Mod(j, 60) + ((double)even.Latitude / Steps)));
        var latitudeOdd = Signed(LatitudeZone(true, span) * (Mod(j, 59) + ((double)odd.Latitude / Steps)));
        latitudeDeg = newestIsOdd ? latitudeOdd : latitudeEven;
        if (Math.Abs(latitudeEven) > 90 || Math.Abs(latitudeOdd) > 90) return false;
        var nl = LongitudeZones(latitudeEven);
        if (nl != LongitudeZones(latitudeOdd)) return false;

        var m = Math.Floor((((double)even.Longitude * (nl - 1)) - ((double)odd.Longitude * nl)) / Steps + 0.5);
        var n = LongitudeZoneCount(nl, newestIsOdd);
        longitudeDeg = span / n * (Mod(m, n) + ((double)(newestIsOdd ? odd : even).Longitude / Steps));
        return true;
    }

    private static double NearestInZones(int field, double zone, double reference)
    {
        var fraction = (double)field / Steps;
        return zone * (Math.Floor((reference / zone) - fraction + 0.5) + fraction);
    }

    private static double LatitudeZone(bool odd, double span) => span / LatitudeZoneCount(odd);

    private static int LatitudeZoneCount(bool odd) => (4 * LatitudeZones) - (odd ? 1 : 0);

    private static double LongitudeZone(int nl, bool odd, double span) => span / LongitudeZoneCount(nl, odd);

    private static int LongitudeZoneCount(int nl, bool odd) => Math.Max(nl - (odd ? 1 : 0), 1);

    private static double Wrap(double longitude) => longitude - (360 * Math.Floor((longitude + 180) / 360));

    private static double Mod(double x, double y) => x - (y * Math.Floor(x / y));

    private static double[] MakeTransitions()
    {
        var transitions = new double[58];
        var numerator = 1 - Math.Cos(Math.PI / (2 * LatitudeZones));
        for (var nl = 59; nl > 2; nl--)
            transitions[59 - nl] = Math.Acos(Math.Sqrt(numerator / (1 - Math.Cos(2 * Math.PI / nl)))) * 180 / Math.PI;
        transitions[57] = 87;
        return transitions;
    }
}
