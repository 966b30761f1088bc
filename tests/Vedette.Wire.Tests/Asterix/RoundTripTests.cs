using CsCheck;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Tests.Asterix;

public class RoundTripTests
{
    [Fact]
    public void Cat048_records_come_back_from_the_wire_as_they_were() => RadarGenerators.Cat048.Array[1, 5].Sample(records =>
    {
        var octets = new byte[4096];
        var writer = new Cat048Writer(octets);
        var written = records.Where(r => r != default).ToArray();
        foreach (var record in written) Assert.True(writer.TryWrite(record));
        var block = Block(octets.AsSpan(0, writer.Finish()), 48);
        var reader = new Cat048Reader(block);
        foreach (var record in written)
        {
            Assert.Equal(Decode.Record, reader.TryRead(out var read));
            Assert.Equal(record, read);
        }

        Assert.Equal(Decode.End, reader.TryRead(out _));
    }, iter: 500);

    [Fact]
    public void Cat034_records_come_back_from_the_wire_as_they_were() => RadarGenerators.Cat034.Array[1, 5].Sample(records =>
    {
        var octets = new byte[4096];
        var writer = new Cat034Writer(octets);
        var written = records.Where(r => r != default).ToArray();
        foreach (var record in written) Assert.True(writer.TryWrite(record));
        var block = Block(octets.AsSpan(0, writer.Finish()), 34);
        var reader = new Cat034Reader(block);
        foreach (var record in written)
        {
            Assert.Equal(Decode.Record, reader.TryRead(out var read));
            Assert.Equal(record, read);
        }

        Assert.Equal(Decode.End, reader.TryRead(out _));
    }, iter: 500);

    [Fact]
    public void Cat021_records_come_back_from_the_wire_as_they_were() => TrafficGenerators.Cat021.Array[1, 5].Sample(records =>
    {
        var octets = new byte[4096];
        var writer = new Cat021Writer(octets);
        var written = records.Where(r => r != default).ToArray();
        foreach (var record in written) Assert.True(writer.TryWrite(record));
        var block = Block(octets.AsSpan(0, writer.Finish()), 21);
        var reader = new Cat021Reader(block);
        foreach (var record in written)
        {
            Assert.Equal(Decode.Record, reader.TryRead(out var read));
            Assert.Equal(record, read);
        }

        Assert.Equal(Decode.End, reader.TryRead(out _));
    }, iter: 500);

    [Fact]
    public void Cat062_records_come_back_from_the_wire_as_they_were() => TrafficGenerators.Cat062.Array[1, 5].Sample(records =>
    {
        var octets = new byte[4096];
        var writer = new Cat062Writer(octets);
        var written = records.Where(r => r != default).ToArray();
        foreach (var record in written) Assert.True(writer.TryWrite(record));
        var block = Block(octets.AsSpan(0, writer.Finish()), 62);
        var reader = new Cat062Reader(block);
        foreach (var record in written)
        {
            Assert.Equal(Decode.Record, reader.TryRead(out var read));
            Assert.Equal(record, read);
        }

        Assert.Equal(Decode.End, reader.TryRead(out _));
    }, iter: 500);

    [Fact]
    public void A_record_that_does_not_fit_leaves_the_block_as_it_was() => RadarGenerators.Cat048.Array[1, 20].Sample(records =>
    {
        Span<byte> octets = stackalloc byte[200];
        var writer = new Cat048Writer(octets);
        var fitted = 0;
        foreach (var record in records)
            if (writer.TryWrite(record)) fitted++;
        var reader = new Cat048Reader(Block(octets[..writer.Finish()], 48));
        for (var i = 0; i < fitted; i++) Assert.Equal(Decode.Record, reader.TryRead(out _));
        Assert.Equal(Decode.End, reader.TryRead(out _));
    }, iter: 300);

    private static ReadOnlySpan<byte> Block(ReadOnlySpan<byte> octets, int category)
    {
        if (octets.IsEmpty) return [];
        var blocks = new DataBlockReader(octets);
        Assert.Equal(Decode.Record, blocks.TryRead(out var block));
        Assert.Equal(category, block.Category);
        Assert.Equal(octets.Length, block.Length);
        return block.Body(octets);
    }
}
