using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

public enum SensorMessageKind : byte
{
    NorthMarker,
    SectorCrossing,
    Status,
}

/// <summary>A sensor speaking of itself rather than of targets (CAT034 and its like): it is alive, where its beam is, how it is.</summary>
public readonly record struct SensorMessage
{
    public required SensorId Sensor { get; init; }

    public required SensorMessageKind Kind { get; init; }

    public required Instant Time { get; init; }

    public required Instant ReceivedAt { get; init; }

    /// <summary>Azimuth that the beam has just reached, rad. NaN = not told.</summary>
    public double AzimuthRad { get; init; } = double.NaN;

    /// <summary>Time of one rotation as the sensor tells it, s. NaN = not told.</summary>
    public double RotationS { get; init; } = double.NaN;

    /// <summary>Where the sensor says it stands.</summary>
    public Geodetic? Position { get; init; }

    /// <summary>The sensor reports that its data must not be used operationally, or that it is overloaded.</summary>
    public bool Degraded { get; init; }

    public SensorMessage()
    {
    }
}

/// <summary>Octets that could not be read: what, where, and which item. Counted and kept; nothing stops.</summary>
/// <param name="Feed">The feed that brought the octets.</param>
/// <param name="Entry">Journal entry, 0 outside a journal.</param>
/// <param name="Offset">Offset of the offending octet inside the entry's octets.</param>
/// <param name="Item">The item or field by its specification's name, for example "I048/040" or "DF17 ME".</param>
/// <param name="Reason">Plain words.</param>
public readonly record struct Refusal(string Feed, long Entry, int Offset, string Item, string Reason)
{
    public override string ToString() => $"{Feed} entry {Entry} offset {Offset} {Item}: {Reason}";
}

/// <summary>Where a decoder delivers what it read.</summary>
public interface IIntake
{
    void OnPlot(in Plot plot);

    void OnSensorMessage(in SensorMessage message);

    /// <summary>What an unmanned aircraft says of itself beside its place has changed. Most have no use for it.</summary>
    void OnClaim(UasClaim claim)
    {
    }

    void OnRefusal(in Refusal refusal);

    /// <summary>One record or message was read well, whether or not a plot came of it.</summary>
    void OnRecord();
}
