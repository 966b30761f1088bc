using Vedette.Kernel;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>Leaves of CAT048 and CAT034 records, named as the goldens name them.</summary>
internal static class RadarLeaves
{
    /// <summary>Items that <see cref="Cat048Reader"/> steps over.</summary>
    public static readonly string[] SteppedOver048 = ["250", "120.RDS", "RE", "SP"];

    public static readonly string[] SteppedOver034 = ["RE", "SP"];

    private const string CodeLayout = "V:1 G:1 L:1";
    private const string PulseLayout = "-:4 QA4:1 QA2:1 QA1:1 QB4:1 QB2:1 QB1:1 QC4:1 QC2:1 QC1:1 QD4:1 QD2:1 QD1:1";
    private const double NauticalMilesPerSecond = Length.MetresPerNauticalMile;

    public static Leaves Of(in Cat048Record r)
    {
        var leaves = new Leaves();
        Source(leaves, r.Source);
        leaves.Add("140", r.TimeOfDay?.TotalSeconds);
        leaves.Extended("020", r.Descriptor?.Octets,
            "TYP:3 SIM:1 RDP:1 SPI:1 RAB:1", "TST:1 ERR:1 XPP:1 ME:1 MI:1 FOEFRI:2", "ADSB.EP:1 ADSB.VAL:1 SCN.EP:1 SCN.VAL:1 PAI.EP:1 PAI.VAL:1 -:1",
            "ACASXV.EP:1 ACASXV.VAL:4 POXPR.EP:1 POXPR.VAL:1", "POACT.EP:1 POACT.VAL:1 DTFXPR.EP:1 DTFXPR.VAL:1 DTFACT.EP:1 DTFACT.VAL:1 -:1",
            "IRMXPR.EP:1 IRMXPR.VAL:1 IRMACT.EP:1 IRMACT.VAL:1 -:3");
        leaves.Add("040.RHO", r.Position?.Range.NauticalMiles);
        leaves.Add("040.THETA", r.Position?.Azimuth.Degrees);
        Code(leaves, "070", "MODE3A", r.Code);
        Code(leaves, "050", "MODE2", r.Mode2);
        if (r.Level is { } level) leaves.Bits("090", (ulong)level.Raw >> 14, "V:1 G:1");
        leaves.Add("090.FL", r.Level?.Altitude.Feet / 100);
        Characteristics(leaves, r.Characteristics);
        leaves.Add("220", r.Address?.Value);
        leaves.Add("240", r.Callsign?.ToString().PadRight(8));
        leaves.Add("161.TRN", r.TrackNumber);
        leaves.Add("042.X", r.CalculatedPosition?.X.NauticalMiles);
        leaves.Add("042.Y", r.CalculatedPosition?.Y.NauticalMiles);
        leaves.Add("200.GSP", r.Velocity?.SpeedMps / NauticalMilesPerSecond);
        leaves.Add("200.HDG", r.Velocity?.Heading.Degrees);
        leaves.Extended("170", r.TrackStatus, "CNF:1 RAD:2 DOU:1 MAH:1 CDM:2", "TRE:1 GHO:1 SUP:1 TCC:1 -:3");
        leaves.Add("210.SIGX", r.Quality?.SigmaX.NauticalMiles);
        leaves.Add("210.SIGY", r.Quality?.SigmaY.NauticalMiles);
        leaves.Add("210.SIGV", r.Quality?.SigmaSpeedMps / NauticalMilesPerSecond);
        leaves.Add("210.SIGH", r.Quality?.SigmaHeading.Degrees);
        for (var i = 0; i < (r.Warnings?.Count ?? 0); i++) leaves.Add($"030[{i}]", r.Warnings!.Value[i] >> 1);
        if (r.CodeConfidence is { } confidence) leaves.Bits("080", confidence, PulseLayout);
        if (r.ModeCPulses is { } pulses)
            leaves.Bits("100", pulses, "V:1 G:1 -:2 MODEC:12 -:4 QC1:1 QA1:1 QC2:1 QA2:1 QC4:1 QA4:1 QB1:1 QD1:1 QB2:1 QD2:1 QB4:1 QD4:1");
        leaves.Add("110.3DH", r.MeasuredHeight?.Metres / Length.MetresPerFoot);
        leaves.Add("120.CAL.D", r.RadialSpeed is { } radial ? (radial.Doubtful ? 1 : 0) : null);
        leaves.Add("120.CAL.CAL", r.RadialSpeed?.Mps);
        if (r.Capability is { } capability) leaves.Bits("230", capability.Raw, "COM:3 STAT:3 SI:1 -:1 MSSC:1 ARC:1 AIC:1 B1A:1 B1B:4");
        leaves.Add("260", r.ResolutionAdvisory?.ToString("x14"));
        if (r.Mode1 is { } mode1) leaves.Bits("055", mode1, CodeLayout + " MODE1:5");
        if (r.Mode1Confidence is { } confidence1) leaves.Bits("065", confidence1, "-:3 QA4:1 QA2:1 QA1:1 QB2:1 QB1:1");
        if (r.Mode2Confidence is { } confidence2) leaves.Bits("060", confidence2, PulseLayout);
        return leaves;
    }

    public static Leaves Of(in Cat034Record r)
    {
        var leaves = new Leaves();
        Source(leaves, r.Source);
        leaves.Add("000", (double?)(byte?)r.Message);
        leaves.Add("030", r.TimeOfDay?.TotalSeconds);
        leaves.Add("020", r.Sector?.Degrees);
        leaves.Add("041", r.Rotation?.TotalSeconds);
        if (r.Status?.Common is { } com) leaves.Bits("050.COM", com, "NOGO:1 RDPC:1 RDPR:1 OVLRDP:1 OVLXMT:1 MSC:1 TSV:1 -:1");
        if (r.Status?.Primary is { } psr) leaves.Bits("050.PSR", psr, "ANT:1 CHAB:2 OVL:1 MSC:1 -:3");
        if (r.Status?.Ssr is { } ssr) leaves.Bits("050.SSR", ssr, "ANT:1 CHAB:2 OVL:1 MSC:1 -:3");
        if (r.Status?.ModeS is { } mds) leaves.Bits("050.MDS", mds, "ANT:1 CHAB:2 OVLSUR:1 MSC:1 SCF:1 DLF:1 OVLSCF:1 OVLDLF:1 -:7");
        if (r.Processing?.Common is { } com60) leaves.Bits("060.COM", com60, "-:1 REDRDP:3 REDXMT:3 -:1");
        if (r.Processing?.Primary is { } psr60) leaves.Bits("060.PSR", psr60, "POL:1 REDRAD:3 STC:2 -:2");
        if (r.Processing?.Ssr is { } ssr60) leaves.Bits("060.SSR", ssr60, "REDRAD:3 -:5");
        if (r.Processing?.ModeS is { } mds60) leaves.Bits("060.MDS", mds60, "REDRAD:3 CLU:1 -:4");
        for (var i = 0; i < (r.Counts?.Count ?? 0); i++)
        {
            leaves.Add($"070[{i}].TYP", r.Counts!.Value[i].Type);
            leaves.Add($"070[{i}].COUNT", r.Counts!.Value[i].Reports);
        }

        leaves.Add("100.RHOST", r.Window?.RangeFrom.NauticalMiles);
        leaves.Add("100.RHOEND", r.Window?.RangeTo.NauticalMiles);
        leaves.Add("100.THETAST", r.Window?.AzimuthFrom.Degrees);
        leaves.Add("100.THETAEND", r.Window?.AzimuthTo.Degrees);
        leaves.Add("110", r.DataFilter);
        leaves.Add("120.HGT", r.Site?.HeightM);
        leaves.Add("120.LAT", r.Site?.Position.LatitudeRad / Angle.RadiansPerDegree);
        leaves.Add("120.LON", r.Site?.Position.LongitudeRad / Angle.RadiansPerDegree);
        leaves.Add("090.RNG", r.Collimation?.Range.NauticalMiles);
        leaves.Add("090.AZM", r.Collimation?.Azimuth.Degrees);
        return leaves;
    }

    public static void Source(Leaves leaves, Vedette.Air.AsterixSource? source)
    {
        leaves.Add("010.SAC", source?.Sac);
        leaves.Add("010.SIC", source?.Sic);
    }

    private static void Code(Leaves leaves, string item, string name, CodeReport? code)
    {
        if (code is not { } report) return;
        leaves.Bits(item, (ulong)report.Raw >> 13, CodeLayout);
        leaves.Add($"{item}.{name}", report.Code.ToString());
    }

    private static void Characteristics(Leaves leaves, PlotCharacteristics? characteristics)
    {
        if (characteristics is not { } c) return;
        leaves.Add("130.SRL", c.SsrRunLength?.Degrees);
        leaves.Add("130.SRR", c.SsrReplies);
        leaves.Add("130.SAM", c.SsrAmplitudeDbm);
        leaves.Add("130.PRL", c.PrimaryRunLength?.Degrees);
        leaves.Add("130.PAM", c.PrimaryAmplitudeDbm);
        leaves.Add("130.RPD", c.RangeDifference?.NauticalMiles);
        leaves.Add("130.APD", c.AzimuthDifference?.Degrees);
    }
}
