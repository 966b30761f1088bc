using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Asterix;
using static Vedette.Wire.Tests.Asterix.Generators;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>Random CAT021 and CAT062 records.</summary>
internal static class TrafficGenerators
{
    private const double HeightLsbM = 6.25 * Length.MetresPerFoot;
    private const double LevelLsbM = 25 * Length.MetresPerFoot;
    private const double RateLsbMps = 6.25 * Speed.MetresPerSecondPerFootPerMinute;
    private const double SpeedLsbMps = Length.MetresPerNauticalMile / 16384;

    private static readonly Gen<EllipsoidalHeight?> Height = Maybe(Gen.Short.Select(raw => new EllipsoidalHeight(raw * HeightLsbM)));

    private static readonly Gen<PressureAltitude?> Level = Maybe(Gen.Short.Select(raw => new PressureAltitude(raw * LevelLsbM)));

    private static readonly Gen<double?> RateMps = Maybe(Gen.Short.Select(raw => raw * RateLsbMps));

    private static readonly Gen<VerticalRate?> Rate =
        Maybe(Gen.Select(Gen.Int[-16384, 16383], Gen.Bool, (raw, exceeded) => new VerticalRate(raw * RateLsbMps, exceeded)));

    private static readonly Gen<GroundVector?> Vector = Maybe(Gen.Select(
        Gen.Int[0, 32767], Angle16, Gen.Bool, (speed, heading, exceeded) => new GroundVector(new(speed * SpeedLsbMps, heading), exceeded)));

    private static readonly Gen<Cat021Record> Positions = Gen.Select(
        Gen.Select(Source, Extended(5), Maybe(Gen.UShort[0, 4095]), Octet), TimeOfDay, Place(24, Math.PI / (1 << 23)), Place(32, Math.PI / (1 << 30)),
        TimeOfDay, Address, TimeOfDay, Gen.Select(Maybe(Gen.UInt), TimeOfDay),
        (head, time, position, fine, velocityTime, address, received, more) => new Cat021Record
        {
            Source = head.Item1,
            Descriptor = head.Item2 is { } octets ? new AdsbReportDescriptor(octets) : null,
            TrackNumber = head.Item3,
            Service = head.Item4,
            TimeOfPosition = time,
            Position = position,
            FinePosition = fine,
            TimeOfVelocity = velocityTime,
            Address = address,
            PositionReceived = received,
            PositionReceivedPrecisely = more.Item1 is { } raw ? new PreciseReception(raw) : null,
            VelocityReceived = more.Item2,
        });

    public static readonly Gen<Cat021Record> Cat021 = Gen.Select(
        Positions, Gen.Select(Height, Extended(8), Octet), Maybe(Gen.UShort[0, 4095]), Gen.Select(Level, Octet), Gen.Select(Rate, Rate), Vector,
        Gen.Select(TimeOfDay, Text), Gen.Select(Octet, Maybe(Gen.SByte)),
        (record, height, code, level, rates, vector, sent, tail) => record with
        {
            GeometricHeight = height.Item1,
            Quality = height.Item2 is { } octets ? new AdsbQuality(octets) : null,
            Mops = height.Item3 is { } mops ? new MopsVersion(mops) : null,
            Code = code is { } c ? new Mode3A(c) : null,
            Level = level.Item1,
            Status = level.Item2,
            BarometricRate = rates.Item1,
            GeometricRate = rates.Item2,
            GroundVector = vector,
            TimeOfTransmission = sent.Item1,
            Callsign = sent.Item2,
            Emitter = tail.Item1,
            AmplitudeDbm = tail.Item2,
        });

    private static readonly Gen<AircraftDerivedData?> Aircraft = Maybe(Gen.Select(
        Address, Text, TwoOctets, RateMps, RateMps, Height, (address, callsign, capability, barometric, geometric, height) => new AircraftDerivedData
        {
            Address = address,
            Callsign = callsign,
            Capability = capability is { } c ? new ModeSCapability(c) : null,
            BarometricRateMps = barometric,
            GeometricRateMps = geometric,
            GeometricHeight = height,
        }));

    private static readonly Gen<Callsign?> SevenCharacters = Maybe(Gen.Char["ABCXYZ0129 "].Array[7].Select(c => Callsign.From(c)));

    private static readonly Gen<Cat062Record> Motion = Gen.Select(
        Gen.Select(Source, Octet, TimeOfDay), Place(32, Math.PI / (1 << 25)), HalfMetres(-8388608, 8388607),
        Maybe(Gen.Select(Gen.Short, Gen.Short, (x, y) => new CartesianVelocity(x * 0.25, y * 0.25))), Code,
        Maybe(Gen.Select(Gen.Byte[0, 3], Text, (origin, text) => new TargetIdentification(origin, text ?? Callsign.From("")))), Aircraft,
        (head, position, plane, velocity, code, identification, aircraft) => new Cat062Record
        {
            Source = head.Item1,
            Service = head.Item2,
            TimeOfTrack = head.Item3,
            Position = position,
            PlanePosition = plane,
            Velocity = velocity,
            Code = code,
            Identification = identification,
            Aircraft = aircraft,
        });

    public static readonly Gen<Cat062Record> Cat062 = Gen.Select(
        Motion, Gen.Select(TwoOctets, Extended(8), Octet), Level, Height,
        Maybe(Gen.Select(Gen.Int[-16384, 16383], Gen.Bool, (raw, corrected) => new TrackedAltitude(raw * LevelLsbM, corrected))), RateMps,
        SevenCharacters, HalfMetres(0, 65535), (record, status, level, height, altitude, climb, plan, accuracy) => record with
        {
            TrackNumber = status.Item1,
            Status = status.Item2 is { } octets ? new SystemTrackStatus(octets) : null,
            Movement = status.Item3,
            MeasuredLevel = level,
            GeometricHeight = height,
            Altitude = altitude,
            ClimbMps = climb,
            PlanCallsign = plan,
            Accuracy = accuracy,
        });

    private static Gen<HorizontalPosition?> Place(int bits, double lsbRad)
    {
        var limit = 1L << (bits - 1);
        return Maybe(Gen.Select(Gen.Long[-limit, limit - 1], Gen.Long[-limit, limit - 1], (a, b) => new HorizontalPosition(a * lsbRad, b * lsbRad)));
    }

    private static Gen<CartesianPosition?> HalfMetres(int from, int to) =>
        Maybe(Gen.Select(Gen.Int[from, to], Gen.Int[from, to], (x, y) => new CartesianPosition(new(x * 0.5), new(y * 0.5))));
}
