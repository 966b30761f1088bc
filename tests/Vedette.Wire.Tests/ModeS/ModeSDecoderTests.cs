using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.TestSupport;
using Vedette.Wire.ModeS;
using Vedette.Wire.Tests.Beast;

namespace Vedette.Wire.Tests.ModeS;

public class ModeSDecoderTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);
    private static readonly TransponderAddress Address = new(0x48AE21);

    private readonly SensorDirectory sensors = new();
    private readonly Intake intake = new();
    private readonly SensorId receiver;
    private ModeSDecoder decoder;
    private Instant now = Start;

    public ModeSDecoderTests()
    {
        receiver = sensors.ByName("receiver", SensorKind.Adsb);
        decoder = new("feed", sensors, receiver);
    }

    [Fact]
    public void A_reply_is_believed_only_while_its_address_is_vouched_for()
    {
        var reply = Reply(format: 5, field: IdentityCode.Write(Mode3A.Emergency));
        Read(reply);
        Assert.Equal("DF5 AP", Assert.Single(intake.Refusals).Item);

        Vouch();
        Read(reply);
        now = now.AddSeconds(119);
        Read(reply);
        Assert.Equal(3, intake.Records);

        now = now.AddSeconds(2);
        Read(reply);
        Assert.Equal(2, intake.Refusals.Count);
    }

    [Fact]
    public void An_all_call_reply_to_an_interrogator_vouches_only_for_an_address_already_known()
    {
        var message = new byte[7];
        SquitterEncoder.AllCall(message, Address);
        Parity.Seal(message, overlay: 0x17);
        Read(message);
        Assert.Equal("DF11 PI", Assert.Single(intake.Refusals).Item);
        Vouch();
        Read(message);
        Assert.Equal(2, intake.Records);
    }

    [Fact]
    public void The_altitude_and_the_code_of_replies_dress_the_next_plot()
    {
        Vouch();
        Read(Reply(format: 4, field: Code13(PressureAltitude.FromFeet(12_000))));
        Read(Reply(format: 5, field: IdentityCode.Write(Mode3A.RadioFailure)));
        Fly(50, 20, altitude: null);
        var plot = Assert.Single(intake.Plots);
        Assert.Equal(12_000, plot.Altitude!.Value.Feet, 1e-6);
        Assert.Equal(Mode3A.RadioFailure, plot.Code);
    }

    [Fact]
    public void Old_velocity_altitude_and_code_do_not_dress_a_plot()
    {
        Vouch();
        Read(Reply(format: 4, field: Code13(PressureAltitude.FromFeet(12_000))));
        Read(Reply(format: 5, field: IdentityCode.Write(Mode3A.RadioFailure)));
        Send(m => SquitterEncoder.AirborneVelocity(m, Address, 200, 0, 5));
        now = now.AddSeconds(61);
        Fly(50, 20, altitude: null);
        var plot = Assert.Single(intake.Plots);
        Assert.Null(plot.Altitude);
        Assert.Null(plot.Code);
        Assert.True(double.IsNaN(plot.VelocityEastMps) && double.IsNaN(plot.ClimbMps));
    }

    [Fact]
    public void A_message_of_the_wrong_length_or_an_unknown_format_is_refused_by_name()
    {
        Read(new byte[14]);
        Read([0x8D, 1, 2, 3, 4, 5, 6]);
        Read([]);
        Read([22 << 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(["DF0", "DF17", "DF0", "DF22"], intake.Refusals.Select(r => r.Item));
        Assert.Equal(0, intake.Records);
    }

    [Fact]
    public void Empty_position_fields_are_never_paired()
    {
        var message = new byte[14];
        foreach (var odd in new[] { false, true, false, true })
        {
            SquitterEncoder.AirbornePosition(message, Address, 50, 20, null, odd);
            for (var i = 6; i < 11; i++) message[i] = 0;
            message[6] = (byte)(odd ? 4 : 0);
            Parity.Seal(message);
            Read(message);
        }

        Assert.Equal(4, intake.Records);
        Assert.Equal(4, decoder.Positions.Null);
        Assert.Empty(intake.Plots);
    }

    [Fact]
    public void Halves_more_than_ten_seconds_apart_make_no_first_position()
    {
        Half(50, 20, odd: false);
        now = now.AddSeconds(10.1);
        Half(50, 20, odd: true);
        Assert.Empty(intake.Plots);
        now = now.AddSeconds(9.9);
        Half(50, 20, odd: false);
        Assert.Single(intake.Plots);
    }

    [Fact]
    public void A_single_half_continues_a_flight_whose_last_place_is_young()
    {
        Fly(50, 20);
        now = now.AddSeconds(30);
        Half(50.02, 20, odd: false);
        Assert.Equal(2, intake.Plots.Count);
        Assert.Equal(1, decoder.Positions.Local);
        now = now.AddSeconds(301);
        Half(50.1, 20, odd: false);
        Assert.Equal(2, intake.Plots.Count);
    }

    [Fact]
    public void An_impossible_jump_is_refused_at_first_and_believed_once_it_keeps_saying_so()
    {
        Fly(50, 20);
        for (var i = 0; i < 3; i++)
        {
            now = now.AddSeconds(1);
            Fly(53, 24);
        }

        Assert.Single(intake.Plots);
        Assert.Equal(3, decoder.Positions.Implausible);
        now = now.AddSeconds(1);
        Fly(53, 24);
        Assert.Equal(53, intake.Plots[^1].Position!.Value.LatitudeDeg, 0.001);
    }

    [Fact]
    public void A_place_beyond_hearing_is_refused_where_the_receiver_s_own_place_is_known()
    {
        sensors.Put(sensors[receiver] with { Position = Geodetic.FromDegrees(50, 20, 200) });
        Fly(50, 29);
        Assert.Empty(intake.Plots);
        Fly(50, 27);
        Assert.Single(intake.Plots);
    }

    [Fact]
    public void Surface_halves_need_a_place_to_start_from()
    {
        Taxi(52.1657, 20.9671);
        Assert.Empty(intake.Plots);
        sensors.Put(sensors[receiver] with { Position = Geodetic.FromDegrees(52.3, 21.2, 100) });
        now = now.AddSeconds(60);
        Taxi(52.1657, 20.9671);
        var plot = Assert.Single(intake.Plots);
        Assert.True(plot.OnGround);
        Assert.Null(plot.Altitude);
        Assert.Equal((52.1657, 20.9671), (Math.Round(plot.Position!.Value.LatitudeDeg, 4), Math.Round(plot.Position.Value.LongitudeDeg, 4)));
        Assert.Equal(0, plot.VelocityEastMps);
    }

    [Fact]
    public void An_aircraft_that_landed_is_placed_from_where_it_last_flew()
    {
        Fly(-33.94, 151.17);
        now = now.AddSeconds(20);
        Taxi(-33.945, 151.175);
        Assert.Equal(-33.945, intake.Plots[^1].Position!.Value.LatitudeDeg, 1e-4);
        Assert.Equal(151.175, intake.Plots[^1].Position!.Value.LongitudeDeg, 1e-4);
    }

    [Theory]
    [InlineData(0, true, PlotKind.Cooperative)]
    [InlineData(1, false, PlotKind.Cooperative)]
    [InlineData(2, true, PlotKind.Positioned)]
    [InlineData(5, false, PlotKind.Positioned)]
    [InlineData(6, true, PlotKind.Cooperative)]
    public void DF18_sub_types_keep_addresses_that_are_not_ICAO_apart(int control, bool icao, PlotKind kind)
    {
        foreach (var odd in new[] { false, true })
            Send(m =>
            {
                SquitterEncoder.AirbornePosition(m, Address, 50, 20, null, odd);
                m[0] = (byte)((18 << 3) | control);
                Parity.Seal(m);
            });
        var plot = Assert.Single(intake.Plots);
        Assert.Equal(icao, plot.Address!.Value.IsIcao);
        Assert.Equal(0x48AE21, plot.Address.Value.Value & 0xFFFFFF);
        Assert.Equal(kind, plot.Kind);
    }

    [Fact]
    public void One_turned_bit_is_refused_and_where_repair_is_asked_for_mended_only_for_an_aircraft_already_placed()
    {
        Vouch();
        Fly(50, 20, turnBit: 60);
        Assert.Empty(intake.Plots);
        Assert.Equal(2, intake.Refusals.Count(r => r.Item == "DF17 PI"));

        decoder = new("feed", sensors, receiver, repairOneBit: true);
        Fly(50, 20, turnBit: 60);
        Vouch();
        Fly(50, 20, turnBit: 60);
        Assert.Empty(intake.Plots);
        Fly(50, 20);
        Assert.Single(intake.Plots);
        now = now.AddSeconds(1);
        Fly(50.001, 20, turnBit: 60);
        Assert.Equal(3, intake.Plots.Count);
        Assert.Equal(50.001, intake.Plots[^1].Position!.Value.LatitudeDeg, 1e-4);
    }

    [Fact]
    public void Steady_decoding_allocates_nothing()
    {
        var message = new byte[14];
        var sink = new Sink();
        void Round(int second)
        {
            for (var odd = 0; odd < 2; odd++)
            {
                SquitterEncoder.AirbornePosition(message, Address, 50 + (second * 1e-4), 20, PressureAltitude.FromFeet(30_000), odd == 1);
                decoder.Read(message, new(Start.AddSeconds(second), Start.AddSeconds(second), 1, 0), sink);
            }

            message[5] ^= 1;
            decoder.Read(message, new(Start.AddSeconds(second), Start.AddSeconds(second), 1, 0), sink);
        }

        var second = 0;
        void Run(int rounds)
        {
            for (var end = second + rounds; second < end; second++) Round(second);
        }

        Run(50);
        Assert.Equal(0, Allocated.Least(() => Run(200)));
        Assert.Equal((2099, 1050), (sink.Plots, sink.Refusals));
    }

    private void Vouch() => Send(m => SquitterEncoder.Identification(m, Address, Callsign.From("TEST")));

    private void Fly(double latitudeDeg, double longitudeDeg, PressureAltitude? altitude = null, int? turnBit = null)
    {
        foreach (var odd in new[] { false, true }) Half(latitudeDeg, longitudeDeg, odd, altitude, turnBit);
    }

    private void Half(double latitudeDeg, double longitudeDeg, bool odd, PressureAltitude? altitude = null, int? turnBit = null) => Send(m =>
    {
        SquitterEncoder.AirbornePosition(m, Address, latitudeDeg, longitudeDeg, altitude, odd);
        if (turnBit is { } bit) m[bit >> 3] ^= (byte)(0x80 >> (bit & 7));
    });

    private void Taxi(double latitudeDeg, double longitudeDeg)
    {
        foreach (var odd in new[] { false, true }) Send(m => SquitterEncoder.SurfacePosition(m, Address, latitudeDeg, longitudeDeg, 1, odd));
    }

    private void Send(Action<byte[]> write)
    {
        var message = new byte[14];
        write(message);
        Read(message);
    }

    private void Read(byte[] message) => decoder.Read(message, new(now, now, 1, 0), intake);

    private static byte[] Reply(int format, int field)
    {
        var message = new byte[7];
        message[0] = (byte)(format << 3);
        message[2] = (byte)(field >> 8);
        message[3] = (byte)field;
        Parity.Seal(message, (uint)Address.Value);
        return message;
    }

    private static int Code13(PressureAltitude altitude)
    {
        var code = AltitudeCode.Write12(altitude);
        return ((code & 0xFC0) << 1) | (code & 0x3F);
    }

    private sealed class Sink : IIntake
    {
        public int Plots { get; private set; }

        public int Refusals { get; private set; }

        public void OnPlot(in Plot plot) => Plots++;

        public void OnSensorMessage(in SensorMessage message) => Assert.Fail("never");

        public void OnRefusal(in Refusal refusal) => Refusals++;

        public void OnRecord()
        {
        }
    }
}
