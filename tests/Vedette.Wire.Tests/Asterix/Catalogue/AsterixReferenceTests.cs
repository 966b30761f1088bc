using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Tests.Asterix.Catalogue;

public class AsterixReferenceTests
{
    [Fact]
    public void A_page_tells_the_profile_and_every_item_to_the_bit()
    {
        var page = AsterixReference.Of(AsterixCatalogue.Find(48, "1.32")!);
        Assert.Contains("| 4 | I048/040 |", page, StringComparison.Ordinal);
        Assert.Contains("### I048/040\n\n- in order:\n  - `RHO` 16 bits: unsigned, steps of 1/2^8 NM\n  - `THETA` 16 bits: unsigned, steps of 360/2^16 °\n", page, StringComparison.Ordinal);
        Assert.Contains("In edition 1.13 of the expansion field", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_that_an_item_chooses_between_are_told_apart()
    {
        var page = AsterixReference.Of(AsterixCatalogue.Newest(1)!);
        Assert.Contains("## Profile where 001/020/TYP is 0", page, StringComparison.Ordinal);
        Assert.Contains("## Profile where 001/020/TYP is 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_edition_has_a_page_that_names_all_its_items()
    {
        foreach (var edition in AsterixCatalogue.All)
        {
            var page = AsterixReference.Of(edition);
            foreach (var field in edition.Profiles.SelectMany(profile => profile.Fields).Where(field => field.Layout >= 0))
                Assert.Contains($"### {field.Name}\n\n- ", page, StringComparison.Ordinal);
        }
    }
}
