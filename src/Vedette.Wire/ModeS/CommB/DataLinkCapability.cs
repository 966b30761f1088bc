namespace Vedette.Wire.ModeS.CommB;

/// <summary>BDS 1,0: what the transponder and its data link can do (ICAO Annex 10 Vol. IV 3.1.2.6.10.2; Doc 9871 table A-2-16).</summary>
public readonly record struct DataLinkCapability
{
    /// <summary>Bit 9: more follows in BDS 1,1 to 1,6.</summary>
    public required bool Continued { get; init; }

    /// <summary>Bit 15: the register's number can be overlaid on the parity.</summary>
    public required bool OverlayCapable { get; init; }

    /// <summary>Bit 16, bits 37-40: ACAS works; can coordinate by hybrid surveillance; gives resolution advisories; and its version.</summary>
    public required AcasCapability Acas { get; init; }

    /// <summary>Bits 17-23: version of the Mode S subnetwork, 0 = none.</summary>
    public required int SubnetworkVersion { get; init; }

    /// <summary>Bit 24: transponder level 5.</summary>
    public required bool EnhancedProtocol { get; init; }

    /// <summary>Bit 25.</summary>
    public required bool SpecificServices { get; init; }

    /// <summary>Bits 26-28: throughput of uplink ELM, 0 = none.</summary>
    public required int UplinkThroughput { get; init; }

    /// <summary>Bits 29-32: throughput of downlink ELM, 0 = none.</summary>
    public required int DownlinkThroughput { get; init; }

    /// <summary>Bit 33: tells its identification (BDS 2,0).</summary>
    public required bool TellsIdentification { get; init; }

    /// <summary>Bit 34: both position registers of extended squitter are kept up to date.</summary>
    public required bool SquitterUpToDate { get; init; }

    /// <summary>Bit 35: understands surveillance identifiers.</summary>
    public required bool UnderstandsSurveillanceIdentifiers { get; init; }

    /// <summary>Bit 36: changes when BDS 1,7 does.</summary>
    public required bool CommonUsageToggle { get; init; }

    /// <summary>Bits 41-56: which sub-addresses have data terminals, bit 41 the lowest.</summary>
    public required int DataTerminals { get; init; }

    /// <summary>False where the 56 bits are another register: its number is not at their head, or a reserved bit is set.</summary>
    public static bool TryRead(MessageField mb, out DataLinkCapability register)
    {
        register = new()
        {
            Continued = mb.Bit(9),
            OverlayCapable = mb.Bit(15),
            Acas = new(mb.Bit(16), mb.Bit(37), mb.Bit(38), mb.Bits(39, 40)),
            SubnetworkVersion = mb.Bits(17, 23),
            EnhancedProtocol = mb.Bit(24),
            SpecificServices = mb.Bit(25),
            UplinkThroughput = mb.Bits(26, 28),
            DownlinkThroughput = mb.Bits(29, 32),
            TellsIdentification = mb.Bit(33),
            SquitterUpToDate = mb.Bit(34),
            UnderstandsSurveillanceIdentifiers = mb.Bit(35),
            CommonUsageToggle = mb.Bit(36),
            DataTerminals = mb.Bits(41, 56),
        };
        return mb.Bits(1, 8) == (int)CommBRegister.DataLinkCapability && mb.Bits(10, 14) == 0;
    }
}

/// <param name="Version">0 DO-185, 1 DO-185A, 2 DO-185B, 3 later.</param>
public readonly record struct AcasCapability(bool Operational, bool HybridSurveillance, bool ResolutionAdvisories, int Version);
