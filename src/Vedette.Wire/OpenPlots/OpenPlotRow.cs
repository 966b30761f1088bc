using System.Runtime.CompilerServices;

namespace Vedette.Wire.OpenPlots;

/// <summary>The columns of the open plot format, in the order they have where no header says otherwise.</summary>
public enum OpenPlotColumn
{
    Id,
    Sensor,
    Kind,
    T,
    TArr,
    Range,
    Az,
    El,
    Rr,
    Lat,
    Lon,
    Alt,
    Vn,
    Ve,
    M3A,
    Addr,
}

/// <summary>What a row is about.</summary>
public enum OpenPlotKind : byte
{
    Psr,
    Ssr,
    Cmb,
    North,
    Acoustic,
    Spotter,
    Adsb,
}

/// <summary>One row as it stands in the file: degrees, metres, seconds. NaN and -1 = empty field.</summary>
public struct OpenPlotRow
{
    public OpenPlotKind Kind;
    public double TimeS;
    public double ArrivalS;
    public double RangeM;
    public double AzimuthDeg;
    public double ElevationDeg;
    public double RangeRateMps;
    public double LatitudeDeg;
    public double LongitudeDeg;
    public double AltitudeM;
    public double VelocityNorthMps;
    public double VelocityEastMps;
    public int Code;
    public int Address;

    /// <summary>Offset and length of the sensor's name in the line.</summary>
    public Range Sensor;
}

/// <summary>Which field of a row stands in which place; from the header line, or the usual order.</summary>
[InlineArray(MostFields)]
public struct OpenPlotLayout
{
    public const int MostFields = 32;

    private sbyte first;

    /// <summary>The order of <see cref="OpenPlotColumn"/>.</summary>
    public static OpenPlotLayout Usual()
    {
        OpenPlotLayout layout = default;
        for (var i = 0; i < MostFields; i++) layout[i] = (sbyte)(i <= (int)OpenPlotColumn.Addr ? i : -1);
        return layout;
    }
}
