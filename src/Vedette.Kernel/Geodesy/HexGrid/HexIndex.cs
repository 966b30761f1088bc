namespace Vedette.Kernel.Geodesy.HexGrid;

/// <summary>
/// From a place to its H3 index: gnomonic projection onto the nearest face of the icosahedron, the nearest hexagon at the wanted resolution, and
/// from there up, digit by digit (aperture 7, turned to and fro), to the base cell. (K. Sahr et al., "Geodesic discrete global grid systems", 2003; h3geo.org/docs/core-library.)
/// </summary>
internal static class HexIndex
{
    private const int CellMode = 1;
    private const int LastResolution = 15;
    private const int KAxis = 1;

    /// <summary>asin(sqrt(3/28)): by so much odd resolutions are turned against even ones, rad.</summary>
    private const double OddTurnRad = 0.333473172251832115336090755351601070065900389;

    /// <summary>Edge between centres of base cells on the plane of a face, at the distance of one radius.</summary>
    private const double BaseUnit = 0.38196601125010500003;

    private const double Sin60 = 0.8660254037844386;
    private const double Sqrt7 = 2.6457513110645905905;

    /// <summary>What each digit becomes when it is turned by 60 degrees counter-clockwise, and clockwise.</summary>
    private static ReadOnlySpan<byte> CounterClockwise => [0, 5, 3, 1, 6, 4, 2];

    private static ReadOnlySpan<byte> Clockwise => [0, 3, 6, 2, 5, 1, 4];

    public static ulong Of(Geodetic place, int resolution)
    {
        var (face, x, y) = Project(place, resolution);
        var at = Nearest(x, y);
        Span<byte> digits = stackalloc byte[LastResolution + 1];
        digits.Fill(7);
        for (var level = resolution; level >= 1; level--)
        {
            var odd = level % 2 == 1;
            var parent = at.Parent(odd);
            digits[level] = (byte)(at - parent.Centre(odd)).Digit;
            at = parent;
        }

        var place27 = (face * 27) + (at.I * 9) + (at.J * 3) + at.K;
        var baseCell = IcosahedronTables.BaseCells[place27];
        Turn(digits[1..(resolution + 1)], baseCell, face, IcosahedronTables.Turns[place27]);
        return Pack(digits, baseCell, resolution);
    }

    private static (int Face, double X, double Y) Project(Geodetic place, int resolution)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(place.LatitudeRad);
        double x = cosLatitude * Math.Cos(place.LongitudeRad), y = cosLatitude * Math.Sin(place.LongitudeRad), z = sinLatitude;
        var centres = IcosahedronTables.FaceCentres;
        var (face, nearest) = (0, double.MaxValue);
        for (var i = 0; i < 20; i++)
        {
            double dx = x - centres[3 * i], dy = y - centres[(3 * i) + 1], dz = z - centres[(3 * i) + 2];
            var squared = (dx * dx) + (dy * dy) + (dz * dz);
            if (squared < nearest) (face, nearest) = (i, squared);
        }

        var angle = Math.Acos(1 - (nearest / 2));
        if (angle < 1e-16) return (face, 0, 0);
        var theta = IcosahedronTables.AxisAzimuthsRad[face] - Azimuth(centres.Slice(3 * face, 3), place);
        if (resolution % 2 == 1) theta -= OddTurnRad;
        var radius = Math.Tan(angle) / BaseUnit;
        for (var i = 0; i < resolution; i++) radius *= Sqrt7;
        return (face, radius * Math.Cos(theta), radius * Math.Sin(theta));
    }

    /// <summary>On the sphere, from a face's centre to the place, rad.</summary>
    private static double Azimuth(ReadOnlySpan<double> centre, Geodetic place)
    {
        double latitude = Math.Asin(centre[2]), longitude = Math.Atan2(centre[1], centre[0]);
        var (sinFrom, cosFrom) = Math.SinCos(latitude);
        var (sinTo, cosTo) = Math.SinCos(place.LatitudeRad);
        var (sinDelta, cosDelta) = Math.SinCos(place.LongitudeRad - longitude);
        return Math.Atan2(cosTo * sinDelta, (cosFrom * sinTo) - (sinFrom * cosTo * cosDelta));
    }

    /// <summary>The hexagon whose centre is nearest: one of the four around the point in oblique coordinates.</summary>
    private static HexCoordinates Nearest(double x, double y)
    {
        var j = y / Sin60;
        var i = x + (j / 2);
        var (best, least) = (default((int I, int J)), double.MaxValue);
        for (var corner = 0; corner < 4; corner++)
        {
            int atI = (int)Math.Floor(i) + (corner & 1), atJ = (int)Math.Floor(j) + (corner >> 1);
            double dx = atI - (0.5 * atJ) - x, dy = (atJ * Sin60) - y;
            var squared = (dx * dx) + (dy * dy);
            if (squared < least) (best, least) = ((atI, atJ), squared);
        }

        return HexCoordinates.Normal(best.I, best.J, 0);
    }

    /// <summary>From the axes of the face to those of the base cell. A pentagon has no sub-cells along its k axis.</summary>
    private static void Turn(Span<byte> digits, byte baseCell, int face, int turns)
    {
        var pentagon = IcosahedronTables.Pentagons.IndexOf(baseCell);
        if (pentagon >= 0 && Leading(digits) == KAxis)
            Turn(digits, IcosahedronTables.ClockwiseFaces.Slice(2 * pentagon, 2).Contains((byte)face) ? Clockwise : CounterClockwise);
        for (var i = 0; i < turns; i++)
        {
            Turn(digits, CounterClockwise);
            if (pentagon >= 0 && Leading(digits) == KAxis) Turn(digits, CounterClockwise);
        }
    }

    private static void Turn(Span<byte> digits, ReadOnlySpan<byte> map)
    {
        foreach (ref var digit in digits) digit = map[digit];
    }

    private static int Leading(ReadOnlySpan<byte> digits)
    {
        foreach (var digit in digits)
            if (digit != 0) return digit;
        return 0;
    }

    private static ulong Pack(ReadOnlySpan<byte> digits, byte baseCell, int resolution)
    {
        var index = ((ulong)CellMode << 59) | ((ulong)resolution << 52) | ((ulong)baseCell << 45);
        for (var level = 1; level <= LastResolution; level++) index |= (ulong)digits[level] << (3 * (LastResolution - level));
        return index;
    }
}
