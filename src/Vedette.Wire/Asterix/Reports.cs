using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.Asterix;

/// <summary>A reply to Mode 3/A or Mode 2 with what the radar thinks of it: I048/070, I048/050, I062/060.</summary>
public readonly record struct CodeReport(ushort Raw)
{
    /// <summary>V.</summary>
    public bool NotValidated => (Raw & 0x8000) != 0;

    /// <summary>G.</summary>
    public bool Garbled => (Raw & 0x4000) != 0;

    /// <summary>L: the code was not in the last reply (I048) or has changed (I062, CH).</summary>
    public bool NotExtracted => (Raw & 0x2000) != 0;

    public Mode3A Code => new((ushort)(Raw & 0xFFF));

    /// <summary>The code where it may be believed.</summary>
    public Mode3A? Trusted => NotValidated || Garbled ? null : Code;
}

/// <summary>I048/090: V, G and the flight level, LSB 1/4 FL, two's complement (unsigned before edition 1.32, in which the sign could not occur).</summary>
public readonly record struct LevelReport(ushort Raw)
{
    public bool NotValidated => (Raw & 0x8000) != 0;

    public bool Garbled => (Raw & 0x4000) != 0;

    public PressureAltitude Altitude => new((short)(Raw << 2) / 4 * Lsb.QuarterLevelM);

    public PressureAltitude? Trusted => NotValidated || Garbled ? null : Altitude;
}

/// <summary>Slant range and azimuth as measured, clockwise from the radar's north.</summary>
public readonly record struct PolarPosition(Length Range, Angle Azimuth);

/// <summary>A position in the plane of the radar or system: x to the east, y to the north.</summary>
public readonly record struct CartesianPosition(Length X, Length Y);

/// <summary>Velocity over ground: m/s, direction clockwise from north.</summary>
public readonly record struct PolarVelocity(double SpeedMps, Angle Heading);

/// <summary>Velocity over ground along x (east) and y (north), m/s.</summary>
public readonly record struct CartesianVelocity(double XMps, double YMps);

/// <summary>Latitude and longitude on WGS-84, rad.</summary>
public readonly record struct HorizontalPosition(double LatitudeRad, double LongitudeRad)
{
    /// <summary>The fields hold more than a globe has.</summary>
    public bool IsOnEarth => Math.Abs(LatitudeRad) <= Math.PI / 2 && Math.Abs(LongitudeRad) <= Math.PI;
}
