namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>
/// Writes a line of JSON for every record: <c>off</c> of its block, <c>cat</c>, <c>ed</c>, <c>rec</c> (number in the block), <c>len</c>
/// (octets), <c>items</c> (numbers as sent), <c>phys</c> (what they mean, in the units of the specification), and <c>raw</c> (the octets) where
/// they hold more than the items tell, so that writing can bring them back. What cannot be read
/// becomes a line with <c>err</c>, <c>item</c> and the octets in <c>hex</c>; reading goes on at the next block. Records allocate nothing.
/// </summary>
public sealed class AsterixJson(EditionChoice editions)
{
    /// <summary>Why a block of an unknown category is refused.</summary>
    public const string NoSpecification = "nospec";

    /// <summary>Why octets are refused that are no block.</summary>
    public const string BadLength = "bad length";

    private readonly EditionWatch watch = new();
    private readonly BlockJson writing = new();

    /// <summary>Stations that seem to speak another edition than the one they are read in.</summary>
    public IReadOnlyList<EditionSuspicion> Suspicions => watch.Suspicions;

    /// <param name="octets">One or more data blocks.</param>
    /// <param name="offset">Of these octets, to be added to every <c>off</c>.</param>
    public void Write(ReadOnlySpan<byte> octets, long offset, IRecordLines lines)
    {
        var blocks = new DataBlockReader(octets);
        Decode step;
        while ((step = blocks.TryRead(out var block)) == Decode.Record)
        {
            var body = block.Body(octets);
            if (editions.Of(block.Category, body) is { } edition) watch.Note(body, edition, EditionChoice.SourceOf(body), writing.Write(offset + block.Offset, body, edition, lines));
            else writing.Refuse(offset + block.Offset, octets.Slice(block.Offset, block.Length), NoSpecification, lines);
        }

        if (step == Decode.Malformed) writing.Refuse(offset + blocks.Position, octets[blocks.Position..], BadLength, lines);
    }
}
