using Vedette.Wire;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Cli.Decoding;

/// <summary>Some data blocks of a recording, with the editions chosen for them, and the lines that came of them. Used again and again.</summary>
internal sealed class BlockBatch
{
    /// <summary>Enough to be worth a thread's while, and so little that its text, up to twenty times as long, stays near the processor.</summary>
    private const int Octets = 1 << 15;

    private readonly MemoryStream octets = new(Octets);
    private readonly List<Block> blocks = [];
    private readonly BatchLines lines;
    private readonly IRecordLines dressed;
    private readonly BlockJson writing = new();

    /// <param name="wantsText">False where the counts are enough.</param>
    /// <param name="dress">What stands between the blocks and their lines.</param>
    public BlockBatch(bool wantsText, Func<IRecordLines, IRecordLines> dress)
    {
        lines = new(wantsText);
        dressed = dress(lines);
    }

    public bool IsFull => octets.Length >= Octets;

    /// <param name="offset">In the recording.</param>
    /// <param name="edition">Null where the block is refused, for the reason that is given.</param>
    public void Add(ReadOnlySpan<byte> block, long offset, AsterixEdition? edition, string refusal)
    {
        blocks.Add(new((int)octets.Length, block.Length, offset, edition, refusal));
        octets.Write(block);
    }

    /// <summary>Makes lines of the blocks.</summary>
    public void Decode()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Edition is null) writing.Refuse(block.Offset, OctetsOf(block), block.Refusal, dressed);
            else blocks[i] = block with { IsSound = writing.Write(block.Offset, Body(block), block.Edition, dressed) };
        }
    }

    /// <summary>Hands over what was made, lets the watch know how the blocks were read, and is empty again.</summary>
    public void HandOver(DecodedLines all, EditionWatch watch)
    {
        all.Append(lines);
        foreach (var block in blocks)
            if (block.Edition is { } edition) watch.Note(Body(block), edition, EditionChoice.SourceOf(Body(block)), block.IsSound);
        lines.Counts.Clear();
        lines.ClearText();
        blocks.Clear();
        octets.SetLength(0);
    }

    private ReadOnlySpan<byte> OctetsOf(in Block block) => octets.GetBuffer().AsSpan(block.At, block.Length);

    private ReadOnlySpan<byte> Body(in Block block) => OctetsOf(block)[Wire.Asterix.DataBlock.HeaderLength..];

    private readonly record struct Block(int At, int Length, long Offset, AsterixEdition? Edition, string Refusal, bool IsSound = false);
}
