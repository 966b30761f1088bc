using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.ModeS;
using Vedette.Wire.ModeS.Squitters;

namespace Vedette.Wire.Tests.ModeS;

/// <summary>Vectors: J. Sun, The 1090 Megahertz Riddle (2nd ed.), worked examples; RTCA DO-260B tables.</summary>
public class SquitterFieldsTests
{
    private static readonly TransponderAddress Address = new(0x48AE21);

    [Fact]
    public void The_identification_of_a_known_message_reads()
    {
        var identification = AircraftIdentification.Read(Field("8D4840D6202CC371C32CE0576098"));
        Assert.Equal("KLM1023", identification.Callsign.ToString());
        Assert.Equal(0xA0, identification.Category);
    }

    [Fact]
    public void The_altitude_and_the_halves_of_a_known_pair_read()
    {
        var even = AirbornePosition.Read(Field("8D40621D58C382D690C8AC2863A7"));
        var odd = AirbornePosition.Read(Field("8D40621D58C386435CC412692AD6"));
        Assert.Equal(38_000, even.Altitude!.Value.Feet, 1e-6);
        Assert.Equal(new CprFields(93000, 51372, false, false), even.Cpr);
        Assert.Equal(new CprFields(74158, 50194, true, false), odd.Cpr);
        Assert.True(CompactPosition.TryGlobalAirborne(even.Cpr, odd.Cpr, newestIsOdd: false, out var latitude, out var longitude));
        Assert.Equal((52.2572, 3.91937), (Math.Round(latitude, 5), Math.Round(longitude, 5)));
    }

    [Fact]
    public void The_ground_velocity_of_a_known_message_reads()
    {
        Assert.True(AirborneVelocity.TryRead(Field("8D485020994409940838175B284F"), out var velocity));
        Assert.Equal((-8, -159), (Knots(velocity.EastMps), Knots(velocity.NorthMps)));
        Assert.Equal(-832, Math.Round(velocity.ClimbMps / Speed.MetresPerSecondPerFootPerMinute));
        Assert.Equal(550, Math.Round(velocity.GeometricMinusPressureM / Length.MetresPerFoot));
    }

    [Fact]
    public void The_airspeed_of_a_known_message_reads_and_gives_no_velocity_over_ground()
    {
        Assert.True(AirborneVelocity.TryRead(Field("8DA05F219B06B6AF189400CBC33F"), out var velocity));
        Assert.Equal(243.98, velocity.HeadingRad / Angle.RadiansPerDegree, 0.01);
        Assert.Equal(375, Knots(velocity.AirspeedMps));
        Assert.True(velocity.IsTrueAirspeed);
        Assert.Equal(-2304, Math.Round(velocity.ClimbMps / Speed.MetresPerSecondPerFootPerMinute));
        Assert.True(double.IsNaN(velocity.EastMps) && double.IsNaN(velocity.NorthMps));
    }

    [Fact]
    public void The_movement_of_a_known_surface_message_reads()
    {
        var position = SurfacePosition.Read(Field("8C4841753A9A153237AEF0F275BE"));
        Assert.Equal(17, Knots(position.GroundSpeedMps));
        Assert.Equal(92.8, position.TrackRad / Angle.RadiansPerDegree, 0.05);
        Assert.True(position.Cpr.Surface);
    }

    [Fact]
    public void Velocities_survive_the_wire_to_half_a_step()
    {
        var speed = Gen.Double[-2000, 2000];
        Gen.Select(speed, speed, Gen.Double[-160, 160], Gen.Double[-900, 900]).Sample((east, north, climb, difference) =>
        {
            var message = new byte[14];
            SquitterEncoder.AirborneVelocity(message, Address, east, north, climb, nacV: 2, difference);
            Assert.Equal(0u, Parity.Remainder(message));
            Assert.True(AirborneVelocity.TryRead(MessageField.Of(message), out var velocity));
            var step = velocity.Subtype == 2 ? 2.06 : 0.515;
            Assert.Equal(east, velocity.EastMps, (step / 2) + 0.01);
            Assert.Equal(north, velocity.NorthMps, (step / 2) + 0.01);
            Assert.Equal(climb, velocity.ClimbMps, 0.17);
            Assert.Equal(difference, velocity.GeometricMinusPressureM, 3.9);
            Assert.Equal(2, velocity.NacV);
        });
    }

    [Fact]
    public void What_is_not_told_stays_untold()
    {
        var message = new byte[14];
        SquitterEncoder.AirborneVelocity(message, Address, double.NaN, double.NaN, double.NaN);
        Assert.True(AirborneVelocity.TryRead(MessageField.Of(message), out var velocity));
        Assert.True(double.IsNaN(velocity.EastMps) && double.IsNaN(velocity.NorthMps) && double.IsNaN(velocity.ClimbMps));
        Assert.True(double.IsNaN(velocity.GeometricMinusPressureM));
        SquitterEncoder.AirbornePosition(message, Address, 1, 2, altitude: null, odd: false);
        Assert.Null(AirbornePosition.Read(MessageField.Of(message)).Altitude);
    }

    [Fact]
    public void Identification_emergency_and_status_survive_the_wire()
    {
        var message = new byte[14];
        SquitterEncoder.Identification(message, Address, Callsign.From("SQ77X"), 0xB6);
        Assert.Equal(new AircraftIdentification(0xB6, Callsign.From("SQ77X")), AircraftIdentification.Read(MessageField.Of(message)));

        SquitterEncoder.Emergency(message, Address, Mode3A.Hijack, EmergencyState.UnlawfulInterference);
        Assert.True(EmergencyStatus.TryRead(MessageField.Of(message), out var emergency));
        Assert.Equal(new EmergencyStatus(EmergencyState.UnlawfulInterference, Mode3A.Hijack), emergency);

        SquitterEncoder.OperationalStatus(message, Address, nacP: 10, sil: 3, nicSupplementA: true);
        Assert.True(OperationalStatus.TryRead(MessageField.Of(message), out var status));
        Assert.Equal((false, 2, 1, -1, 10, 3), (status.Surface, status.Version, status.NicSupplementA, status.NicSupplementC, status.NacP, status.Sil));
    }

    [Theory]
    [InlineData(9, -1, -1, 0, 11)]
    [InlineData(11, -1, -1, 0, 8)]
    [InlineData(11, 2, 1, 1, 9)]
    [InlineData(11, 2, 1, 0, 8)]
    [InlineData(16, 2, 1, 1, 3)]
    [InlineData(16, 2, 0, 0, 2)]
    [InlineData(16, 0, -1, 0, 1)]
    [InlineData(18, 2, 1, 1, 0)]
    public void Integrity_follows_type_code_version_and_supplements(int typeCode, int version, int a, int b, int nic) =>
        Assert.Equal(nic, PositionQuality.Nic(typeCode, version, a, b, 0));

    [Fact]
    public void Accuracy_comes_from_NACp_where_told_else_from_the_type_code_of_version_0()
    {
        Assert.Equal(30 / 2.4477, PositionQuality.SigmaM(11, 2, 9), 1e-9);
        Assert.Equal(92.6 / 2.4477, PositionQuality.SigmaM(11, -1, -1), 1e-9);
        Assert.Equal(1.5, PositionQuality.SigmaM(9, 2, 11));
        Assert.True(double.IsNaN(PositionQuality.SigmaM(11, 2, 0)));
        Assert.True(double.IsNaN(PositionQuality.SigmaM(18, -1, -1)));
    }

    private static MessageField Field(string hex) => MessageField.Of(Convert.FromHexString(hex));

    private static int Knots(double mps) => (int)Math.Round(mps / Speed.MetresPerSecondPerKnot);
}
