using System.Buffers.Binary;

namespace Vedette.Wire.RemoteId;

/// <summary>Message 1: where it is and how it moves. What was not known is NaN; the values that say so on the wire are in the remarks of each.</summary>
public readonly record struct LocationVector
{
    /// <summary>0 undeclared, 1 ground, 2 airborne, 3 emergency, 4 Remote ID system failure.</summary>
    public byte Status { get; init; }

    /// <summary>Clockwise from true north, deg; sent as 361 where it is not known.</summary>
    public double DirectionDeg { get; init; }

    /// <summary>Over ground, m/s; sent as 255.</summary>
    public double SpeedMps { get; init; }

    /// <summary>Upwards, m/s; sent as 63.</summary>
    public double ClimbMps { get; init; }

    /// <summary>deg, WGS-84, 1e-7. Latitude and longitude 0 together say that neither is known: see <see cref="HasPlace"/>.</summary>
    public double LatitudeDeg { get; init; }

    public double LongitudeDeg { get; init; }

    /// <summary>Pressure altitude (1013.25 hPa), m; sent as -1000.</summary>
    public double PressureAltitudeM { get; init; }

    /// <summary>Above the WGS-84 ellipsoid, m; sent as -1000.</summary>
    public double GeodeticAltitudeM { get; init; }

    /// <summary>Above take-off, or above ground where <see cref="IsAboveGround"/>, m; sent as -1000.</summary>
    public double HeightM { get; init; }

    public bool IsAboveGround { get; init; }

    /// <summary>Codes: 0 unknown, 1 to 12 from 10 NM to 1 m (horizontal); 1 to 6 from 150 m to 1 m (the others); speed 1 to 4 from 10 to 0.3 m/s; each a 95 % bound.</summary>
    public byte HorizontalAccuracy { get; init; }

    public byte VerticalAccuracy { get; init; }

    public byte PressureAccuracy { get; init; }

    public byte SpeedAccuracy { get; init; }

    /// <summary>In tenths of a second; 0 unknown.</summary>
    public byte TimeAccuracy { get; init; }

    /// <summary>Since the full hour, s; sent as 65535 where it is not known.</summary>
    public double SinceHourS { get; init; }

    public bool HasPlace => PlaceCode.IsPlace(LatitudeDeg, LongitudeDeg);

    /// <summary>Of the position on each horizontal axis, one standard deviation, m: the bound over 2.45. NaN where it was not told.</summary>
    public double SigmaM => HorizontalAccuracy is > 0 and <= 12 ? BoundsM[HorizontalAccuracy] / 2.45 : double.NaN;

    /// <summary>To the last step of the wire; formats that pass it on in decimals may differ by one.</summary>
    internal bool IsSamePlace(in LocationVector other) => Math.Abs(LatitudeDeg - other.LatitudeDeg) < 2e-7 && Math.Abs(LongitudeDeg - other.LongitudeDeg) < 2e-7;

    private const int UnknownDirection = 361;
    private const int UnknownClimb = 126;
    private const double SlowStepMps = 0.25;
    private const double FastStepMps = 0.75;
    private const double FastFromMps = 255 * SlowStepMps;

    /// <summary>The code of <see cref="HorizontalAccuracy"/> that promises no more than a bound; 0 where none does.</summary>
    /// <param name="boundM">95 %, m.</param>
    internal static byte AccuracyCode(double boundM)
    {
        for (var code = BoundsM.Length - 1; code > 0; code--)
            if (boundM <= BoundsM[code] * 1.001) return (byte)code;
        return 0;
    }

    private static ReadOnlySpan<double> BoundsM => [double.NaN, 18_520, 7_408, 3_704, 1_852, 926, 555.6, 185.2, 92.6, 30, 10, 3, 1];

    /// <param name="octets">A message of 25 octets.</param>
    public static LocationVector Read(ReadOnlySpan<byte> octets)
    {
        var (flags, speed, climb) = (octets[1], octets[3], (sbyte)octets[4]);
        var isFast = (flags & 1) != 0;
        var direction = octets[2] + ((flags & 2) != 0 ? 180 : 0);
        var time = BinaryPrimitives.ReadUInt16LittleEndian(octets[21..]);
        return new()
        {
            Status = (byte)(flags >> 4),
            IsAboveGround = (flags & 4) != 0,
            DirectionDeg = direction > 360 ? double.NaN : direction,
            SpeedMps = speed == 255 && isFast ? double.NaN : isFast ? (speed * FastStepMps) + FastFromMps : speed * SlowStepMps,
            ClimbMps = climb == UnknownClimb ? double.NaN : climb * 0.5,
            LatitudeDeg = PlaceCode.Read(octets[5..]),
            LongitudeDeg = PlaceCode.Read(octets[9..]),
            PressureAltitudeM = AltitudeCode.Read(octets[13..]),
            GeodeticAltitudeM = AltitudeCode.Read(octets[15..]),
            HeightM = AltitudeCode.Read(octets[17..]),
            HorizontalAccuracy = (byte)(octets[19] & 15),
            VerticalAccuracy = (byte)(octets[19] >> 4),
            SpeedAccuracy = (byte)(octets[20] & 15),
            PressureAccuracy = (byte)(octets[20] >> 4),
            TimeAccuracy = (byte)(octets[23] & 15),
            SinceHourS = time == ushort.MaxValue ? double.NaN : time / 10.0,
        };
    }

    /// <summary>As the standard says: what is beyond a field's range is told as its end.</summary>
    /// <param name="octets">Gets the message, 25 octets.</param>
    /// <param name="version">Protocol version, see <see cref="RemoteIdMessages.Version"/>.</param>
    public void Write(Span<byte> octets, int version)
    {
        RemoteIdText.Begin(octets, MessageType.Location, version);
        var (isFast, speed) = SpeedCode();
        var direction = double.IsNaN(DirectionDeg) ? UnknownDirection : (int)Math.Round(DirectionDeg);
        var isWest = direction >= 180;
        octets[1] = (byte)((Status << 4) | (IsAboveGround ? 4 : 0) | (isWest ? 2 : 0) | (isFast ? 1 : 0));
        octets[2] = (byte)(isWest ? direction - 180 : direction);
        octets[3] = speed;
        octets[4] = (byte)(sbyte)(double.IsNaN(ClimbMps) ? UnknownClimb : Math.Clamp(Math.Round(ClimbMps * 2), sbyte.MinValue, sbyte.MaxValue));
        BinaryPrimitives.WriteInt32LittleEndian(octets[5..], PlaceCode.Of(LatitudeDeg));
        BinaryPrimitives.WriteInt32LittleEndian(octets[9..], PlaceCode.Of(LongitudeDeg));
        AltitudeCode.Write(PressureAltitudeM, octets[13..]);
        AltitudeCode.Write(GeodeticAltitudeM, octets[15..]);
        AltitudeCode.Write(HeightM, octets[17..]);
        octets[19] = (byte)((VerticalAccuracy << 4) | (HorizontalAccuracy & 15));
        octets[20] = (byte)((PressureAccuracy << 4) | (SpeedAccuracy & 15));
        BinaryPrimitives.WriteUInt16LittleEndian(octets[21..], double.IsNaN(SinceHourS) ? ushort.MaxValue : (ushort)Math.Clamp(Math.Round(SinceHourS * 10), 0, ushort.MaxValue - 1));
        octets[23] = (byte)(TimeAccuracy & 15);
    }

    private (bool IsFast, byte Code) SpeedCode()
    {
        if (double.IsNaN(SpeedMps)) return (true, byte.MaxValue);
        var slow = Math.Round(Math.Max(SpeedMps, 0) / SlowStepMps);
        return slow <= byte.MaxValue ? (false, (byte)slow) : (true, (byte)Math.Min(Math.Round((SpeedMps - FastFromMps) / FastStepMps), byte.MaxValue - 1));
    }
}
