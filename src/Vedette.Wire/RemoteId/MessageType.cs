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

/// <summary>How an unmanned aircraft is named.</summary>
public enum UasIdType : byte
{
    None = 0,

    /// <summary>ANSI/CTA-2063-A.</summary>
    SerialNumber = 1,

    /// <summary>Given by the civil aviation authority.</summary>
    Registration = 2,

    /// <summary>UUID of a UTM system, 16 octets.</summary>
    UtmAssigned = 3,

    /// <summary>Of one flight only; the first octet says which scheme.</summary>
    SpecificSession = 4,
}
