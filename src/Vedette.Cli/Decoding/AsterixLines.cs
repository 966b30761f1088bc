using Vedette.Wire;
using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Cli.Decoding;

/// <summary>
/// Lines of JSON for the data blocks of a recording, in its order. Batches of blocks are read side by side on all processors; what depends on the order
/// (which edition a station speaks, and whether it seems a wrong one) is done in order.
/// </summary>
internal sealed class AsterixLines
{
    private readonly EditionChoice editions;
    private readonly DecodedLines lines;
    private readonly Func<BlockBatch> fresh;
    private readonly EditionWatch watch = new();
    private readonly int most = Environment.ProcessorCount + 1;
    private readonly Queue<(BlockBatch Batch, Task Work)> working = [];
    private readonly Queue<BlockBatch> idle = [];
    private BlockBatch filling;

    /// <param name="dress">What stands between the blocks and their lines.</param>
    public AsterixLines(EditionChoice editions, DecodedLines lines, Func<IRecordLines, IRecordLines> dress)
    {
        (this.editions, this.lines) = (editions, lines);
        fresh = () => new(lines.WantsText, dress);
        filling = fresh();
    }

    /// <summary>Stations that seem to speak another edition than the one they are read in.</summary>
    public IReadOnlyList<EditionSuspicion> Suspicions => watch.Suspicions;

    /// <param name="octets">Whole data blocks.</param>
    /// <param name="offset">Of these octets in the recording.</param>
    public void Write(ReadOnlySpan<byte> octets, long offset)
    {
        var blocks = new DataBlockReader(octets);
        Decode step;
        while ((step = blocks.TryRead(out var block)) == Decode.Record)
        {
            var edition = editions.Of(block.Category, block.Body(octets));
            filling.Add(octets.Slice(block.Offset, block.Length), offset + block.Offset, edition, AsterixJson.NoSpecification);
        }

        if (step == Decode.Malformed) filling.Add(octets[blocks.Position..], offset + blocks.Position, null, AsterixJson.BadLength);
        if (filling.IsFull) Send();
    }

    /// <summary>Waits for all that is under way.</summary>
    public void End()
    {
        Send();
        while (working.Count > 0) Collect();
    }

    private void Send()
    {
        var batch = filling;
        working.Enqueue((batch, Task.Run(batch.Decode)));
        if (working.Count >= most) Collect();
        filling = idle.TryDequeue(out var used) ? used : fresh();
    }

    private void Collect()
    {
        var (batch, work) = working.Dequeue();
        work.GetAwaiter().GetResult();
        batch.HandOver(lines, watch);
        idle.Enqueue(batch);
    }
}
