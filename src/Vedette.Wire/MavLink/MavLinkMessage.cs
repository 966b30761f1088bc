namespace Vedette.Wire.MavLink;

/// <summary>The messages that carry Remote ID. mavlink.io/en/messages/common.html.</summary>
public enum MavLinkMessage
{
    BasicId = 12900,
    Location = 12901,
    Authentication = 12902,
    SelfId = 12903,
    System = 12904,
    OperatorId = 12905,
    Pack = 12915,
    ArmStatus = 12918,
    SystemUpdate = 12919,
}

/// <summary>What is known of each of them beforehand.</summary>
internal static class MavLinkCatalogue
{
    /// <summary>Octets of the payload where none are left off, and the octet that a message's definition adds to its check sum.</summary>
    /// <returns>False where the message is not one of ours.</returns>
    public static bool TryFind(int message, out int length, out byte crcExtra)
    {
        (length, crcExtra) = (MavLinkMessage)message switch
        {
            MavLinkMessage.BasicId => (44, (byte)114),
            MavLinkMessage.Location => (59, (byte)254),
            MavLinkMessage.Authentication => (53, (byte)140),
            MavLinkMessage.SelfId => (46, (byte)249),
            MavLinkMessage.System => (54, (byte)77),
            MavLinkMessage.OperatorId => (43, (byte)49),
            MavLinkMessage.Pack => (249, (byte)94),
            MavLinkMessage.ArmStatus => (51, (byte)139),
            MavLinkMessage.SystemUpdate => (18, (byte)7),
            _ => (0, (byte)0),
        };
        return length > 0;
    }
}
