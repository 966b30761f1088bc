using CsCheck;
using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Records;
using Vedette.Wire.Asterix.Writing;

namespace Vedette.Wire.Tests.Asterix.Writing;

public class WriterTests
{
    /// <summary>By hand from the specifications: 048 010 140 020 040.</summary>
    [Fact]
    public void Items_by_hand_become_the_octets_of_the_specification()
    {
        Span<byte> octets = stackalloc byte[64];
        var block = new Cat048Writer(octets);
        block.I010(new() { Sac = 25, Sic = 2 });
        block.I140S(64);
        block.I020(new() { Typ = 1 });
        block.I040(new() { RhoNM = 200.75, ThetaDeg = 270 });
        Assert.Equal(Encode.Record, block.End());
        Assert.Equal("30000ef0190200200020" + "c8c0c000", Convert.ToHexStringLower(octets[..block.Finish()]));
    }

    [Fact]
    public void Subfields_open_their_compound_item_and_presence_grows_with_them()
    {
        Span<byte> octets = stackalloc byte[64];
        var block = new Cat062Writer(octets);
        block.I380Adr(0x48D800);
        block.I380IdText("LOT3");
        block.I380GvrFtPerMin(-62.5);
        block.I290EsS(2);
        Assert.Equal(Encode.Record, block.End());
        var records = new Cat062Records(octets[3..block.Finish()]);
        Assert.Equal(Decode.Record, records.TryRead(out var record));
        Assert.Equal(0x48D800u, record.I380.Adr);
        Assert.Equal("LOT3    ", record.I380.IdText.ToString());
        Assert.Equal(-62.5, record.I380.GvrFtPerMin);
        Assert.Equal(2, record.I290.EsS);
        Assert.False(record.I290.HasTrk);
    }

    [Fact]
    public void An_extension_is_sent_where_it_holds_anything_or_is_asked_for()
    {
        Assert.Equal("04", Status(new() { Src = 1 }));
        Assert.Equal("0540", Status(new() { Src = 1, Tse = true }));
        Assert.Equal("05010180", Status(new() { Src = 1, Cst = true }));
        Assert.Equal("0500", Status(new() { Src = 1, OctetCount = 2 }));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name_and_the_block_stays_whole()
    {
        Span<byte> octets = stackalloc byte[256];
        var block = new Cat062Writer(octets);
        block.I040(7);
        Assert.Equal(Encode.Record, block.End());
        block.I105(new() { LatDeg = 12, LonDeg = 12_000 });
        Assert.Equal((Encode.Refused, "I062/105 LON: is not within -11520 and 11520 °"), (block.End(), block.Fault.ToString()));
        block.I185(new() { VxMps = double.NaN });
        Assert.Equal((Encode.Refused, "I062/185 VX: is not within -8192 and 8191.75 m/s"), (block.End(), block.Fault.ToString()));
        block.I380IdText("lot3");
        Assert.Equal((Encode.Refused, "I062/380 ID: is no text of Icao code in 48 bits"), (block.End(), block.Fault.ToString()));
        block.I200(new() { Trans = 4 });
        Assert.Equal((Encode.Refused, "I062/200 TRANS: does not fit into 2 bits"), (block.End(), block.Fault.ToString()));
        block.Sp(new byte[255]);
        Assert.Equal((Encode.Refused, "I062/SP: has 255 octets, more than 254"), (block.End(), block.Fault.ToString()));
        block.I510();
        Assert.Equal((Encode.Refused, "I062/510: is empty: there is one at least"), (block.End(), block.Fault.ToString()));
        Assert.Equal("3e00070108" + "0007", Convert.ToHexStringLower(octets[..block.Finish()]));
    }

    [Fact]
    public void Items_out_of_order_are_a_mistake_of_the_caller()
    {
        Assert.Throws<InvalidOperationException>(static () =>
        {
            var block = new Cat062Writer(new byte[64]);
            block.I040(7);
            block.I070(1);
        });
        Assert.Throws<InvalidOperationException>(static () =>
        {
            var block = new Cat062Writer(new byte[64]);
            block.I380IdText("A");
            block.I380Adr(1);
        });
    }

    [Fact]
    public void Quantities_are_rounded_to_the_nearest_least_significant_bit()
    {
        Assert.Equal(-8192.0, Velocity(-8192.1));
        Assert.Equal(-0.25, Velocity(-0.3));
        Assert.Equal(0, Velocity(-0.12));
        Assert.Equal(8191.75, Velocity(8191.8));
        Gen.Double[-8192, 8191.75].Sample(value => Math.Abs(Velocity(value) - value) <= 0.125);
    }

    [Fact]
    public void What_rounds_to_a_whole_circle_is_north()
    {
        Span<byte> octets = stackalloc byte[32];
        var block = new Cat048Writer(octets);
        foreach (var theta in (double[])[0, 359.999, 360])
        {
            block.I040(new() { RhoNM = 1, ThetaDeg = theta });
            Assert.Equal(Encode.Record, block.End());
        }

        block.I040(new() { RhoNM = 1, ThetaDeg = 361 });
        Assert.Equal(Encode.Refused, block.End());
        var records = new Cat048Records(octets[3..block.Finish()]);
        while (records.TryRead(out var record) == Decode.Record) Assert.Equal(0, record.I040.Theta);
    }

    [Fact]
    public void A_meaning_that_another_element_chooses_sets_that_one_too()
    {
        Span<byte> octets = stackalloc byte[32];
        var block = new Cat062Writer(octets);
        block.I380Ias(new() { IasMach = 0.785 });
        Assert.Equal(Encode.Record, block.End());
        var records = new Cat062Records(octets[3..block.Finish()]);
        Assert.Equal(Decode.Record, records.TryRead(out var record));
        Assert.Equal((true, (ushort)785), (record.I380.Ias.Im, record.I380.Ias.Ias));
    }

    [Fact]
    public void The_item_that_chooses_the_profile_chooses_what_follows()
    {
        Span<byte> octets = stackalloc byte[64];
        var block = new Cat001Writer(octets);
        block.I010(new() { Sac = 1, Sic = 2 });
        block.I020(new() { Typ = true });
        block.I161(0x123);
        Assert.Equal(Encode.Record, block.End());
        block.I020(new() { Typ = false });
        block.I161(0x123);
        Assert.Equal((Encode.Refused, "I001/161: is not in the profile of this record"), (block.End(), block.Fault.ToString()));
        Assert.Equal("010009e0010280" + "0123", Convert.ToHexStringLower(octets[..block.Finish()]));
    }

    [Fact]
    public void A_random_field_sequence_takes_its_items_in_any_order()
    {
        Span<byte> octets = stackalloc byte[64];
        var block = new Cat002Writer(octets);
        block.I000(1);
        block.BeginRfs();
        block.I030S(1);
        block.I010(new() { Sac = 3, Sic = 4 });
        block.EndRfs();
        Assert.Equal(Encode.Record, block.End());
        Assert.Equal("02000e" + "4102" + "01" + "02" + "04000080" + "010304", Convert.ToHexStringLower(octets[..block.Finish()]));
    }

    [Fact]
    public void A_record_that_does_not_fit_leaves_the_block_as_it_was() => Gen.Int[0, 60].Sample(room =>
    {
        var octets = new byte[room];
        var block = new Cat062Writer(octets);
        var fitted = 0;
        for (var i = 0; i < 4; i++)
        {
            block.I010(new() { Sac = 1, Sic = 2 });
            block.I105(new() { LatDeg = 50, LonDeg = 20 });
            block.I380Adr(1);
            if (block.End() == Encode.Record) fitted++;
        }

        var length = block.Finish();
        Assert.Equal(room < 19 ? 0 : 3 + (16 * fitted), length);
        Assert.Equal(Math.Clamp((room - 3) / 16, 0, 4), fitted);
        if (length == 0) return;
        var records = new Cat062Records(octets.AsSpan(3, length - 3));
        for (var i = 0; i < fitted; i++) Assert.Equal(Decode.Record, records.TryRead(out _));
        Assert.Equal(Decode.End, records.TryRead(out _));
    });

    [Fact]
    public void Writing_allocates_nothing()
    {
        var octets = new byte[512];
        Fill(octets);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Fill(octets);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Fill(byte[] octets)
    {
        var block = new Cat034Writer(octets);
        do
        {
            block.I010(new() { Sac = 1, Sic = 2 });
            block.I000(2);
            block.I070(new() { Typ = 1, Count = 7 }, new() { Typ = 2, Count = 9 });
        }
        while (block.End() == Encode.Record);
    }

    private static double Velocity(double mps)
    {
        Span<byte> octets = stackalloc byte[32];
        var block = new Cat062Writer(octets);
        block.I185(new() { VxMps = mps });
        Assert.Equal(Encode.Record, block.End());
        var records = new Cat062Records(octets[3..block.Finish()]);
        Assert.Equal(Decode.Record, records.TryRead(out var record));
        return record.I185.VxMps;
    }

    /// <summary>The octets of I062/080.</summary>
    private static string Status(Cat062Writer.I080Value value)
    {
        Span<byte> octets = stackalloc byte[32];
        var block = new Cat062Writer(octets);
        block.I080(value);
        Assert.Equal(Encode.Record, block.End());
        return Convert.ToHexStringLower(octets[5..block.Finish()]);
    }
}
