using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.ModeS;
using Vedette.Wire.ModeS.CommB;
using Vedette.Wire.ModeS.Json;
using Vedette.Wire.ModeS.Replies;
using Vedette.Wire.ModeS.Squitters;

namespace Vedette.Wire.Tests.ModeS;

/// <summary>Bits set by hand where the clause puts them.</summary>
public class ReplyFieldsTests
{
    [Fact]
    public void An_air_to_air_reply_reads_bit_by_bit()
    {
        var reply = AirAirReply.Read(Message((6, 6, 1), (7, 7, 1), (9, 11, 5), (14, 17, 12), (20, 32, 0x10)));
        Assert.Equal((true, true, 5, 12), (reply.OnGround, reply.CrosslinkCapable, reply.SensitivityLevel, reply.ReplyInformation));
        Assert.Equal(-1000, reply.Altitude!.Value.Feet, 1e-9);
        Assert.Equal(600 * Speed.MetresPerSecondPerKnot, reply.MaxAirspeedMps);
    }

    [Fact]
    public void A_surveillance_reply_reads_bit_by_bit()
    {
        var reply = SurveillanceReply.Read(Message((1, 5, 5), (6, 8, 4), (9, 13, 17), (14, 17, 9), (18, 19, 2), (20, 32, IdentityCode.Write(Mode3A.Hijack))));
        Assert.Equal((4, 17, 9, 2), (reply.FlightStatus, reply.DownlinkRequest, reply.ReservedBy, reply.Reservation));
        Assert.Equal((true, true, null), (reply.Alert, reply.Ident, reply.OnGround));
        Assert.Equal(Mode3A.Hijack, reply.Code);
        Assert.Null(reply.Altitude);
    }

    [Theory]
    [InlineData(0, 0, -1)]
    [InlineData(15, 15, -1)]
    [InlineData(17, -1, 1)]
    [InlineData(79, -1, 63)]
    [InlineData(16, -1, -1)]
    [InlineData(80, -1, -1)]
    public void An_all_call_names_its_interrogator(uint remainder, int ii, int si)
    {
        var reply = AllCallReply.Read(Message((6, 8, 5), (9, 32, 0x4840D6)), remainder);
        Assert.Equal((5, 0x4840D6, ii, si), (reply.Capability, reply.Address, reply.InterrogatorIdentifier, reply.SurveillanceIdentifier));
    }

    [Fact]
    public void A_long_downlink_reads_bit_by_bit()
    {
        var message = Message((1, 2, 3), (4, 4, 1), (5, 8, 9), (9, 16, 0xAB), (81, 88, 0xCD));
        Assert.Equal(new ExtendedLengthReply(true, 9), ExtendedLengthReply.Read(message));
        Assert.Equal((0xAB, 10, 0xCD), (ExtendedLengthReply.Data(message)[0], ExtendedLengthReply.Data(message).Length, ExtendedLengthReply.Data(message)[^1]));
    }

    [Fact]
    public void An_advisory_names_its_threat_by_address_or_by_place()
    {
        var byAddress = ResolutionAdvisory.Read(Field((9, 9, 1), (10, 10, 1), (23, 26, 8), (29, 30, 1), (31, 54, 0x4840D6)));
        Assert.Equal(AdvisedManoeuvre.OneDirection | AdvisedManoeuvre.Corrective, byAddress.Advice);
        Assert.Equal((8, 0x4840D6, true), (byAddress.Complements, byAddress.ThreatAddress, byAddress.IsActive));
        var byPlace = ResolutionAdvisory.Read(Field((27, 27, 1), (28, 28, 1), (29, 30, 2), (31, 43, 0x10), (44, 50, 11), (51, 56, 2)));
        Assert.False(byPlace.IsActive);
        Assert.Equal((-1000, 1852, 9, -1), (Math.Round(byPlace.ThreatAltitude!.Value.Feet), Math.Round(byPlace.ThreatRangeM, 9), Math.Round(byPlace.ThreatBearingRad / Angle.RadiansPerDegree, 9), byPlace.ThreatAddress));
    }

    [Fact]
    public void Operational_status_reads_what_each_version_carries()
    {
        Assert.True(OperationalStatus.TryRead(Field((1, 5, 31), (11, 11, 1), (31, 32, 2), (41, 43, 2), (49, 50, 2), (55, 55, 1)), out var second));
        Assert.Equal((2, 2, -1, true, true), (second.DesignAssurance, second.GeometricVerticalAccuracy, second.BarometricQuality, second.SilPerSample, second.Capability.AcasOperational));
        Assert.True(OperationalStatus.TryRead(Field((1, 5, 31), (11, 11, 1), (31, 32, 2), (41, 43, 1), (49, 50, 2), (55, 55, 1)), out var first));
        Assert.Equal((-1, -1, 2, null, false), (first.DesignAssurance, first.GeometricVerticalAccuracy, first.BarometricQuality, first.SilPerSample, first.Capability.AcasOperational));
        Assert.True(OperationalStatus.TryRead(Field((1, 5, 31), (8, 8, 1), (17, 19, 3), (20, 20, 1), (41, 43, 2), (53, 53, 1)), out var surface));
        Assert.Equal((3, 1, null, true), (surface.NacV, surface.NicSupplementC, surface.NicBaro, surface.DirectionIsTrack));
        Assert.True(OperationalStatus.TryRead(Field((1, 5, 31), (45, 48, 9)), out var zero));
        Assert.Equal((0, -1, -1), (zero.Version, zero.NacP, zero.Sil));
        Assert.False(OperationalStatus.TryRead(Field((1, 5, 31), (41, 43, 3)), out _));
    }

    [Fact]
    public void The_earlier_target_state_reads_and_is_not_taken_for_the_later()
    {
        var field = Field((1, 5, 29), (8, 9, 1), (16, 25, 110), (26, 27, 1), (28, 36, 271), (37, 37, 1), (40, 43, 9), (45, 46, 2), (54, 56, 5));
        Assert.False(TargetState.TryRead(field, out _));
        Assert.True(TargetIntent.TryRead(field, out var intent));
        Assert.Equal((10_000, 271, true, 9, 2, EmergencyState.UnlawfulInterference), (
            Math.Round(intent.TargetAltitudeM / Length.MetresPerFoot), Math.Round(intent.TargetDirectionRad / Angle.RadiansPerDegree), intent.DirectionIsTrack,
            intent.NacP, intent.Sil, intent.Emergency));
    }

    [Fact]
    public void A_coarse_track_is_near_where_its_halves_were_made()
    {
        var (even, odd) = (CompactPosition.Encode(50.1, 23.2, odd: false), CompactPosition.Encode(50.1, 23.2, odd: true));
        var first = CoarsePosition.Read(Field((8, 19, 0x10), (20, 20, 1), (21, 25, 8), (26, 31, 11), (33, 44, even.Latitude >> 5), (45, 56, even.Longitude >> 5)));
        var second = CoarsePosition.Read(Field((32, 32, 1), (33, 44, odd.Latitude >> 5), (45, 56, odd.Longitude >> 5)));
        Assert.True(CompactPosition.TryGlobalAirborne(first.Cpr, second.Cpr, newestIsOdd: true, out var latitude, out var longitude));
        Assert.Equal((50.1, 23.2), (latitude, longitude), Within(0.003));
        Assert.Equal((90, 320), (Math.Round(first.TrackRad / Angle.RadiansPerDegree), Math.Round(first.GroundSpeedMps / Speed.MetresPerSecondPerKnot)));
        Assert.True(double.IsNaN(second.GroundSpeedMps) && double.IsNaN(second.TrackRad));
    }

    [Fact]
    public void Anything_of_seven_or_fourteen_octets_is_a_line_of_JSON()
    {
        var messages = new ModeSJson();
        var json = new Utf8Text();
        Gen.OneOf(Gen.Byte.Array[7], Gen.Byte.Array[14]).Select(Gen.Bool).Sample(
            (octets, sealedUp) =>
            {
                if (sealedUp) Parity.Seal(octets);
                json.Length = 0;
                json.Append((byte)'{');
                messages.Write(json, octets, Instant.UnixEpoch);
                json.Close((byte)'}');
                System.Text.Json.JsonDocument.Parse(json.WithoutComma.ToArray()).Dispose();
            },
            threads: 1);
    }

    private static EqualityComparer<(double, double)> Within(double deg) =>
        EqualityComparer<(double, double)>.Create((a, b) => Math.Abs(a.Item1 - b.Item1) < deg && Math.Abs(a.Item2 - b.Item2) < deg);

    /// <summary>Octets in which bits first to last (1 = the first) hold the value.</summary>
    private static byte[] Message(params (int First, int Last, int Value)[] fields)
    {
        var octets = new byte[14];
        foreach (var (first, last, value) in fields)
            for (var bit = last; bit >= first; bit--)
                if (((value >> (last - bit)) & 1) != 0) octets[(bit - 1) / 8] |= (byte)(0x80 >> ((bit - 1) % 8));
        return octets;
    }

    private static MessageField Field(params (int First, int Last, int Value)[] fields) => MessageField.OfOctets(Message(fields));
}
