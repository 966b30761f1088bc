using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsCheck;
using Vedette.TestSupport;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Tests.Asterix.Catalogue;

public class CatalogueReaderTests
{
    /// <summary>CAT048 with I048/010 (25/201) and I048/040; layout of EUROCONTROL-SPEC-0149-4 edition 1.32, octets made by hand.</summary>
    private static readonly byte[] Plot = [48, 0, 10, 0x90, 25, 201, 0x40, 0x00, 0x80, 0x00];

    [Fact]
    public void A_record_becomes_a_line_with_what_was_sent_and_what_it_means() =>
        Assert.Equal(
            """{"off":100,"cat":48,"ed":"1.32","rec":0,"len":7,"items":{"010":{"SAC":25,"SIC":201},"040":{"RHO":16384,"THETA":32768}},"phys":{"010":{"SAC":25,"SIC":201},"040":{"RHO":64,"THETA":180}}}""",
            Assert.Single(Read(Plot, 100).Records));

    [Fact]
    public void A_record_cut_anywhere_is_refused_by_item_and_offset()
    {
        for (var length = 4; length < Plot.Length; length++)
        {
            byte[] cut = [48, 0, (byte)length, .. Plot[3..length]];
            var read = Read(cut);
            Assert.Empty(read.Records);
            using var refusal = JsonDocument.Parse(Assert.Single(read.Refusals));
            Assert.Equal(length < 6 ? "I048/010" : "I048/040", refusal.RootElement.GetProperty("item").GetString());
            Assert.Equal(length < 6 ? 4 : 6, refusal.RootElement.GetProperty("at").GetInt32());
        }
    }

    [Fact]
    public void A_presence_bit_without_an_item_is_named_and_the_next_block_is_read()
    {
        var read = Read([62, 0, 5, 0x40, 0, .. Plot]);
        Assert.Contains("\"item\":\"I062 FRN 2\"", Assert.Single(read.Refusals));
        Assert.Single(read.Records);
    }

    [Fact]
    public void An_unknown_category_and_a_length_that_does_not_fit_are_said()
    {
        var read = Read([200, 0, 4, 1, 48, 0, 99, 1]);
        Assert.Collection(read.Refusals, unknown => Assert.Contains("nospec", unknown), bad => Assert.Contains("bad length", bad));
    }

    [Fact]
    public void Octets_of_an_expansion_that_do_not_follow_its_layout_are_kept_unread()
    {
        byte[] octets = [48, 0, 13, 0x81, 0x01, 0x01, 0x02, 25, 201, 4, 0x80, 0xFF, 0xFF];
        var line = Assert.Single(Read(octets).Records);
        Assert.Contains("\"RE\":{\"_hex\":\"80ffff\"}", line);
    }

    [Fact]
    public void An_expansion_field_that_ends_too_soon_is_shown_as_octets_alone()
    {
        // I048/RE (FRN 28): four octets; nothing is announced in it, and yet two octets follow.
        var line = Assert.Single(Read([48, 0, 11, 0x01, 0x01, 0x01, 0x02, 4, 0x00, 0xF2, 0x74]).Records);
        using var record = JsonDocument.Parse(line);
        Assert.Equal("""{"RE":{"_hex":"00f274"}}""", record.RootElement.GetProperty("phys").GetRawText());
        Assert.Equal("""{"RE":{"_hex":"00f274"}}""", record.RootElement.GetProperty("items").GetRawText());
    }

    [Fact]
    public void The_type_of_a_category_001_report_chooses_its_profile()
    {
        // FRN 3 is I001/040 in a plot and I001/161 in a track.
        Assert.Contains("\"040\":{", Assert.Single(Read([1, 0, 11, 0xE0, 1, 2, 0x00, 0, 1, 0, 1]).Records));
        Assert.Contains("\"161\":258", Assert.Single(Read([1, 0, 9, 0xE0, 1, 2, 0x80, 1, 2]).Records));
    }

    [Fact]
    public void A_random_field_sequence_names_its_fields()
    {
        // CAT002, FRN 14 with one field: number 1, I002/010.
        var line = Assert.Single(Read([2, 0, 9, 0x01, 0x02, 1, 1, 7, 8]).Records);
        Assert.Contains("\"rfs\":[{\"010\":{\"SAC\":7,\"SIC\":8}}]", line);
    }

    [Fact]
    public void Text_is_escaped_so_that_every_line_is_json()
    {
        // I062/390 (FRN 21) with the callsign (subfield 2): seven octets of ASCII.
        byte[] octets = [62, 0, 14, 0x01, 0x01, 0x02, 0x40, (byte)'"', (byte)'\\', 0, 9, 0xFF, (byte)'A', (byte)' '];
        using var line = JsonDocument.Parse(Assert.Single(Read(octets).Records));
        Assert.Equal("\"\\\0\t·A ", line.RootElement.GetProperty("phys").GetProperty("390").GetProperty("CS").GetString());
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_octets_of_any_edition_give_lines_of_json_and_never_throw() =>
        Gen.Select(Gen.Int[0, AsterixCatalogue.All.Count - 1], Gen.Byte.Array[1, 200]).Sample((index, body) =>
        {
            var edition = AsterixCatalogue.All[index];
            var read = Read([edition.Category, 0, (byte)(body.Length + 3), .. body], edition: edition);
            Assert.True(read.Records.Count + read.Refusals.Count > 0);
            foreach (var line in read.Records.Concat(read.Refusals)) AssertJson(line);
        }, iter: 20_000);

    private static void AssertJson(string line)
    {
        try
        {
            JsonDocument.Parse(line).Dispose();
        }
        catch (JsonException e)
        {
            Assert.Fail($"{e.Message} {line}");
        }
    }

    /// <summary>The interpreter of the published definitions said of each datagram how many records it keeps: shared/data/README.md.</summary>
    [Fact]
    public void Mutated_datagrams_keep_the_same_records_as_the_interpreter_in_every_category()
    {
        var octets = File.ReadAllBytes(SharedData.Path("asterix/fuzz/mutated_2000.bin"));
        using var told = new StreamReader(new GZipStream(File.OpenRead(SharedData.Path("asterix/fuzz/mutated_2000.meta.jsonl.gz")), CompressionMode.Decompress));
        var datagrams = 0;
        for (var at = 0; at + 4 <= octets.Length; datagrams++)
        {
            var length = BitConverter.ToInt32(octets, at);
            using var line = JsonDocument.Parse(told.ReadLine()!);
            Assert.Equal($"{datagrams}: {Expected(line.RootElement.GetProperty("oracle"))}", $"{datagrams}: {Counted(octets[(at + 4)..(at + 4 + length)])}");
            at += 4 + length;
        }

        Assert.Equal(2000, datagrams);
    }

    [Fact]
    public void Reading_a_record_allocates_nothing()
    {
        var octets = File.ReadAllBytes(SharedData.Path("asterix/blocks/cat048_bcn_20230502.ast"));
        var json = new AsterixJson(new EditionChoice());
        var counted = new Tally();
        json.Write(octets, 0, counted);
        Assert.Equal(0, Allocated.Least(() => json.Write(octets, 0, counted)));
        Assert.Equal((1 + Allocated.Runs) * 44_085, counted.Records);
    }

    private static Collected Read(byte[] octets, long offset = 0, AsterixEdition? edition = null)
    {
        var choice = new EditionChoice();
        if (edition is not null) choice.Name(edition);
        var read = new Collected();
        new AsterixJson(choice).Write(octets, offset, read);
        return read;
    }

    /// <summary>Every datagram was read in the newest edition of its categories.</summary>
    private static string Counted(byte[] datagram)
    {
        var choice = new EditionChoice();
        choice.Name(AsterixCatalogue.Newest(21)!);
        var read = new Collected();
        new AsterixJson(choice).Write(datagram, 0, read);
        return string.Join(' ', read.Counts.Select(c => $"{c.Key}={c.Value}"));
    }

    private static string Expected(JsonElement oracle) => string.Join(' ', oracle.EnumerateObject()
        .Where(o => o.Name != "bad").OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => $"{o.Name}={o.Value}"));

    private sealed class Collected : IRecordLines
    {
        public List<string> Records { get; } = [];

        public List<string> Refusals { get; } = [];

        public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

        public void OnRecord(string kind, ReadOnlySpan<byte> line)
        {
            Records.Add(Encoding.UTF8.GetString(line));
            Count("rec" + kind[3..6]);
        }

        public void OnRefusal(string kind, ReadOnlySpan<byte> line)
        {
            Refusals.Add(Encoding.UTF8.GetString(line));
            if (!Refusals[^1].Contains("bad length")) Count((Refusals[^1].Contains("nospec") ? "nospec" : "err") + kind[3..6]);
        }

        private void Count(string name) => Counts[name] = Counts.GetValueOrDefault(name) + 1;
    }

    private sealed class Tally : IRecordLines
    {
        public int Records { get; private set; }

        public void OnRecord(string kind, ReadOnlySpan<byte> line) => Records++;

        public void OnRefusal(string kind, ReadOnlySpan<byte> line) => Assert.Fail(Encoding.UTF8.GetString(line));
    }
}
