using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Text;
using Vedette.Core;
using Vedette.Kernel;
using ZstdSharp;

namespace Vedette.Edge.Journal;

/// <summary>
/// Turns consecutive entries into the octets of one block and back: for each entry its time as the difference to the entry before
/// (the first to the block's t0), its kind, its source as an index into the names seen in this block, and its payload; all
/// lengths as LEB128; the whole compressed with Zstandard. Described in docs/journal.md.
/// </summary>
internal sealed class BlockCodec : IDisposable
{
    private const int CompressionLevel = 1;

    /// <summary>No block is ever near this; a longer one is not ours.</summary>
    private const int MaxOctets = 1 << 28;

    private readonly Compressor compressor = new(CompressionLevel);
    private readonly Decompressor decompressor = new();
    private readonly ArrayBufferWriter<byte> raw = new(1 << 16);
    private readonly Dictionary<string, int> sourceIndex = new(StringComparer.Ordinal);

    /// <summary>The compressed octets of consecutive entries, at least one.</summary>
    public byte[] Encode(ReadOnlySpan<JournalEntry> entries)
    {
        raw.ResetWrittenCount();
        sourceIndex.Clear();
        var at = entries[0].At;
        foreach (ref readonly var entry in entries)
        {
            WriteNumber((ulong)(entry.At.Ticks - at.Ticks));
            at = entry.At;
            WriteNumber((byte)entry.Kind);
            WriteSource(entry.Source);
            WriteNumber((ulong)entry.Payload.Length);
            raw.Write(entry.Payload.Span);
        }

        return compressor.Wrap(raw.WrittenSpan).ToArray();
    }

    /// <summary>Reads a block back. False, with the reason, for octets that <see cref="Encode"/> did not make; never throws.</summary>
    public bool TryDecode(in JournalBlock block, [NotNullWhen(true)] out JournalEntry[]? entries, out string reason)
    {
        entries = null;
        byte[] octets;
        try
        {
            octets = decompressor.Unwrap(block.Octets, MaxOctets).ToArray();
        }
        catch (ZstdException e)
        {
            reason = $"it does not decompress: {e.Message}";
            return false;
        }

        if (block.Count < 1 || block.Count > octets.Length || block.From < Instant.MinValue || block.From > Instant.MaxValue)
        {
            reason = $"it cannot hold {block.Count} entries from {block.From.Ticks} on";
            return false;
        }

        var made = new JournalEntry[block.Count];
        var sources = new List<string>();
        var at = block.From.Ticks;
        var position = 0;
        for (var i = 0; i < made.Length; i++)
        {
            if (!TryRead(octets, ref position, sources, ref at, block.First + i, out made[i]))
            {
                reason = $"its entry {block.First + i} is malformed at octet {position}";
                return false;
            }
        }

        reason = position == octets.Length ? "" : $"{octets.Length - position} octets follow its last entry";
        entries = made;
        return position == octets.Length;
    }

    /// <summary>CRC-32 (IEEE) over first sequence, count, t0 and t1 (little-endian, 8 octets each) and the compressed octets.</summary>
    public static uint Checksum(in JournalBlock block)
    {
        Span<byte> head = stackalloc byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(head, block.First);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], block.Count);
        BinaryPrimitives.WriteInt64LittleEndian(head[16..], block.From.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(head[24..], block.To.Ticks);
        var crc = new Crc32();
        crc.Append(head);
        crc.Append(block.Octets);
        return crc.GetCurrentHashAsUInt32();
    }

    public void Dispose()
    {
        compressor.Dispose();
        decompressor.Dispose();
    }

    private static bool TryRead(byte[] octets, ref int position, List<string> sources, ref long at, long sequence, out JournalEntry entry)
    {
        entry = default;
        if (!TryReadNumber(octets, ref position, out var step) || step > (ulong)(Instant.MaxValue.Ticks - at)) return false;
        if (!TryReadNumber(octets, ref position, out var kind) || kind > byte.MaxValue) return false;
        if (!TryReadSource(octets, ref position, sources, out var source)) return false;
        if (!TryReadSlice(octets, ref position, out var payload)) return false;
        at += (long)step;
        entry = new(sequence, new Instant(at), (EntryKind)kind, source, payload);
        return true;
    }

    private static bool TryReadSource(byte[] octets, ref int position, List<string> sources, out string source)
    {
        source = "";
        if (!TryReadNumber(octets, ref position, out var index) || index > (ulong)sources.Count) return false;
        if (index == (ulong)sources.Count)
        {
            if (!TryReadSlice(octets, ref position, out var name)) return false;
            sources.Add(Encoding.UTF8.GetString(name.Span));
        }

        source = sources[(int)index];
        return true;
    }

    private static bool TryReadSlice(byte[] octets, ref int position, out ReadOnlyMemory<byte> slice)
    {
        slice = default;
        if (!TryReadNumber(octets, ref position, out var length) || length > (ulong)(octets.Length - position)) return false;
        slice = octets.AsMemory(position, (int)length);
        position += (int)length;
        return true;
    }

    private static bool TryReadNumber(byte[] octets, ref int position, out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (position >= octets.Length) return false;
            var octet = octets[position++];
            value |= (ulong)(octet & 0x7F) << shift;
            if (octet < 0x80) return true;
        }

        return false;
    }

    private void WriteSource(string source)
    {
        if (sourceIndex.TryGetValue(source, out var index))
        {
            WriteNumber((ulong)index);
            return;
        }

        WriteNumber((ulong)sourceIndex.Count);
        sourceIndex[source] = sourceIndex.Count;
        var name = Encoding.UTF8.GetBytes(source);
        WriteNumber((ulong)name.Length);
        raw.Write(name);
    }

    private void WriteNumber(ulong value)
    {
        var span = raw.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        raw.Advance(length);
    }
}
