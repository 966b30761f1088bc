using System.Globalization;
using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Tests.ModeS;

public class CodesTests
{
    [Fact]
    public void Every_Gillham_code_of_the_table_reads_as_its_altitude()
    {
        var rows = File.ReadLines(SharedData.Path("adsb/vrs_GillhamAltitudeTable.csv")).Skip(2).Select(line => line.Split(','));
        var seen = 0;
        foreach (var row in rows)
        {
            if (row.Length < 12 || !int.TryParse(row[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var feet)) continue;
            int Bit(int column) => row[column] == "1" ? 1 : 0;
            // The table's columns are C1 A1 C2 A2 C4 A4 B1 B2 D2 B4 D4; the field has M after A4 and Q after B1.
            var code = (Bit(1) << 12) | (Bit(2) << 11) | (Bit(3) << 10) | (Bit(4) << 9) | (Bit(5) << 8) | (Bit(6) << 7)
                | (Bit(7) << 5) | (Bit(8) << 3) | (Bit(9) << 2) | (Bit(10) << 1) | Bit(11);
            Assert.True(AltitudeCode.TryRead13(code, out var altitude), $"{feet} ft");
            Assert.Equal(feet, altitude.Feet, 1e-6);
            seen++;
        }

        Assert.Equal(1280, seen);
    }

    [Fact]
    public void Altitudes_survive_their_code_to_half_a_step()
    {
        Gen.Double[-1000, 126_700].Sample(feet =>
        {
            Assert.True(AltitudeCode.TryRead12(AltitudeCode.Write12(PressureAltitude.FromFeet(feet)), out var altitude));
            Assert.Equal(feet, altitude.Feet, feet > 50_175 ? 50.1 : 12.6);
        });
    }

    [Fact]
    public void No_code_of_thirteen_bits_throws_and_all_that_read_are_altitudes_that_exist()
    {
        for (var code = 0; code < 1 << 13; code++)
            if (AltitudeCode.TryRead13(code, out var altitude)) Assert.InRange(altitude.Feet, -1200, 126_750);
        Assert.False(AltitudeCode.TryRead13(0, out _));
        Assert.False(AltitudeCode.TryRead13(0x40 | 0x10, out _));
        Assert.Equal(0, AltitudeCode.Write12(new(double.NaN)));
        Assert.Equal(0, AltitudeCode.Write12(PressureAltitude.FromFeet(200_000)));
    }

    [Fact]
    public void Every_identity_code_survives_its_field()
    {
        for (ushort code = 0; code < 4096; code++) Assert.Equal(new Mode3A(code), IdentityCode.Read(IdentityCode.Write(new(code))));
        // Annex 10 Vol. IV 3.1.2.6.7.1: C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4; 7700 sets the As and Bs only.
        Assert.Equal(0b0_1_0_1_0_1_0_1_0_1_0_1_0, IdentityCode.Write(Mode3A.Emergency));
    }

    [Fact]
    public void Callsigns_survive_their_field_and_what_is_not_in_the_alphabet_is_blank()
    {
        var letter = Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 "];
        letter.Array[0, 8].Sample(letters =>
        {
            var callsign = Callsign.From(letters);
            Assert.Equal(callsign, FlightCharacters.Read(FlightCharacters.Write(callsign)));
        });
        Assert.Equal("A B", FlightCharacters.Read(FlightCharacters.Write(Callsign.From("a#b"))).ToString());
        Assert.True(FlightCharacters.Read(0).IsBlank);
    }

    [Theory]
    // J. Sun, The 1090 Megahertz Riddle (2nd ed.), worked examples of identification, position and velocity.
    [InlineData("8D4840D6202CC371C32CE0576098", 0)]
    [InlineData("8D40621D58C382D690C8AC2863A7", 0)]
    [InlineData("8D485020994409940838175B284F", 0)]
    // The same with the last bit turned: the remainder is that bit.
    [InlineData("8D485020994409940838175B284E", 1)]
    public void The_parity_of_known_messages_leaves_the_known_remainder(string hex, int remainder) =>
        Assert.Equal((uint)remainder, Parity.Remainder(Convert.FromHexString(hex)));

    [Fact]
    public void A_sealed_message_leaves_its_overlay_and_any_one_turned_bit_shows()
    {
        Gen.Select(Gen.Byte.Array[14], Gen.UInt[0, 0xFFFFFF], Gen.Int[0, 111]).Sample((message, overlay, bit) =>
        {
            Parity.Seal(message, overlay);
            Assert.Equal(overlay, Parity.Remainder(message));
            message[bit >> 3] ^= (byte)(0x80 >> (bit & 7));
            Assert.NotEqual(overlay, Parity.Remainder(message));
        });
    }
}
