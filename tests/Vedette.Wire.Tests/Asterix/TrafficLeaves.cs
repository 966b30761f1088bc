using Vedette.Kernel;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>Leaves of CAT021 and CAT062 records, named as the goldens name them.</summary>
internal static class TrafficLeaves
{
    public static readonly string[] SteppedOver021 =
    [
        "008", "016", "076", "110", "146", "148", "150", "151", "152", "165", "220", "230", "250", "260", "271", "295", "400", "RE", "SP",
        "090.VALDISTP1", "090.VALDISTP2", "090.VALDISTQUALP1", "090.VALDISTQUALP2",
    ];

    public static readonly string[] SteppedOver021Early = ["032", "110", "131", "146", "148", "150", "151", "152", "165", "220", "230", "RE", "SP"];

    public static readonly string[] SteppedOver062 =
    [
        "110", "120", "210", "270", "290", "295", "300", "340", "510", "RE", "SP",
        .. "MHG IAS TAS SAL FSS TIS TID SAB ACS RAN TAR TAN GS VUN MET EMC POS PUN MB BDSDATA IAR MAC BPS".Split(' ').Select(s => "380." + s),
        .. "TAG IFI FCT TAC WTC DEP DST RDS CFL CTL TOD AST STS STD STA PEM PEC".Split(' ').Select(s => "390." + s),
        .. "COV APW AGA ABA ATV AA ARC".Split(' ').Select(s => "500." + s),
    ];

    private const double FeetPerMinute = Speed.MetresPerSecondPerFootPerMinute;

    public static Leaves Of(in Cat021Record r)
    {
        var leaves = new Leaves();
        RadarLeaves.Source(leaves, r.Source);
        leaves.Extended("040", r.Descriptor?.Octets, "ATP:3 ARC:2 RC:1 RAB:1", "DCR:1 GBS:1 SIM:1 TST:1 SAA:1 CL:2",
            "-:1 LLC:1 IPC:1 NOGO:1 CPR:1 LDPJ:1 RCF:1", "TBC.EP:1 TBC.VAL:6", "MBC.EP:1 MBC.VAL:6");
        leaves.Add("161.TRNUM", r.TrackNumber);
        leaves.Add("015", r.Service);
        leaves.Add("071", r.TimeOfPosition?.TotalSeconds);
        Place(leaves, "130", r.Position);
        Place(leaves, "131", r.FinePosition);
        leaves.Add("072", r.TimeOfVelocity?.TotalSeconds);
        leaves.Add("080", r.Address?.Value);
        leaves.Add("073", r.PositionReceived?.TotalSeconds);
        leaves.Add("074.FSI", r.PositionReceivedPrecisely?.Raw >> 30);
        leaves.Add("074.TOMRP", (r.PositionReceivedPrecisely?.Raw & 0x3FFFFFFF) / (double)(1 << 30));
        leaves.Add("075", r.VelocityReceived?.TotalSeconds);
        leaves.Add("140", r.GeometricHeight?.Metres / Length.MetresPerFoot);
        leaves.Extended("090", r.Quality?.Octets, "NUCRNACV:3 NUCPNIC:4", "NICBARO:1 SIL:2 NACP:4", "-:2 SILS:1 SDA:2 GVA:2", "PIC:4 SRC:1 -:2",
            "-:2 VALSTATE.EP:1 VALSTATE.VAL:2 VD:1 VQ:1");
        if (r.Mops is { } mops) leaves.Bits("210", mops.Raw, "-:1 VNS:1 VN:3 LTT:3");
        leaves.Add("070.MODE3A", r.Code?.ToString());
        leaves.Add("145", r.Level?.Feet / 100);
        if (r.Status is { } status) leaves.Bits("200", status, "ICF:1 LNAV:1 ME:1 PS:3 SS:2");
        Rate(leaves, "155", "BVR", r.BarometricRate);
        Rate(leaves, "157", "GVR", r.GeometricRate);
        leaves.Add("160.RE", r.GroundVector is { } vector ? (vector.Exceeded ? 1 : 0) : null);
        leaves.Add("160.GS", r.GroundVector?.Velocity.SpeedMps / Length.MetresPerNauticalMile);
        leaves.Add("160.TA", r.GroundVector?.Velocity.Heading.Degrees);
        leaves.Add("077", r.TimeOfTransmission?.TotalSeconds);
        leaves.Add("170", r.Callsign?.ToString().PadRight(8));
        leaves.Add("020", r.Emitter);
        leaves.Add("132", r.AmplitudeDbm);
        return leaves;
    }

    public static Leaves Of(in Cat021EarlyRecord r)
    {
        var leaves = new Leaves();
        RadarLeaves.Source(leaves, r.Source);
        if (r.Descriptor is { } descriptor) leaves.Bits("040", descriptor.Raw, "DCR:1 GBS:1 SIM:1 TST:1 RAB:1 SAA:1 SPI:1 -:1 ATP:3 ARC:2 -:3");
        leaves.Add("030", r.TimeOfDay?.TotalSeconds);
        Place(leaves, "130", r.Position);
        leaves.Add("080", r.Address?.Value);
        leaves.Add("140", r.GeometricHeight?.Metres / Length.MetresPerFoot);
        if (r.FigureOfMerit is { } merit)
        {
            leaves.Bits("090", (ulong)merit >> 10, "AC:2 MN:2 DC:2");
            leaves.Add("090.PA", (sbyte)(merit << 4) >> 4);
        }

        if (r.Link is { } link) leaves.Bits("210", link, "-:3 DTI:1 MDS:1 UAT:1 VDL:1 OTR:1");
        leaves.Add("145", r.Level?.Feet / 100);
        leaves.Add("155", r.BarometricRateMps / FeetPerMinute);
        leaves.Add("157", r.GeometricRateMps / FeetPerMinute);
        leaves.Add("160.GS", r.GroundVector?.SpeedMps / Length.MetresPerNauticalMile);
        leaves.Add("160.TA", r.GroundVector?.Heading.Degrees);
        leaves.Add("170", r.Callsign?.ToString().PadRight(8));
        leaves.Add("095", r.VelocityAccuracy);
        leaves.Add("200", r.Status);
        leaves.Add("020", r.Emitter);
        if (r.Code is { } code) leaves.Bits("070", (ulong)code.Raw >> 13, "V:1 G:1 L:1");
        leaves.Add("070.MODE3A", r.Code?.Code.ToString());
        return leaves;
    }

    public static Leaves Of(in Cat062Record r)
    {
        var leaves = new Leaves();
        RadarLeaves.Source(leaves, r.Source);
        leaves.Add("015", r.Service);
        leaves.Add("070", r.TimeOfTrack?.TotalSeconds);
        Place(leaves, "105", r.Position);
        leaves.Add("100.X", r.PlanePosition?.X.Metres);
        leaves.Add("100.Y", r.PlanePosition?.Y.Metres);
        leaves.Add("185.VX", r.Velocity?.XMps);
        leaves.Add("185.VY", r.Velocity?.YMps);
        if (r.Code is { } code) leaves.Bits("060", (ulong)code.Raw >> 13, "V:1 G:1 CH:1");
        leaves.Add("060.MODE3A", r.Code?.Code.ToString());
        leaves.Add("245.STI", r.Identification?.Origin);
        leaves.Add("245.CHR", r.Identification?.Text.ToString().PadRight(8));
        leaves.Add("380.ADR", r.Aircraft?.Address?.Value);
        leaves.Add("380.ID", r.Aircraft?.Callsign?.ToString().PadRight(8));
        if (r.Aircraft?.Capability is { } capability) leaves.Bits("380.COM", capability.Raw, "COM:3 STAT:3 -:2 SSC:1 ARC:1 AIC:1 B1A:1 B1B:4");
        leaves.Add("380.BVR", r.Aircraft?.BarometricRateMps / FeetPerMinute);
        leaves.Add("380.GVR", r.Aircraft?.GeometricRateMps / FeetPerMinute);
        leaves.Add("380.GAL", r.Aircraft?.GeometricHeight?.Metres / Length.MetresPerFoot);
        leaves.Add("040", r.TrackNumber);
        leaves.Extended("080", r.Status?.Octets, "MON:1 SPI:1 MRH:1 SRC:3 CNF:1", "SIM:1 TSE:1 TSB:1 FPC:1 AFF:1 STP:1 KOS:1",
            "AMA:1 MD4:2 ME:1 MI:1 MD5:2", "CST:1 PSR:1 SSR:1 MDS:1 ADS:1 SUC:1 AAC:1", "SDS:2 EMS:3 PFT:1 FPLT:1",
            "DUPT:1 DUPF:1 DUPM:1 SFC:1 IDD:1 IEC:1 MLAT:1", "M5I:1 -:6");
        if (r.Movement is { } movement) leaves.Bits("200", movement, "TRANS:2 LONG:2 VERT:2 ADF:1 -:1");
        leaves.Add("136", r.MeasuredLevel?.Feet / 100);
        leaves.Add("130", r.GeometricHeight?.Metres / Length.MetresPerFoot);
        leaves.Add("135.QNH", r.Altitude is { } altitude ? (altitude.PressureCorrected ? 1 : 0) : null);
        leaves.Add("135.CTB", r.Altitude?.Metres / Length.MetresPerFoot / 100);
        leaves.Add("220", r.ClimbMps / FeetPerMinute);
        leaves.Add("390.CS", r.PlanCallsign?.ToString().PadRight(7));
        leaves.Add("500.APC.X", r.Accuracy?.X.Metres);
        leaves.Add("500.APC.Y", r.Accuracy?.Y.Metres);
        return leaves;
    }

    private static void Place(Leaves leaves, string item, HorizontalPosition? position)
    {
        leaves.Add($"{item}.LAT", position?.LatitudeRad / Angle.RadiansPerDegree);
        leaves.Add($"{item}.LON", position?.LongitudeRad / Angle.RadiansPerDegree);
    }

    private static void Rate(Leaves leaves, string item, string name, VerticalRate? rate)
    {
        leaves.Add($"{item}.RE", rate is { } sent ? (sent.Exceeded ? 1 : 0) : null);
        leaves.Add($"{item}.{name}", rate?.Mps / FeetPerMinute);
    }
}
