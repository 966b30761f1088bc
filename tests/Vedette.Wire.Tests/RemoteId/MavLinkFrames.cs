using System.Buffers.Binary;
using Vedette.Wire.MavLink;

namespace Vedette.Wire.Tests.RemoteId;

/// <summary>Writes frames of MAVLink 2.</summary>
internal static class MavLinkFrames
{
    public static byte[] Write(int message, byte crcExtra, ReadOnlySpan<byte> payload, byte system = 1)
    {
        payload = payload.TrimEnd((byte)0);
        byte[] head = [(byte)payload.Length, 0, 0, 9, system, 1, (byte)message, (byte)(message >> 8), (byte)(message >> 16), .. payload];
        byte[] frame = [0xFD, .. head, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(frame.AsSpan(frame.Length - 2), MavLinkCheck.Of(head, crcExtra));
        return frame;
    }
}
