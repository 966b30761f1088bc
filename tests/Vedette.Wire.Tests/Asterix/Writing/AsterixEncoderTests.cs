using System.Text;
using CsCheck;
using Vedette.TestSupport;
using Vedette.Wire.Asterix.Catalogue;
using Vedette.Wire.Asterix.Writing;
using Vedette.Wire.Tests.Asterix.Catalogue;

namespace Vedette.Wire.Tests.Asterix.Writing;

public class AsterixEncoderTests
{
    /// <summary>Two records of CAT048 and one of CAT034, by hand from the specifications: 048 010 140 020 040; 034 010 000 020 030.</summary>
    private static readonly byte[] Hand = Convert.FromHexString("30001bf01902000000200c80f012c0f01902000001a0010000ffff22000cf0190202000003" + "80");

    public static TheoryData<string> Recordings => [.. CatalogueGoldenTests.RealRecordings];

    public static TheoryData<string> Editions => [.. AsterixCatalogue.All.Select(e => $"cat{e.Category:D3}_ed{e.Name}")];

    [Fact]
    public void What_was_read_is_written_again_octet_by_octet() => Assert.Equal(Convert.ToHexString(Hand), Convert.ToHexString(Again(Hand)));

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Real_recordings_come_back_octet_by_octet(string name) =>
        ComesBack(File.ReadAllBytes(SharedData.Path($"asterix/blocks/{name}.ast")), null);

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_edition_comes_back_octet_by_octet(string name) =>
        ComesBack(File.ReadAllBytes(SharedData.Path($"asterix/synthetic/{name}.ast")), name[(name.IndexOf("_ed", StringComparison.Ordinal) + 3)..]);

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_octets_of_any_edition_come_back_whatever_is_wrong_with_them()
    {
        var editions = AsterixCatalogue.All;
        Gen.Select(Gen.Int[0, editions.Count - 1], Gen.Byte.Array[1, 150]).Sample((index, body) =>
        {
            byte[] block = [editions[index].Category, 0, (byte)(body.Length + 3), .. body];
            Assert.Equal(Convert.ToHexString(block), Convert.ToHexString(Again(block, editions[index])));
        }, iter: 20_000);
    }

    [Fact]
    public void Spare_bits_that_are_set_come_back_until_somebody_changes_the_items()
    {
        // CAT048, 010 and 070: the spare bit before the code is set.
        var block = Convert.FromHexString("300008" + "88" + "1902" + "1fff");
        var line = Lines(block, null).Single();
        Assert.Contains("\"raw\":", line, StringComparison.Ordinal);
        Assert.Equal("3000088819021fff", Hex(line));
        Assert.Equal("3000088819020001", Hex(line.Replace("\"MODE3A\":4095", "\"MODE3A\":1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{", "is no JSON object")]
    [InlineData("[1]", "is no JSON object")]
    [InlineData("{\"items\":{}}", "cat: expected a category, 1 to 255")]
    [InlineData("{\"cat\":48}", "items: is missing")]
    [InlineData("{\"cat\":77,\"items\":{}}", "cat: category 077 is not known")]
    [InlineData("{\"cat\":48,\"ed\":\"9.9\",\"items\":{}}", "ed: edition 9.9 of category 048 is not known")]
    [InlineData("{\"cat\":48,\"items\":{\"010\":{\"SAC\":300,\"SIC\":1}}}", "items.010.SAC: 300 does not fit into 8 bits")]
    [InlineData("{\"cat\":48,\"items\":{\"010\":{\"SAC\":3}}}", "items.010: SIC is missing")]
    [InlineData("{\"cat\":48,\"items\":{\"010\":{\"SAC\":3,\"SIC\":1,\"SUC\":1}}}", "items.010.SUC: is not known there")]
    [InlineData("{\"cat\":48,\"items\":{\"999\":1}}", "items.999: is no item of CAT048 1.32")]
    [InlineData("{\"cat\":48,\"items\":{\"140\":-1}}", "items.140: expected a whole number, as it is sent")]
    [InlineData("{\"cat\":48,\"items\":{\"250\":[{\"MBDATA\":\"0g\",\"BDS1\":1,\"BDS2\":0}]}}", "items.250[0].MBDATA: is not hexadecimal")]
    [InlineData("{\"cat\":48,\"items\":{\"030\":[]}}", "items.030: is empty: there is one at least")]
    [InlineData("{\"cat\":48,\"err\":\"short\"}", "hex: expected the refused octets in hexadecimal")]
    public void What_cannot_be_written_is_told_by_its_place(string line, string why)
    {
        var encoder = new AsterixEncoder(new Blocks());
        Assert.False(encoder.TryWrite(Encoding.UTF8.GetBytes(line), out var fault));
        Assert.StartsWith(why, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_by_hand_becomes_a_block_of_its_own()
    {
        const string line = "{\"cat\":34,\"items\":{\"010\":{\"SAC\":25,\"SIC\":2},\"000\":2,\"030\":768,\"020\":128}}";
        Assert.Equal("22000bf0190202000300" + "80", Hex(line));
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_text_is_refused_or_written_and_never_throws() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.Byte, Gen.String, (category, text) => $"{{\"cat\":{category},\"items\":{{\"{text}\":[{{}}]}}}}")).Sample(text =>
        {
            var encoder = new AsterixEncoder(new Blocks());
            if (!encoder.TryWrite(Encoding.UTF8.GetBytes(text), out var fault)) Assert.NotEmpty(fault.Reason);
            encoder.End();
        }, iter: 5_000);

    [Fact]
    public void Writing_allocates_nothing()
    {
        var lines = Lines(Hand, null).Select(Encoding.UTF8.GetBytes).ToList();
        var encoder = new AsterixEncoder(new Nowhere());
        for (var i = 0; i < 200; i++) lines.ForEach(line => encoder.TryWrite(line, out _));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            foreach (var line in lines) encoder.TryWrite(line, out _);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (100.0 * lines.Count);
        Assert.InRange(each, 0, 64); // the name of the edition
    }

    private static void ComesBack(byte[] octets, string? edition)
    {
        var category = octets[0];
        var again = Again(octets, edition is null ? null : AsterixCatalogue.Find(category, edition));
        Assert.True(octets.AsSpan().SequenceEqual(again), $"differs from octet {octets.AsSpan().CommonPrefixLength(again):N0} on: {Around(octets, octets.AsSpan().CommonPrefixLength(again))} became {Around(again, octets.AsSpan().CommonPrefixLength(again))}");
    }

    private static string Around(byte[] octets, int at) => Convert.ToHexString(octets, Math.Max(0, at - 8), Math.Min(octets.Length - Math.Max(0, at - 8), 16));

    private static byte[] Again(byte[] octets, AsterixEdition? edition = null)
    {
        var blocks = new Blocks();
        var encoder = new AsterixEncoder(blocks);
        var piped = new Piped(encoder);
        Json(edition).Write(octets, 0, piped);
        encoder.End();
        return [.. blocks.Octets];
    }

    private static AsterixJson Json(AsterixEdition? edition)
    {
        var choice = new EditionChoice();
        if (edition is not null) choice.Name(edition);
        return new(choice);
    }

    private static List<string> Lines(byte[] octets, AsterixEdition? edition)
    {
        var kept = new Kept();
        Json(edition).Write(octets, 0, kept);
        return kept.Lines;
    }

    private static string Hex(string line)
    {
        var blocks = new Blocks();
        var encoder = new AsterixEncoder(blocks);
        Assert.True(encoder.TryWrite(Encoding.UTF8.GetBytes(line), out var fault), fault.ToString());
        encoder.End();
        return Convert.ToHexStringLower([.. blocks.Octets]);
    }

    private sealed class Blocks : IDataBlocks
    {
        public List<byte> Octets { get; } = [];

        public void OnBlock(ReadOnlySpan<byte> block) => Octets.AddRange(block);
    }

    private sealed class Nowhere : IDataBlocks
    {
        public void OnBlock(ReadOnlySpan<byte> block)
        {
        }
    }

    private sealed class Piped(AsterixEncoder encoder) : IRecordLines
    {
        public void OnRecord(string kind, ReadOnlySpan<byte> line) => Take(line);

        public void OnRefusal(string kind, ReadOnlySpan<byte> line) => Take(line);

        private void Take(ReadOnlySpan<byte> line) => Assert.True(encoder.TryWrite(line, out var fault), $"{fault} in {Encoding.UTF8.GetString(line)}");
    }

    private sealed class Kept : IRecordLines
    {
        public List<string> Lines { get; } = [];

        public void OnRecord(string kind, ReadOnlySpan<byte> line) => Lines.Add(Encoding.UTF8.GetString(line));

        public void OnRefusal(string kind, ReadOnlySpan<byte> line) => Lines.Add(Encoding.UTF8.GetString(line));
    }
}
