using System.Buffers.Binary;
using Vedette.Kernel;
using Vedette.Sim;
using Vedette.Sim.Night;

namespace Vedette.Cli.Tests;

/// <summary>Makes a pcap (link type 101, raw IP) of what the simulated radars send, so that these tests need no file that is not theirs.</summary>
internal static class Captures
{
    private const int LinkTypeRawIp = 101;

    public static string Night(string path, double seconds)
    {
        using var file = File.Create(path);
        var header = new byte[24];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0xA1B2C3D4);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), 4);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), 65_535);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(20), LinkTypeRawIp);
        file.Write(header);
        var end = NightScenario.DemoStart.AddSeconds(seconds);
        foreach (var (at, feed, octets) in new SimulatedWorld(NightScenario.Create()).Octets(NightScenario.DemoStart).TakeWhile(o => o.At < end))
            if (feed.StartsWith("radar", StringComparison.Ordinal)) Write(file, at, octets.Span);
        return path;
    }

    private static void Write(FileStream file, Instant at, ReadOnlySpan<byte> payload)
    {
        var packet = new byte[16 + 28 + payload.Length];
        var microseconds = (at.Ticks - Instant.UnixEpoch.Ticks) / 10;
        BinaryPrimitives.WriteUInt32LittleEndian(packet, (uint)(microseconds / 1_000_000));
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(4), (uint)(microseconds % 1_000_000));
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(8), (uint)(28 + payload.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(12), (uint)(28 + payload.Length));
        var ip = packet.AsSpan(16);
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(28 + payload.Length));
        ip[9] = 17;
        BinaryPrimitives.WriteUInt16BigEndian(ip[24..], (ushort)(8 + payload.Length));
        payload.CopyTo(ip[28..]);
        file.Write(packet);
    }
}
