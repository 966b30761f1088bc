using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.ModeS;
using Vedette.Wire.ModeS.CommB;

namespace Vedette.Wire.Tests.ModeS;

public class AirDataRegisterTests
{
    /// <summary>MB of A000139381951536E024D4CCF6B5, a reply whose decoding is published (The 1090 Megahertz Riddle, J. Sun, BDS 5,0): 424 kt through the air.</summary>
    [Fact]
    public void The_track_and_turn_report_tells_the_true_airspeed()
    {
        var air = AirDataRegisters.Read(0x50, Field("81951536E024D4"), AirData.Untold);
        Assert.Equal(424 * Speed.MetresPerSecondPerKnot, air.TrueAirspeedMps, 3);
        Assert.False(air.HasWind);
    }

    /// <summary>MB of A0001692185BD5CF400000DFC696 (the same book, BDS 4,4): wind 22 kt from 344.5°.</summary>
    [Fact]
    public void The_meteorological_report_tells_where_the_air_goes()
    {
        var air = AirDataRegisters.Read(0x44, Field("185BD5CF400000"), new AirData(200));
        Assert.Equal(200, air.TrueAirspeedMps);
        Assert.Equal(-22 * Speed.MetresPerSecondPerKnot * Math.Sin(344.53125 * Math.PI / 180), air.WindEastMps, 3);
        Assert.Equal(-22 * Speed.MetresPerSecondPerKnot * Math.Cos(344.53125 * Math.PI / 180), air.WindNorthMps, 3);
    }

    [Fact]
    public void A_field_that_says_it_tells_nothing_and_any_other_register_add_nothing()
    {
        Assert.Equal(AirData.Untold, AirDataRegisters.Read(0x50, Field("00000000000000"), AirData.Untold));
        Assert.Equal(AirData.Untold, AirDataRegisters.Read(0x44, Field("00000000000000"), AirData.Untold));
        for (var bds = 0; bds < 256; bds++)
            if (bds is not (0x44 or 0x50)) Assert.Equal(AirData.Untold, AirDataRegisters.Read((byte)bds, Field("FFFFFFFFFFFFFF"), AirData.Untold));
    }

    private static MessageField Field(string hex) => MessageField.OfOctets(Convert.FromHexString(hex));
}
