namespace Vedette.Wire.RemoteId;

/// <summary>What a message tells. ASTM F3411-22a, table 4; ASD-STAN prEN 4709-002.</summary>
public enum MessageType : byte
{
    BasicId = 0,
    Location = 1,
    Authentication = 2,
    SelfId = 3,
    System = 4,
    OperatorId = 5,

    /// <summary>Several messages in one.</summary>
    Pack = 15,
}
