using System.Text;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.MavLink;
using Vedette.Wire.RemoteId;

namespace Vedette.Wire.Tests.RemoteId;

public class TransportTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 1, 12, 30, 5);

    public static TheoryData<string> Formats => ["DroneScout", "DragonSync", "network", "MAVLink", "hex"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_transport_tells_the_same_of_the_same_drone(string format)
    {
        var heard = Hear(format);
        Assert.Empty(heard.Refused);
        var plot = Assert.Single(heard.All);
        Assert.Equal("0012ABCD", plot.Callsign.ToString());
        Assert.Equal((50.1, 22.3), (Math.Round(plot.Position!.Value.LatitudeDeg, 7), Math.Round(plot.Position.Value.LongitudeDeg, 7)));
        Assert.Equal(300.5, plot.Position.Value.HeightM);
        Assert.Equal(Instant.FromUtc(2026, 5, 1, 12, 30, 4).AddSeconds(0.1), plot.TimeOfApplicability);
        Assert.Equal(12.25, Math.Sqrt((plot.VelocityEastMps * plot.VelocityEastMps) + (plot.VelocityNorthMps * plot.VelocityNorthMps)), 9);
        Assert.Equal(-1.5, plot.ClimbMps);
        Assert.Equal(10 / 2.45, plot.SigmaPositionM);
        var claim = heard.Claims[^1];
        Assert.Equal((UasVectors.Serial, UasIdType.SerialNumber, UasKind.HelicopterOrMultirotor, UasStatus.Airborne), (claim.Id, claim.IdType, claim.Kind, claim.Status));
        Assert.Equal(("roof survey", "POL87astrdge12k8", OperatorPlaceKind.Live), (claim.Description, claim.OperatorId, claim.OperatorPlace));
        Assert.Equal((50.09, 22.31), (Math.Round(claim.Operator!.Value.LatitudeDeg, 7), Math.Round(claim.Operator.Value.LongitudeDeg, 7)));
        Assert.Equal(plot.Address, claim.Address);
    }

    [Fact]
    public void One_drone_over_all_transports_has_one_address() =>
        Assert.Single(Formats.Select(format => Hear(format.Data).All[0].Address).Distinct());

    [Fact]
    public void What_a_service_of_2019_says_is_read_as_well()
    {
        var heard = new HeardIntake();
        new RemoteIdJsonDecoder("uss", new SensorDirectory(), "uss").Decode(Encoding.UTF8.GetBytes(UasVectors.EarlyFlights), Now, 1, heard);
        Assert.Empty(heard.Refused);
        var claim = Assert.Single(heard.Claims);
        Assert.Equal(new ClaimedArea(4, 200, 100, 400), claim.Area);
        Assert.Equal((UasVectors.Serial, UasKind.HelicopterOrMultirotor), (claim.Id, claim.Kind));
        Assert.NotNull(claim.Operator);
    }

    [Fact]
    public void An_operator_that_moves_is_a_new_claim_and_one_that_stays_is_not()
    {
        var heard = new HeardIntake();
        var decoder = new MavLinkDecoder("gcs", new SensorDirectory(), "gcs");
        byte[] all = [.. UasVectors.BasicId, .. UasVectors.System, .. UasVectors.System, .. UasVectors.SystemUpdate, .. UasVectors.ArmStatus, .. UasVectors.SystemUpdate];
        decoder.Decode(all, Now, 1, heard);
        Assert.Equal(6, heard.Records);
        Assert.Equal([null, 50.09, 50.091], heard.Claims.Select(claim => claim.Operator is { } place ? Math.Round(place.LatitudeDeg, 5) : (double?)null));
        Assert.Equal((1, 3), (heard.Claims[^1].EuCategory, heard.Claims[^1].EuClass));
    }

    [Fact]
    public void A_place_without_a_name_waits_three_seconds_for_it()
    {
        var heard = new HeardIntake();
        var decoder = new MavLinkDecoder("gcs", new SensorDirectory(), "gcs");
        decoder.Decode(UasVectors.Location, Now, 1, heard);
        Assert.Empty(heard.All);
        decoder.Decode(UasVectors.Location, Now.AddSeconds(3), 2, heard);
        Assert.Single(heard.All);
        Assert.Empty(heard.Claims);
    }

    [Fact]
    public void A_frame_with_a_wrong_check_sum_is_refused_by_name_and_what_follows_is_read()
    {
        var heard = new HeardIntake();
        byte[] broken = [.. UasVectors.BasicId];
        broken[30] ^= 1;
        new MavLinkDecoder("gcs", new SensorDirectory(), "gcs").Decode([1, 2, .. broken, 0xFE, 0xFD, .. UasVectors.BasicId, .. UasVectors.Location], Now, 7, heard);
        Assert.Equal([new Refusal("gcs", 7, 2, "MAVLink frame", "the check sum is wrong")], heard.Refused);
        Assert.Single(heard.All);
    }

    [Fact]
    public void A_pack_in_a_frame_is_read_as_the_pack_alone()
    {
        var writer = new RemoteIdPackWriter(new byte[RemoteIdMessages.LongestPack], 2);
        writer.Add(new BasicId { IdType = UasIdType.SerialNumber, UaType = 2, Id = "PACKED-1"u8 });
        writer.Add(new LocationVector { LatitudeDeg = 50.1, LongitudeDeg = 22.3, GeodeticAltitudeM = 210, SinceHourS = 1804 });
        byte[] payload = [0, 0, .. "another radio"u8, .. new byte[7], 25, (byte)writer.Count, .. writer.Pack[3..]];
        var heard = new HeardIntake();
        new MavLinkDecoder("gcs", new SensorDirectory(), "gcs").Decode(MavLinkFrames.Write(12915, 94, payload), Now, 1, heard);
        Assert.Empty(heard.Refused);
        Assert.Equal("PACKED-1", Assert.Single(heard.Claims).Id);
        Assert.Equal(210, Assert.Single(heard.All).Position!.Value.HeightM);
    }

    [Theory]
    [InlineData("""{"protocol":1.0,"data":{"UASdata":"AAAA"}}""", "UASdata")]
    [InlineData("""{"protocol":1.0,"data":{"UASdata":"?"}}""", "UASdata")]
    [InlineData("""{"track_type":"drone","id":"drone-1","lat":"fifty"}""", "lat")]
    [InlineData("""{"flights":[{"id":"x","current_state":{"position":{"lat":1,"lng":[]}}}]}""", "lng")]
    [InlineData("""{"flights":[{"aircraft_type":"Glider"}]}""", "id")]
    [InlineData("""{"details":{"id":"x","operator_id":7}}""", "operator_id")]
    [InlineData("""{"flights":[1,,2]}""", "json")]
    public void What_is_not_what_it_should_be_is_refused_by_name(string json, string item)
    {
        var heard = new HeardIntake();
        new RemoteIdJsonDecoder("mqtt", new SensorDirectory(), "mqtt").Decode(Encoding.UTF8.GetBytes(json), Now, 1, heard);
        Assert.Equal(item, Assert.Single(heard.Refused).Item);
        Assert.Empty(heard.All);
    }

    [Theory]
    [InlineData("""{"protocol":1.0,"status":{"sensor ID":"ds230-7","timestamp":1777638604300,"model":"ds230"}}""")]
    [InlineData("""{"track_type":"aircraft","icao":"48D800","lat":50,"lon":22}""")]
    [InlineData("""{"latitude":27.8,"longitude":-82.6,"gps_accuracy":0.0}""")]
    public void What_speaks_of_something_else_is_read_and_says_nothing(string json)
    {
        var heard = new HeardIntake();
        new RemoteIdJsonDecoder("mqtt", new SensorDirectory(), "mqtt").Decode(Encoding.UTF8.GetBytes(json), Now, 1, heard);
        Assert.Equal((1, 0, 0, 0), (heard.Records, heard.All.Count, heard.Refused.Count, heard.Claims.Count));
    }

    [Theory]
    [InlineData("zz", "octets")]
    [InlineData("60:60:1f:01:02:zz 00", "transmitter")]
    [InlineData("f019", "message")]
    public void A_line_that_is_no_message_is_refused_by_name(string line, string field)
    {
        var heard = new HeardIntake();
        new RemoteIdHexDecoder("serial", new SensorDirectory(), "serial").Decode(Encoding.ASCII.GetBytes(line + "\n"), Now, 3, heard);
        Assert.Equal($"line 1 field {field}", Assert.Single(heard.Refused).Item);
    }

    [Theory]
    [MemberData(nameof(RemoteIdTests.Captures), MemberType = typeof(RemoteIdTests))]
    public void A_capture_as_lines_of_hexadecimal_gives_the_plots_of_the_capture(string capture, string golden)
    {
        _ = golden;
        using var stream = File.OpenRead(SharedData.Path($"remoteid/{capture}"));
        var (frames, lines) = (new HeardIntake(), new HeardIntake());
        var byFrame = new RemoteIdDecoder("air", new SensorDirectory(), "air");
        var byLine = new RemoteIdHexDecoder("air", new SensorDirectory(), "air");
        foreach (var piece in RemoteIdRecording.Read(stream, Now))
        {
            byFrame.Decode(piece.Octets.Span, piece.At!.Value, 1, frames);
            if (!RemoteIdPiece.TryOpen(piece.Octets.Span, out var frame)) continue;
            byLine.Decode(Encoding.ASCII.GetBytes($"{frame.Transmitter:x12} {Convert.ToHexString(frame.Octets)}\r\n"), piece.At!.Value, 1, lines);
        }

        Assert.True(frames.Records > 0);
        Assert.Equal(frames.All.Select(plot => plot with { AmplitudeDb = 0 }), lines.All.Select(plot => plot with { AmplitudeDb = 0 }));
        Assert.Equal(frames.Claims, lines.Claims);
    }

    [Fact]
    public void An_object_that_looks_like_none_of_these_is_not_ours_to_keep()
    {
        Assert.True(RemoteIdJsonDecoder.LooksLikeRemoteId(Encoding.UTF8.GetBytes(UasVectors.DragonSync)));
        Assert.True(RemoteIdJsonDecoder.LooksLikeRemoteId(Encoding.UTF8.GetBytes(UasVectors.DroneScout("AAAA"))));
        Assert.True(RemoteIdJsonDecoder.LooksLikeRemoteId(Encoding.UTF8.GetBytes(UasVectors.Flights)));
        Assert.False(RemoteIdJsonDecoder.LooksLikeRemoteId("online"u8));
        Assert.False(RemoteIdJsonDecoder.LooksLikeRemoteId("{\"temperature\":21.5}"u8));
        Assert.False(RemoteIdJsonDecoder.LooksLikeRemoteId("{\"protocol\":1.0,\"status\":{}}"u8));
    }

    private static HeardIntake Hear(string format)
    {
        var heard = new HeardIntake();
        IFeedDecoder decoder = format switch
        {
            "MAVLink" => new MavLinkDecoder(format, new SensorDirectory(), format),
            "hex" => new RemoteIdHexDecoder(format, new SensorDirectory(), format),
            _ => new RemoteIdJsonDecoder(format, new SensorDirectory(), format),
        };
        foreach (var piece in Pieces(format)) decoder.Decode(piece, Now, 1, heard);
        return heard;
    }

    private static IEnumerable<byte[]> Pieces(string format) => format switch
    {
        "DroneScout" => [Encoding.UTF8.GetBytes(UasVectors.DroneScout(Convert.ToBase64String(UasVectors.UasData())))],
        "DragonSync" => [Encoding.UTF8.GetBytes(UasVectors.DragonSync)],
        "network" => [Encoding.UTF8.GetBytes(UasVectors.Details), Encoding.UTF8.GetBytes(UasVectors.Flights)],
        "MAVLink" => [UasVectors.SelfId, UasVectors.System, UasVectors.OperatorId, UasVectors.BasicId, UasVectors.Location],
        _ => [Encoding.ASCII.GetBytes($"60:60:1f:01:02:03 {Convert.ToHexString(Pack())}\n")],
    };

    private static byte[] Pack()
    {
        var writer = new RemoteIdPackWriter(new byte[RemoteIdMessages.LongestPack], 2);
        writer.Add(new BasicId { IdType = UasIdType.SerialNumber, UaType = 2, Id = Encoding.ASCII.GetBytes(UasVectors.Serial) });
        writer.Add(new LocationVector
        {
            Status = 2, DirectionDeg = 271, SpeedMps = 12.25, ClimbMps = -1.5, LatitudeDeg = 50.1, LongitudeDeg = 22.3, PressureAltitudeM = double.NaN, GeodeticAltitudeM = 300.5,
            HeightM = 120, IsAboveGround = true, HorizontalAccuracy = 10, SinceHourS = 1804.1,
        });
        writer.AddSelf(new() { Text = "roof survey"u8 });
        writer.Add(new SystemData { OperatorLocationType = 1, OperatorLatitudeDeg = 50.09, OperatorLongitudeDeg = 22.31, AreaCount = 1, AreaCeilingM = double.NaN, AreaFloorM = double.NaN, OperatorAltitudeM = 215 });
        writer.AddOperator(new() { Text = "POL87astrdge12k8"u8 });
        return writer.Pack.ToArray();
    }
}
