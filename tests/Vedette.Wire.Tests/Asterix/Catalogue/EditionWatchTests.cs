using Vedette.Air;
using Vedette.TestSupport;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Tests.Asterix.Catalogue;

public class EditionWatchTests
{
    private static readonly AsterixSource Station = new(20, 129);

    /// <summary>I034/010 and 000; the profile of category 034 has nothing at its thirteenth place.</summary>
    private static readonly byte[] Sound = [0xC0, 20, 129, 1];
    private static readonly byte[] Broken = [0x81, 0x03, 0x01, 20, 129];

    [Fact]
    public void A_station_read_in_a_wrong_edition_is_suspected_and_the_right_one_named()
    {
        var old = File.ReadAllBytes(SharedData.Path("asterix/blocks/cat021_lebl_20160510_v023.ast")).AsSpan(0, 50_000);
        var choice = new EditionChoice();
        choice.Name(AsterixCatalogue.Find(21, "2.7")!);
        var json = new AsterixJson(choice);
        json.Write(old, 0, new Ignored());
        Assert.Contains(json.Suspicions, suspicion => suspicion is { Category: 21, Edition: "2.7", Better: "0.23" } && suspicion.ToString().Contains("edition 0.23 reads them", StringComparison.Ordinal));
    }

    [Fact]
    public void A_station_that_no_edition_explains_is_not_suspected()
    {
        var watch = new EditionWatch();
        var edition = AsterixCatalogue.Newest(34)!;
        for (var block = 0; block < 100; block++) Assert.Null(watch.Note(Broken, edition, Station, isSound: false));
        Assert.Empty(watch.Suspicions);
    }

    [Fact]
    public void Two_refused_blocks_among_many_are_an_accident_of_the_line()
    {
        var watch = new EditionWatch();
        for (var block = 0; block < 1000; block++) Assert.Null(watch.Note(Sound, AsterixCatalogue.Newest(34)!, Station, isSound: block % 500 != 499));
        Assert.Empty(watch.Suspicions);
    }

    [Fact]
    public void An_edition_named_for_one_station_is_not_used_for_another()
    {
        var choice = new EditionChoice();
        choice.Name(AsterixCatalogue.Find(34, "1.27")!, Station);
        Assert.Equal("1.27", choice.Of(34, Sound)!.Name);
        Assert.Equal(AsterixCatalogue.Newest(34), choice.Of(34, [0xC0, 20, 130, 1]));
    }

    [Fact]
    public void A_suspicion_tells_how_to_name_the_edition() =>
        Assert.Equal("021@020/129=2.1", new EditionSuspicion(21, Station, "2.4", 7565, 211, "2.1").Option);

    private sealed class Ignored : IRecordLines
    {
        public void OnRecord(string kind, ReadOnlySpan<byte> line)
        {
        }

        public void OnRefusal(string kind, ReadOnlySpan<byte> line)
        {
        }
    }
}
