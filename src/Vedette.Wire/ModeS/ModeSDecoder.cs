using System.Runtime.CompilerServices;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.ModeS.CommB;
using Vedette.Wire.ModeS.Replies;
using Vedette.Wire.ModeS.Squitters;

namespace Vedette.Wire.ModeS;

/// <summary>When and how a message came.</summary>
/// <param name="At">When the transponder spoke, as well as the receiver tells.</param>
/// <param name="ReceivedAt">When its octets reached Vedette.</param>
/// <param name="Entry">Journal entry that holds them.</param>
/// <param name="Offset">Where in the entry's octets.</param>
/// <param name="AmplitudeDb">dB below full scale; NaN = not told.</param>
public readonly record struct Reception(Instant At, Instant ReceivedAt, long Entry, int Offset, double AmplitudeDb = double.NaN);

/// <summary>
/// Mode S messages of one receiver, framing removed, to cooperative plots: one for each position that could be placed, dressed with the
/// velocity, code, callsign and quality heard lately from the same address (ICAO Annex 10 Vol. IV; RTCA DO-260B).
/// </summary>
/// <remarks>
/// Whose message it is: DF11, 17 and 18 carry the address in clear and prove it by parity. The others overlay the address on the parity,
/// where every error yields some other address: they are believed only for addresses vouched for in the last two minutes.
/// </remarks>
public sealed class ModeSDecoder
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan VouchedFor = TimeSpan.FromMinutes(2);
    private const double VelocityMemoryS = 5;
    private const double AltitudeMemoryS = 10;
    private const double CodeMemoryS = 60;

    /// <summary>Motion this old still tells one register from another.</summary>
    private const double StateMemoryS = 30;

    private const int MaxAircraft = 4096;

    private static readonly string[] ParityItems = Items("PI");
    private static readonly string[] AddressParityItems = Items("AP");
    private static readonly string[] FieldItems = Items("CF");
    private static readonly string[] FormatItems = Items("");

    private readonly string feed;
    private readonly SensorDirectory sensors;
    private readonly SensorId sensor;
    private readonly bool repairOneBit;
    private readonly AircraftTable aircraft = new(MaxAircraft, Memory);
    private readonly PositionResolver resolver = new(Memory);
    private readonly long[] accepted = new long[32];

    /// <param name="feed">Named in refusals.</param>
    /// <param name="sensors">Where the receiver's position is looked up.</param>
    /// <param name="sensor">The receiver.</param>
    /// <param name="repairOneBit">
    /// Repair extended squitters that are one bit off, for aircraft already vouched for and placed. Never makes an aircraft or its first
    /// position.
    /// </param>
    public ModeSDecoder(string feed, SensorDirectory sensors, SensorId sensor, bool repairOneBit = false)
    {
        this.feed = feed;
        this.sensors = sensors;
        this.sensor = sensor;
        this.repairOneBit = repairOneBit;
    }

    public PositionCounts Positions => resolver.Counts;

    /// <summary>Messages accepted since the start, by downlink format (0 to 31).</summary>
    public ReadOnlySpan<long> AcceptedByFormat => accepted;

    /// <summary>Addresses remembered now.</summary>
    public int AircraftCount => aircraft.Count;

    /// <summary>Rc of a position message of this address (<see cref="PositionQuality.ContainmentM"/>), with the version and supplements heard so far.</summary>
    internal double ContainmentM(TransponderAddress address, MessageField me, SquitterSender sender)
    {
        ref var record = ref aircraft.Find(address.Value);
        if (Unsafe.IsNullRef(ref record)) return double.NaN;
        var supplementB = sender.UsesSupplementB && me.Bit(8) ? 1 : 0;
        return PositionQuality.ContainmentM(me.TypeCode, record.Version, record.NicSupplementA, supplementB, record.NicSupplementC);
    }

    /// <summary>What this Comm-B reply and the messages of its sender before it tell of the aircraft.</summary>
    internal FlightState StateOf(ReadOnlySpan<byte> message, int address, Instant now)
    {
        var own = SurveillanceReply.Read(message).Altitude;
        ref var record = ref aircraft.Find(address);
        if (Unsafe.IsNullRef(ref record)) return new() { Altitude = own };
        var altitude = own ?? (IsFresh(record.AltitudeAt, now, StateMemoryS) ? record.Altitude : (PressureAltitude?)null);
        if (!IsFresh(record.VelocityAt, now, StateMemoryS)) return new() { Altitude = altitude };
        var speedMps = Math.Sqrt((record.EastMps * record.EastMps) + (record.NorthMps * record.NorthMps));
        return new() { Altitude = altitude, GroundSpeedMps = speedMps, TrackRad = Math.Atan2(record.EastMps, record.NorthMps) };
    }

    /// <param name="message">7 or 14 octets, parity included.</param>
    public void Read(ReadOnlySpan<byte> message, in Reception reception, IIntake intake)
    {
        var format = message.Length == 0 ? 0 : message[0] >> 3;
        if (message.Length != (format < 16 ? 7 : 14))
        {
            Refuse(FormatItems[format], "wrong length for this downlink format", reception, intake);
            return;
        }

        switch (format)
        {
            case 0 or 4 or 5 or 16 or 20 or 21 or >= ExtendedLengthReply.Format:
                ReadReply(message, Math.Min(format, ExtendedLengthReply.Format), reception, intake);
                break;
            case 11:
                ReadAllCall(message, reception, intake);
                break;
            case 17 or 18 or 19:
                ReadSquitter(message, format, reception, intake);
                break;
            default:
                Refuse(FormatItems[format], "downlink format not read", reception, intake);
                break;
        }
    }

    /// <summary>Surveillance, Comm-B, Comm-D and air-to-air replies: the address is overlaid on the parity.</summary>
    private void ReadReply(ReadOnlySpan<byte> message, int format, in Reception reception, IIntake intake)
    {
        var address = (int)Parity.Remainder(message);
        if (!IsVouched(address, reception.At))
        {
            Refuse(AddressParityItems[format], "address not vouched for by DF11, 17 or 18", reception, intake);
            return;
        }

        ref var record = ref aircraft.Hear(address, reception.At);
        Accept(format, intake);
        if (format == ExtendedLengthReply.Format) return;
        var field = ((message[2] & 0x1F) << 8) | message[3];
        if (format is 5 or 21)
            (record.Code, record.CodeAt) = (IdentityCode.Read(field), reception.At);
        else if (AltitudeCode.TryRead13(field, out var altitude))
            (record.Altitude, record.AltitudeAt) = (altitude, reception.At);
    }

    /// <summary>DF11. The low seven bits of the remainder name the interrogator; if it is not 0 the parity proves less: enough for an address already vouched for.</summary>
    private void ReadAllCall(ReadOnlySpan<byte> message, in Reception reception, IIntake intake)
    {
        var remainder = Parity.Remainder(message);
        var address = AddressOf(message);
        if ((remainder & ~0x7Fu) != 0 || (remainder != 0 && !IsVouched(address, reception.At)))
        {
            Refuse(ParityItems[11], "parity does not hold", reception, intake);
            return;
        }

        aircraft.Hear(address, reception.At).Vouched = reception.At;
        Accept(11, intake);
    }

    private void ReadSquitter(scoped ReadOnlySpan<byte> message, int format, in Reception reception, IIntake intake)
    {
        Span<byte> repaired = stackalloc byte[14];
        var remainder = Parity.Remainder(message);
        if (remainder != 0)
        {
            message.CopyTo(repaired);
            if (!repairOneBit || !BitRepair.TryRepair(repaired, remainder) || !IsVouchedAndPlaced(AddressOf(repaired), reception.At))
            {
                Refuse(ParityItems[format], "parity does not hold", reception, intake);
                return;
            }

            message = repaired;
        }

        var me = MessageField.Of(message);
        var sender = SquitterSender.Of(format, message[0] & 7, me);
        if (sender.IsUnread)
        {
            Refuse(FieldItems[format], "management, military and reserved sub-types are not read", reception, intake);
            return;
        }

        var address = AddressOf(message) | (sender.NonIcao ? TransponderAddress.NonIcaoFlag : 0);
        ref var record = ref aircraft.Hear(address, reception.At);
        if (remainder == 0) record.Vouched = reception.At;
        Accept(format, intake);
        if (sender.Source == SquitterSource.TisbCoarse) ReadCoarse(CoarsePosition.Read(me), ref record, sender, reception, intake);
        else ReadField(me, ref record, sender, reception, intake);
    }

    private void ReadField(MessageField me, ref AircraftRecord record, SquitterSender sender, in Reception reception, IIntake intake)
    {
        switch (me.TypeCode)
        {
            case 0:
                if (AltitudeCode.TryRead12(me.Bits(9, 20), out var altitude)) (record.Altitude, record.AltitudeAt) = (altitude, reception.At);
                break;
            case <= 4:
                record.Callsign = AircraftIdentification.Read(me).Callsign;
                break;
            case <= 8:
                ReadSurface(SurfacePosition.Read(me), ref record, sender, reception, intake);
                break;
            case <= 18 or (>= 20 and <= 22):
                ReadAirborne(AirbornePosition.Read(me), ref record, sender, reception, intake);
                break;
            case 19:
                if (AirborneVelocity.TryRead(me, out var velocity)) KeepVelocity(velocity, ref record, sender, reception.At);
                break;
            case 23:
                if (TestMessage.TryRead(me, out var test)) (record.Code, record.CodeAt) = (test.Code, reception.At);
                break;
            case 28:
                if (EmergencyStatus.TryRead(me, out var status) && status.Code is { } code) (record.Code, record.CodeAt) = (code, reception.At);
                break;
            case 29:
                if (TargetState.TryRead(me, out var target)) (record.NacP, record.Sil) = ((sbyte)target.NacP, (sbyte)target.Sil);
                else if (TargetIntent.TryRead(me, out var intent)) (record.NacP, record.Sil) = ((sbyte)intent.NacP, (sbyte)intent.Sil);
                break;
            case 31:
                if (OperationalStatus.TryRead(me, out var operational)) KeepStatus(operational, ref record);
                break;
        }
    }

    private static void KeepVelocity(in AirborneVelocity velocity, ref AircraftRecord record, SquitterSender sender, Instant at)
    {
        if (!sender.IsGroundTrack) record.NacV = (sbyte)velocity.NacV;
        if (!double.IsNaN(velocity.EastMps) && !double.IsNaN(velocity.NorthMps))
            (record.EastMps, record.NorthMps, record.VelocityAt) = (velocity.EastMps, velocity.NorthMps, at);
        if (!double.IsNaN(velocity.ClimbMps)) (record.ClimbMps, record.ClimbAt) = (velocity.ClimbMps, at);
    }

    /// <summary>Speed and direction over ground; at rest no direction is needed.</summary>
    private static void KeepMotion(double speedMps, double trackRad, ref AircraftRecord record, Instant at)
    {
        if (double.IsNaN(speedMps) || (speedMps != 0 && double.IsNaN(trackRad))) return;
        var (sin, cos) = Math.SinCos(speedMps == 0 ? 0 : trackRad);
        (record.EastMps, record.NorthMps, record.VelocityAt) = (speedMps * sin, speedMps * cos, at);
    }

    private static void KeepStatus(in OperationalStatus status, ref AircraftRecord record)
    {
        record.Version = (sbyte)status.Version;
        record.NicSupplementA = (sbyte)status.NicSupplementA;
        if (status.Surface) record.NicSupplementC = (sbyte)status.NicSupplementC;
        if (status.NacP >= 0) (record.NacP, record.Sil) = ((sbyte)status.NacP, (sbyte)status.Sil);
    }

    private void ReadSurface(
        in SurfacePosition position, ref AircraftRecord record, SquitterSender sender, in Reception reception, IIntake intake)
    {
        KeepMotion(position.GroundSpeedMps, position.TrackRad, ref record, reception.At);
        if (!resolver.TryResolve(ref record, position.Cpr, reception.At, sensors[sensor].Position, out var latitudeDeg, out var longitudeDeg)) return;
        var nic = PositionQuality.Nic(position.TypeCode, record.Version, record.NicSupplementA, 0, record.NicSupplementC);
        var place = Geodetic.FromDegrees(latitudeDeg, longitudeDeg, double.NaN);
        Deliver(record, place, SigmaM(record, position.TypeCode), nic, onGround: true, sender, reception, intake);
    }

    private void ReadAirborne(
        in AirbornePosition position, ref AircraftRecord record, SquitterSender sender, in Reception reception, IIntake intake)
    {
        if (position is { Altitude: { } altitude, IsGeometric: false }) (record.Altitude, record.AltitudeAt) = (altitude, reception.At);
        if (!resolver.TryResolve(ref record, position.Cpr, reception.At, sensors[sensor].Position, out var latitudeDeg, out var longitudeDeg)) return;
        var supplementB = sender.UsesSupplementB && position.NicSupplementB ? 1 : 0;
        var nic = PositionQuality.Nic(position.TypeCode, record.Version, record.NicSupplementA, supplementB, 0);
        var heightM = position is { IsGeometric: true, Altitude: { } height } ? height.Metres : double.NaN;
        var place = Geodetic.FromDegrees(latitudeDeg, longitudeDeg, heightM);
        Deliver(record, place, SigmaM(record, position.TypeCode), nic, onGround: false, sender, reception, intake);
    }

    private void ReadCoarse(in CoarsePosition position, ref AircraftRecord record, SquitterSender sender, in Reception reception, IIntake intake)
    {
        if (position.Altitude is { } altitude) (record.Altitude, record.AltitudeAt) = (altitude, reception.At);
        KeepMotion(position.GroundSpeedMps, position.TrackRad, ref record, reception.At);
        if (!resolver.TryResolve(ref record, position.Cpr, reception.At, sensors[sensor].Position, out var latitudeDeg, out var longitudeDeg)) return;
        var place = Geodetic.FromDegrees(latitudeDeg, longitudeDeg, double.NaN);
        Deliver(record, place, CoarsePosition.CodingSigmaM, nic: -1, onGround: false, sender, reception, intake);
    }

    private static double SigmaM(in AircraftRecord record, int typeCode) => PositionQuality.SigmaM(typeCode, record.Version, record.NacP);

    private void Deliver(
        in AircraftRecord record, Geodetic place, double sigmaM, int nic, bool onGround, SquitterSender sender, in Reception reception, IIntake intake)
    {
        var moving = IsFresh(record.VelocityAt, reception.At, VelocityMemoryS);
        var plot = new Plot
        {
            Sensor = sensor,
            Kind = sender.IsGroundTrack ? PlotKind.Positioned : PlotKind.Cooperative,
            TimeOfApplicability = reception.At,
            ReceivedAt = reception.ReceivedAt,
            Entry = reception.Entry,
            Position = place,
            SigmaPositionM = sigmaM,
            VelocityEastMps = moving ? record.EastMps : double.NaN,
            VelocityNorthMps = moving ? record.NorthMps : double.NaN,
            ClimbMps = IsFresh(record.ClimbAt, reception.At, VelocityMemoryS) ? record.ClimbMps : double.NaN,
            AmplitudeDb = reception.AmplitudeDb,
            Code = IsFresh(record.CodeAt, reception.At, CodeMemoryS) ? record.Code : null,
            Address = new(record.Key - 1),
            Callsign = record.Callsign,
            Altitude = !onGround && IsFresh(record.AltitudeAt, reception.At, AltitudeMemoryS) ? record.Altitude : null,
            Integrity = new(record.Version, (sbyte)nic, record.NacP, record.NacV, record.Sil),
            OnGround = onGround,
        };
        intake.OnPlot(plot);
    }

    private bool IsVouched(int address, Instant now)
    {
        ref var record = ref aircraft.Find(address);
        return !Unsafe.IsNullRef(ref record) && (now - record.Vouched).Duration() <= VouchedFor;
    }

    private bool IsVouchedAndPlaced(int address, Instant now) =>
        IsVouched(address, now) && aircraft.Find(address).Anchor.At != Instant.MinValue;

    private static bool IsFresh(Instant heard, Instant now, double memoryS) =>
        heard != Instant.MinValue && Math.Abs(now.SecondsSince(heard)) <= memoryS;

    private static int AddressOf(ReadOnlySpan<byte> message) => (message[1] << 16) | (message[2] << 8) | message[3];

    private void Accept(int format, IIntake intake)
    {
        accepted[format]++;
        intake.OnRecord();
    }

    private void Refuse(string item, string reason, in Reception reception, IIntake intake) =>
        intake.OnRefusal(new(feed, reception.Entry, reception.Offset, item, reason));

    private static string[] Items(string field)
    {
        var items = new string[32];
        for (var format = 0; format < items.Length; format++) items[format] = $"DF{format} {field}".TrimEnd();
        return items;
    }
}
