using Vedette.Kernel;
using Vedette.Wire.ModeS;
using Vedette.Wire.ModeS.CommB;

namespace Vedette.Wire.Tests.ModeS.CommB;

/// <summary>Bits set by hand where the tables of ICAO Doc 9871 put them.</summary>
public class RegisterFieldsTests
{
    private const double Knot = Speed.MetresPerSecondPerKnot;

    [Fact]
    public void Selected_vertical_intention_reads_bit_by_bit()
    {
        Assert.True(SelectedVerticalIntention.TryRead(
            Field((1, 1, 1), (2, 13, 2125), (14, 14, 1), (15, 26, 2000), (27, 27, 1), (28, 39, 2132), (48, 48, 1), (49, 49, 1), (51, 51, 1), (54, 54, 1), (55, 56, 2)), out var read));
        Assert.Equal(34_000, read.PanelAltitudeM / Length.MetresPerFoot, 1e-6);
        Assert.Equal(32_000, read.ManagedAltitudeM / Length.MetresPerFoot, 1e-6);
        Assert.Equal(1013.2, read.AltimeterSettingHpa, 1e-6);
        Assert.Equal(new VerticalModes(true, false, true), read.Modes);
        Assert.Equal(2, read.TargetSource);
    }

    [Fact]
    public void Track_and_turn_reads_bit_by_bit()
    {
        Assert.True(TrackAndTurn.TryRead(
            Field((1, 1, 1), (2, 2, 1), (3, 11, 0x1FF), (12, 12, 1), (14, 23, 512), (24, 24, 1), (25, 34, 220), (35, 35, 1), (36, 36, 1), (37, 45, 0x1E0), (46, 46, 1), (47, 56, 225)), out var read));
        Assert.Equal(-45.0 / 256, read.RollRad / Angle.RadiansPerDegree, 1e-9);
        Assert.Equal(90, read.TrackRad / Angle.RadiansPerDegree, 1e-9);
        Assert.Equal((440, 450), (Math.Round(read.GroundSpeedMps / Knot), Math.Round(read.TrueAirspeedMps / Knot)));
        Assert.Equal(-1, read.TrackRateRadS / Angle.RadiansPerDegree, 1e-9);
    }

    [Fact]
    public void Heading_and_speed_reads_bit_by_bit()
    {
        Assert.True(HeadingAndSpeed.TryRead(
            Field((1, 1, 1), (2, 2, 1), (3, 12, 512), (13, 13, 1), (14, 23, 280), (24, 24, 1), (25, 34, 195), (35, 35, 1), (36, 36, 1), (37, 45, 0x1F0), (46, 46, 1), (48, 56, 10)), out var read));
        Assert.Equal(270, read.MagneticHeadingRad / Angle.RadiansPerDegree, 1e-9);
        Assert.Equal((280, 0.78), (Math.Round(read.IndicatedAirspeedMps / Knot), Math.Round(read.Mach, 3)));
        Assert.Equal(-512, read.BarometricRateMps / Speed.MetresPerSecondPerFootPerMinute, 1e-6);
        Assert.Equal(320, read.InertialRateMps / Speed.MetresPerSecondPerFootPerMinute, 1e-6);
    }

    [Fact]
    public void Routine_meteorology_reads_bit_by_bit()
    {
        Assert.True(RoutineMeteorology.TryRead(
            Field((1, 4, 1), (5, 5, 1), (6, 14, 43), (15, 23, 256), (24, 24, 1), (25, 34, 1024 - 220), (35, 35, 1), (36, 46, 238), (47, 47, 1), (48, 49, 2), (50, 50, 1), (51, 56, 32)), out var read));
        Assert.Equal((43, 180, -55, 238), (Math.Round(read.WindSpeedMps / Knot), Math.Round(read.WindDirectionRad / Angle.RadiansPerDegree), read.TemperatureC, read.PressureHpa));
        Assert.Equal((1, 2, 50), (read.Source, read.Turbulence, read.HumidityPercent));
    }

    [Fact]
    public void Hazard_meteorology_reads_bit_by_bit()
    {
        Assert.True(HazardMeteorology.TryRead(
            Field((1, 1, 1), (2, 3, 3), (10, 10, 1), (11, 12, 1), (16, 16, 1), (17, 17, 1), (18, 26, 512 - 24), (27, 27, 1), (28, 38, 850), (39, 39, 1), (40, 51, 100)), out var read));
        Assert.Equal((3, -1, -1, 1, -1), (read.Turbulence, read.WindShear, read.Microburst, read.Icing, read.WakeVortex));
        Assert.Equal((-6, 850, 1600), (read.TemperatureC, read.PressureHpa, Math.Round(read.RadioHeightM / Length.MetresPerFoot)));
    }

    [Fact]
    public void Capabilities_read_bit_by_bit()
    {
        Assert.True(DataLinkCapability.TryRead(
            Field((1, 8, 0x10), (9, 9, 1), (15, 15, 1), (16, 16, 1), (17, 23, 5), (24, 24, 1), (29, 32, 9), (33, 33, 1), (37, 38, 3), (39, 40, 2), (41, 56, 0x8001)), out var link));
        Assert.Equal(new AcasCapability(true, true, true, 2), link.Acas);
        Assert.Equal((true, true, 5, true, 9, true, 0x8001), (link.Continued, link.OverlayCapable, link.SubnetworkVersion, link.EnhancedProtocol, link.DownlinkThroughput, link.TellsIdentification, link.DataTerminals));
        Assert.True(GicbCapability.TryRead(Field((1, 1, 1), (7, 7, 1), (9, 9, 1), (16, 16, 1), (24, 24, 1)), out var registers));
        var numbers = new byte[28];
        Assert.Equal([0x05, 0x20, 0x40, 0x50, 0x60], numbers[..registers.CopyTo(numbers)]);
        Assert.True(registers is { Count: 5 } && registers.Has(0x40) && !registers.Has(0x44) && !registers.Has(0x99));
    }

    [Theory]
    [InlineData(2, 40, 41, 42, 53)]
    [InlineData(3, 5, 25, 40, 50)]
    public void A_value_that_nothing_announces_is_another_register(int first, int second, int third, int fourth, int fifth)
    {
        foreach (var bit in (int[])[first, second, third, fourth, fifth])
            Assert.False(SelectedVerticalIntention.TryRead(Field((bit, bit, 1)), out _) && TrackAndTurn.TryRead(Field((bit, bit, 1)), out _));
    }

    internal static MessageField Field(params (int First, int Last, int Value)[] parts)
    {
        ulong value = 0;
        foreach (var (_, last, bits) in parts) value |= (ulong)bits << (56 - last);
        return new(value);
    }
}
