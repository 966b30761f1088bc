using System.Text.Json;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// What DroneScout receivers publish: an object with "protocol" and "data", in which "UASdata" is the reference decoder's structure in base64.
/// Source: the manufacturer's subscriber (BluemarkInnovations/RemoteID-MQTT-subscriber).
/// </summary>
internal sealed class DroneScoutJson(MemberReader members)
{
    private readonly byte[] octets = new byte[UasDataStruct.Length + 3];

    /// <summary>Its address, as text; empty where none was told.</summary>
    public string Transmitter { get; private set; } = "";

    public double PowerDbm { get; private set; }

    /// <summary>False where it speaks of something else (status, place of the receiver, aircraft with transponders), or of nothing that can be read.</summary>
    public bool TryRead(JsonElement root, RemoteIdReport report)
    {
        if (members.Object(root, "data") is not { } data) return false;
        var text = members.Text(data, "UASdata");
        if (text.Length == 0) return false;
        if (text.Length > 4 * ((octets.Length / 3) + 1) || !Convert.TryFromBase64String(text, octets, out var length) || length < UasDataStruct.Length)
        {
            members.Blame("UASdata");
            return false;
        }

        UasDataStruct.Read(octets, report);
        Transmitter = members.Text(data, "MAC address");
        PowerDbm = members.Number(data, "RSSI");
        var ms = members.Number(data, "timestamp");
        if (ms is > 0 and < 1e14 && report.Location is { } location && double.IsNaN(location.SinceHourS)) report.At = Instant.FromUnixSeconds(ms / 1000);
        return true;
    }
}
