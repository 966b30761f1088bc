using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire;

/// <summary>What a feed carries.</summary>
public enum FeedFormat : byte
{
    /// <summary>ASTERIX data blocks: one datagram, or any number of whole blocks.</summary>
    Asterix,

    /// <summary>A Beast byte stream, cut anywhere.</summary>
    Beast,

    /// <summary>Rows of Vedette's open plot format.</summary>
    OpenPlots,

    /// <summary>Mode S messages as AVR text.</summary>
    Avr,

    /// <summary>BaseStation lines (SBS).</summary>
    Sbs,

    /// <summary>aircraft.json of readsb and its kin, asked for again and again, or its objects one by one.</summary>
    AircraftJson,

    /// <summary>APRS text of the Open Glider Network.</summary>
    Ogn,

    /// <summary>UAT messages as lines of dump978.</summary>
    Uat,

    /// <summary>Captured Wi-Fi and Bluetooth frames that carry Remote ID, each with its link type.</summary>
    RemoteId,

    /// <summary>Messages of Remote ID as lines of hexadecimal.</summary>
    RemoteIdHex,

    /// <summary>Objects of JSON that speak of drones: DroneScout, DragonSync, network Remote ID.</summary>
    RemoteIdJson,

    /// <summary>MAVLink 2 with OPEN_DRONE_ID messages: datagrams, or a byte stream cut anywhere.</summary>
    MavLink,
}

/// <summary>
/// Reads the octets of one feed in order and delivers plots. Stateful (CPR pairs, known addresses, a cut frame) but pure:
/// the same octets in the same pieces at the same times give the same plots, and for stream formats the pieces do not matter.
/// Never throws on any octets.
/// </summary>
public interface IFeedDecoder
{
    /// <param name="octets">As received.</param>
    /// <param name="receivedAt">When they arrived.</param>
    /// <param name="entry">The journal entry that holds them.</param>
    /// <param name="intake">Where plots, sensor messages and refusals go.</param>
    void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake);
}
