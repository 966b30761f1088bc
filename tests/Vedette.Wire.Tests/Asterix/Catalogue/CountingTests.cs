using CsCheck;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Tests.Asterix.Catalogue;

public class CountingTests
{
    [Fact]
    public void Passing_over_records_finds_the_same_records_and_refusals_as_writing_them()
    {
        var editions = AsterixCatalogue.All;
        Gen.Select(Gen.Int[0, editions.Count - 1], Gen.Byte.Array[1, 120]).Sample((index, body) =>
        {
            byte[] block = [editions[index].Category, 0, (byte)(body.Length + 3), .. body];
            Assert.Equal(Told(block, editions[index], wantsText: true), Told(block, editions[index], wantsText: false));
        }, iter: 20_000);
    }

    private static string Told(byte[] block, AsterixEdition edition, bool wantsText)
    {
        var choice = new EditionChoice();
        choice.Name(edition);
        var lines = new Kinds(wantsText);
        new AsterixJson(choice).Write(block, 0, lines);
        return string.Join('\n', lines.Told);
    }

    private sealed class Kinds(bool wantsText) : IRecordLines
    {
        public List<string> Told { get; } = [];

        public bool WantsText => wantsText;

        public void OnRecord(string kind, ReadOnlySpan<byte> line)
        {
            Assert.Equal(wantsText, line.Length > 0);
            Told.Add(kind);
        }

        public void OnRefusal(string kind, ReadOnlySpan<byte> line) => Told.Add(System.Text.Encoding.UTF8.GetString(line));
    }
}
