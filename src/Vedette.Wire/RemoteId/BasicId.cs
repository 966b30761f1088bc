namespace Vedette.Wire.RemoteId;

/// <summary>Message 0: who it is. Unauthenticated, like all of Remote ID: a claim.</summary>
public readonly ref struct BasicId
{
    public const int IdLength = 20;

    private BasicId(ReadOnlySpan<byte> octets)
    {
        (IdType, UaType) = ((UasIdType)(octets[1] >> 4), (byte)(octets[1] & 15));
        Id = RemoteIdText.Until0(octets.Slice(2, IdLength));
    }

    public UasIdType IdType { get; }

    /// <summary>0 none, 1 aeroplane, 2 helicopter or multirotor, 3 gyroplane, 4 hybrid lift, 5 ornithopter, 6 glider, 7 kite, 8 free balloon, 9 captive balloon, 10 airship, 11 parachute, 12 rocket, 13 tethered, 14 ground obstacle, 15 other.</summary>
    public byte UaType { get; }

    /// <summary>As sent, up to the first NUL; text unless <see cref="IdType"/> says otherwise.</summary>
    public ReadOnlySpan<byte> Id { get; }

    /// <param name="octets">A message of 25 octets.</param>
    public static BasicId Read(ReadOnlySpan<byte> octets) => new(octets);
}
