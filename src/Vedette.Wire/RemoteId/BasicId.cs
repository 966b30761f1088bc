using Vedette.Air;

namespace Vedette.Wire.RemoteId;

/// <summary>Message 0: who it is. Unauthenticated, like all of Remote ID: a claim.</summary>
public readonly ref struct BasicId
{
    public const int IdLength = 20;

    public required UasIdType IdType { get; init; }

    /// <summary>0 none, 1 aeroplane, 2 helicopter or multirotor, 3 gyroplane, 4 hybrid lift, 5 ornithopter, 6 glider, 7 kite, 8 free balloon, 9 captive balloon, 10 airship, 11 parachute, 12 rocket, 13 tethered, 14 ground obstacle, 15 other.</summary>
    public byte UaType { get; init; }

    /// <summary>As sent, up to the first NUL; text unless <see cref="IdType"/> says otherwise.</summary>
    public required ReadOnlySpan<byte> Id { get; init; }

    /// <param name="octets">A message of 25 octets.</param>
    public static BasicId Read(ReadOnlySpan<byte> octets) =>
        new() { IdType = (UasIdType)(octets[1] >> 4), UaType = (byte)(octets[1] & 15), Id = RemoteIdText.Until0(octets.Slice(2, IdLength)) };

    /// <param name="octets">Gets the message, 25 octets.</param>
    /// <param name="version">Protocol version, see <see cref="RemoteIdMessages.Version"/>.</param>
    public void Write(Span<byte> octets, int version)
    {
        RemoteIdText.Begin(octets, MessageType.BasicId, version);
        octets[1] = (byte)(((byte)IdType << 4) | (UaType & 15));
        RemoteIdText.Write(Id, octets.Slice(2, IdLength));
    }
}
