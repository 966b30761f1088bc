using Vedette.Edge.Configuration;
using Vedette.Edge.Recordings;
using Vedette.Wire;
using Vedette.Wire.Asterix.Catalogue;
using Vedette.Wire.Beast;
using Vedette.Wire.Containers;
using Vedette.Wire.Lines;
using Vedette.Wire.RemoteId;

namespace Vedette.Cli.Decoding;

/// <summary>Reads a recording of any known format in constant memory and hands its octets to the decoder that they belong to.</summary>
internal static class RecordingLines
{
    /// <summary>How many octets of the recording were read.</summary>
    /// <param name="dress">What stands between the records of ASTERIX and their lines.</param>
    /// <exception cref="ConfigurationException">Nobody knows the format.</exception>
    public static long Write(Stream recording, string path, string format, EditionChoice editions, DecodedLines lines, Func<IRecordLines, IRecordLines> dress, CancellationToken cancellation)
    {
        if (format == "beast" || (format == "auto" && IsBeast(recording))) WriteBeast(recording, lines, cancellation);
        else if (format is "odid" or "auto" && RemoteIdRecording.LooksLikeRemoteId(Head(recording))) WriteRemoteId(recording, lines, cancellation);
        else if (Text(recording, format) is { } text) WriteText(recording, text.Json(), lines, cancellation);
        else if (recording.Length > 0) WriteAsterix(OpenAsterix(recording, path, format), path, new(editions, lines, dress), cancellation);
        return recording.Position;
    }

    /// <summary>What was named as ASTERIX and has no known packing is read as data blocks.</summary>
    private static RecordingReader OpenAsterix(Stream recording, string path, string format)
    {
        var packing = RecordingFormats.Detect(Head(recording));
        if (packing == RecordingFormat.Unknown && format != "asterix") throw Unknown(path);
        return RecordingReader.Open(recording, RecordedFile.DateWithout, packing == RecordingFormat.Unknown ? RecordingFormat.RawBlocks : packing, isTimed: false)!;
    }

    private static bool IsBeast(Stream recording) => BeastRecording.LooksLikeBeast(Head(recording));

    private static byte[] Head(Stream recording)
    {
        var head = new byte[Math.Min(RecordingFormats.HeadLength, recording.Length)];
        recording.ReadExactly(head);
        recording.Position = 0;
        return head;
    }

    /// <summary>The text format that was named, or that the recording looks like. Their tests are strict; "MSG" would pass for the head of a data block.</summary>
    private static TextFormat? Text(Stream recording, string format)
    {
        if (format == "auto") return TextFormats.Detect(Head(recording));
        var name = format == "odid" ? RemoteIdText(Head(recording)) : format;
        return TextFormats.All.FirstOrDefault(text => text.Name == name);
    }

    /// <summary>Remote ID that is no capture: objects begin with a bracket, all else is hexadecimal.</summary>
    private static string RemoteIdText(ReadOnlySpan<byte> head) => head.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] ? "odid-json" : "odid-hex";

    private static void WriteText(Stream recording, IRecordJson json, IRecordLines lines, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        int read;
        while (!cancellation.IsCancellationRequested && (read = recording.Read(buffer)) > 0) json.Write(buffer.AsSpan(0, read), lines);
        json.Write("\n"u8, lines);
    }

    private static void WriteBeast(Stream recording, IRecordLines lines, CancellationToken cancellation)
    {
        var json = new BeastJson();
        foreach (var piece in BeastRecording.Read(recording, RecordedFile.DateWithout))
        {
            if (cancellation.IsCancellationRequested) return;
            json.Write(piece.Octets.Span, piece.Offset, lines);
        }
    }

    private static void WriteRemoteId(Stream recording, IRecordLines lines, CancellationToken cancellation)
    {
        var json = new RemoteIdJson();
        foreach (var piece in RemoteIdRecording.Read(recording, RecordedFile.DateWithout))
        {
            if (cancellation.IsCancellationRequested) return;
            json.Write(piece.Octets.Span, piece.At ?? RecordedFile.DateWithout, piece.Offset, lines);
        }
    }

    private static void WriteAsterix(RecordingReader reader, string path, AsterixLines lines, CancellationToken cancellation)
    {
        long offset = 0;
        while (!cancellation.IsCancellationRequested && reader.TryRead(out var piece))
        {
            lines.Write(piece.Octets.Span, reader.Format == RecordingFormat.RawBlocks ? piece.Offset : offset);
            offset += piece.Octets.Length;
        }

        lines.End();
        foreach (var suspicion in lines.Suspicions) Console.Error.WriteLine($"vedette: {path}: {suspicion} (--edition {suspicion.Option})");
        if (reader.TrailerRemark is { } remark) Console.Error.WriteLine($"vedette: {path}: {remark}");
        foreach (var fault in reader.Faults) Console.Error.WriteLine($"vedette: {path}: octet {fault.Offset:N0}: {fault.Reason}");
    }

    private static ConfigurationException Unknown(string path) =>
        new($"{path}: neither ASTERIX (pcap, pcapng, final format, .gps, data blocks) nor Beast nor {string.Join(", ", TextFormats.All.Select(text => text.Name))}");
}
