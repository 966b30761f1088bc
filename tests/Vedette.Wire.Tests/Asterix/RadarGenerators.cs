using CsCheck;
using Vedette.Kernel;
using Vedette.Wire.Asterix;
using static Vedette.Wire.Tests.Asterix.Generators;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>Random CAT048 and CAT034 records.</summary>
internal static class RadarGenerators
{
    private const double SpeedLsbMps = Length.MetresPerNauticalMile / 16384;

    private static readonly Gen<PlotCharacteristics?> Characteristics = Maybe(Gen.Select(
        Maybe(Turn(0, 255, 13)), Octet, Maybe(Gen.SByte), Maybe(Turn(0, 255, 13)), Maybe(Gen.SByte), Maybe(NauticalMiles(-128, 127, 1 / 256.0)),
        Maybe(Turn(-128, 127, 14)), (srl, srr, sam, prl, pam, rpd, apd) => new PlotCharacteristics
        {
            SsrRunLength = srl,
            SsrReplies = srr,
            SsrAmplitudeDbm = sam,
            PrimaryRunLength = prl,
            PrimaryAmplitudeDbm = pam,
            RangeDifference = rpd,
            AzimuthDifference = apd,
        }));

    private static readonly Gen<Cat048Record> Measured = Gen.Select(
        Source, TimeOfDay, Extended(6), Maybe(Gen.Select(NauticalMiles(0, 65535, 1 / 256.0), Angle16, (r, a) => new PolarPosition(r, a))),
        Code, TwoOctets, Characteristics, Address,
        (source, time, descriptor, position, code, level, characteristics, address) => new Cat048Record
        {
            Source = source,
            TimeOfDay = time,
            Descriptor = descriptor is { } d ? new RadarReportDescriptor(d) : null,
            Position = position,
            Code = code,
            Level = level is { } l ? new LevelReport(l) : null,
            Characteristics = characteristics,
            Address = address,
        });

    private static readonly Gen<Cat048Record> Tracked = Gen.Select(
        Text, Maybe(Gen.UShort[0, 4095]),
        Maybe(Gen.Select(NauticalMiles(-32768, 32767, 1 / 128.0), NauticalMiles(-32768, 32767, 1 / 128.0), (x, y) => new CartesianPosition(x, y))),
        Maybe(Gen.Select(Gen.UShort, Angle16, (speed, heading) => new PolarVelocity(speed * SpeedLsbMps, heading))), Extended(3),
        Maybe(Gen.Select(NauticalMiles(0, 255, 1 / 128.0), NauticalMiles(0, 255, 1 / 128.0), Gen.Byte, Turn(0, 255, 12),
            (x, y, speed, heading) => new RadarTrackQuality(x, y, speed * SpeedLsbMps, heading))), Extended(8),
        (callsign, number, position, velocity, status, quality, warnings) => new Cat048Record
        {
            Callsign = callsign,
            TrackNumber = number,
            CalculatedPosition = position,
            Velocity = velocity,
            TrackStatus = status,
            Quality = quality,
            Warnings = warnings,
        });

    private static readonly Gen<Cat048Record> Details = Gen.Select(
        TwoOctets, Maybe(Gen.UInt), Maybe(Gen.Int[-8192, 8191].Select(raw => new HeightAboveSeaLevel(raw * (25 * Length.MetresPerFoot)))),
        Maybe(Gen.Select(Gen.Int[-512, 511], Gen.Bool, (speed, doubtful) => new RadialSpeed(speed, doubtful))), TwoOctets,
        Maybe(Gen.ULong[0, (1UL << 56) - 1]), Octet, Gen.Select(Code, TwoOctets),
        (confidence, pulses, height, radial, capability, advisory, octet, mode2) => new Cat048Record
        {
            CodeConfidence = confidence,
            ModeCPulses = pulses,
            MeasuredHeight = height,
            RadialSpeed = radial,
            Capability = capability is { } c ? new ModeSCapability(c) : null,
            ResolutionAdvisory = advisory,
            Mode1 = octet,
            Mode1Confidence = octet is null ? null : (byte)~octet.Value,
            Mode2 = mode2.Item1,
            Mode2Confidence = mode2.Item2,
        });

    public static readonly Gen<Cat048Record> Cat048 = Gen.Select(Measured, Tracked, Details, (m, t, d) => m with
    {
        Callsign = t.Callsign,
        TrackNumber = t.TrackNumber,
        CalculatedPosition = t.CalculatedPosition,
        Velocity = t.Velocity,
        TrackStatus = t.TrackStatus,
        Quality = t.Quality,
        Warnings = t.Warnings,
        CodeConfidence = d.CodeConfidence,
        ModeCPulses = d.ModeCPulses,
        MeasuredHeight = d.MeasuredHeight,
        RadialSpeed = d.RadialSpeed,
        Capability = d.Capability,
        ResolutionAdvisory = d.ResolutionAdvisory,
        Mode1 = d.Mode1,
        Mode2 = d.Mode2,
        Mode1Confidence = d.Mode1Confidence,
        Mode2Confidence = d.Mode2Confidence,
    });

    private static readonly Gen<RadarStatus?> Status = Maybe(Gen.Select(Octet, Octet, Octet, TwoOctets,
        (com, psr, ssr, mds) => new RadarStatus { Common = com, Primary = psr, Ssr = ssr, ModeS = mds }));

    private static readonly Gen<RadarProcessing?> Processing = Maybe(Gen.Select(Octet, Octet, Octet, Octet,
        (com, psr, ssr, mds) => new RadarProcessing { Common = com, Primary = psr, Ssr = ssr, ModeS = mds }));

    private static readonly Gen<MessageCounts?> Counts = Maybe(Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong, Gen.ULong,
        (a, b, c, d) => new MessageCounts(16, a, b, c, d)));

    private static readonly Gen<RadarSite?> Site = Maybe(Gen.Select(Gen.Short, Gen.Int[-8388608, 8388607], Gen.Int[-8388608, 8388607],
        (height, latitude, longitude) => new RadarSite(height, new(latitude * (Math.PI / (1 << 23)), longitude * (Math.PI / (1 << 23))))));

    private static readonly Gen<PolarWindow?> Window = Maybe(Gen.Select(
        NauticalMiles(0, 65535, 1 / 256.0), NauticalMiles(0, 65535, 1 / 256.0), Angle16, Angle16, (a, b, c, d) => new PolarWindow(a, b, c, d)));

    private static readonly Gen<CollimationError?> Collimation = Maybe(Gen.Select(
        NauticalMiles(-128, 127, 1 / 128.0), Turn(-128, 127, 14), (r, a) => new CollimationError(r, a)));

    public static readonly Gen<Cat034Record> Cat034 = Gen.Select(
        Gen.Select(Source, Octet, TimeOfDay), Gen.Select(Angle8, TwoOctets), Status, Processing, Counts, Gen.Select(Window, Octet), Site, Collimation,
        (head, beam, status, processing, counts, filter, site, collimation) => new Cat034Record
        {
            Source = head.Item1,
            Message = (RadarServiceMessage?)head.Item2,
            TimeOfDay = head.Item3,
            Sector = beam.Item1,
            Rotation = beam.Item2 is { } raw ? new TimeSpan(raw * (TimeSpan.TicksPerSecond / 128)) : null,
            Status = status,
            Processing = processing,
            Counts = counts,
            Window = filter.Item1,
            DataFilter = filter.Item2,
            Site = site,
            Collimation = collimation,
        });
}
