using System.CommandLine;
using System.Diagnostics;
using Vedette.Air;
using Vedette.Cli.Decoding;
using Vedette.Cli.Hosting;
using Vedette.Edge.Configuration;
using Vedette.Edge.Recordings;
using Vedette.Wire;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Cli.Verbs;

/// <summary>Writes what a recording says, record by record, as JSON.</summary>
internal static class DecodeVerb
{
    private const string Help = """
        Writes a line of JSON for every record of a recording, whole and in the units of its specification. What cannot be read becomes a line with err, item and hex.
        ASTERIX: every category and edition of the catalogue, in pcap, pcapng, final format, .gps or plain data blocks; off counts the octets of the data blocks alone. Beast and AVR: every Mode S message. Captures of Wi-Fi or Bluetooth: every frame with Remote ID. The text formats: every line or object, in their own units.
        --encode goes the other way: lines of ASTERIX in such JSON (items count, phys is not read) become data blocks again.
        """;

    private static readonly string[] Formats = ["auto", "asterix", "beast", "odid", .. TextFormats.All.Select(text => text.Name)];

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The recording; with --encode the lines of JSON, - for standard input" };
        var format = new Option<string>("--format") { Description = string.Join(", ", Formats), HelpName = "FORMAT", DefaultValueFactory = _ => "auto" };
        format.AcceptOnlyFromAmong(Formats);
        var editions = new Option<string[]>("--edition")
        {
            Description = "Read a category in this edition, for example 021=2.1; of one station alone: 021@25/201=2.1 (repeatable; default: the newest, and for 021 what the station sends)",
            HelpName = "CAT[@SAC/SIC]=EDITION",
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<string>("--out") { Description = "json: a line a record; summary: how many of what", HelpName = "json|summary", DefaultValueFactory = _ => "json" };
        output.AcceptOnlyFromAmong("json", "summary");
        var registers = new Option<bool>("--registers") { Description = "Add to each line of ASTERIX what its Mode S registers say, as mb" };
        var stats = new Option<bool>("--stats") { Description = "Say on standard error how many records and octets a second it was" };
        var encode = new Option<bool>("--encode") { Description = "Make data blocks of lines of JSON" };
        var target = new Option<string?>("--output") { Description = "Where the data blocks go, with --encode (default: standard output)", HelpName = "FILE" };
        var verb = new Command("decode", Help) { file, format, editions, output, registers, stats, encode, target };
        verb.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(encode) ? Encode(parsed.GetValue(file)!, parsed.GetValue(target), parsed.GetValue(stats), cancellation) : Decode(
            parsed.GetValue(file)!, parsed.GetValue(format)!, ReadEditions(parsed.GetValue(editions)!), parsed.GetValue(output) == "summary", parsed.GetValue(registers), parsed.GetValue(stats), cancellation)));
        return verb;
    }

    private static int Decode(string path, string format, EditionChoice editions, bool summary, bool registers, bool stats, CancellationToken cancellation)
    {
        if (!File.Exists(path)) throw new ConfigurationException($"{path}: there is no such file");
        using var recording = PackedFile.Open(path);
        using var standardOutput = Console.OpenStandardOutput();
        var lines = new DecodedLines(summary ? null : standardOutput);
        var watch = Stopwatch.StartNew();
        var octets = RecordingLines.Write(recording, path, format, editions, lines, registers ? static inner => new RegisterLines(inner) : static inner => inner, cancellation);
        lines.Flush();
        var elapsed = watch.Elapsed.TotalSeconds;
        if (summary) lines.WriteSummary(Console.Out);
        if (stats) Console.Error.WriteLine($"{lines.Records:N0} records, {lines.Refusals:N0} refused, {octets:N0} octets in {elapsed:F3} s: {lines.Records / elapsed:N0} records/s, {octets / elapsed:N0} octets/s");
        return cancellation.IsCancellationRequested ? ExitCode.Failed : ExitCode.Good;
    }

    private static int Encode(string path, string? target, bool stats, CancellationToken cancellation)
    {
        if (path != "-" && !File.Exists(path)) throw new ConfigurationException($"{path}: there is no such file");
        using var input = path == "-" ? Console.OpenStandardInput() : PackedFile.Open(path);
        using var output = new BufferedStream(target is null ? Console.OpenStandardOutput() : File.Create(target), 1 << 18);
        var blocks = new EncodedBlocks(output);
        var watch = Stopwatch.StartNew();
        blocks.Read(input, path == "-" ? "standard input" : path, cancellation);
        if (blocks.Faults > 0) Console.Error.WriteLine($"vedette: {blocks.Faults:N0} of {blocks.Lines:N0} lines could not be written");
        if (stats) Console.Error.WriteLine($"{blocks.Lines:N0} lines, {blocks.Blocks:N0} blocks, {blocks.Octets:N0} octets in {watch.Elapsed.TotalSeconds:F3} s: {blocks.Lines / watch.Elapsed.TotalSeconds:N0} lines/s");
        return blocks.Faults > 0 || cancellation.IsCancellationRequested ? ExitCode.Failed : ExitCode.Good;
    }

    /// <exception cref="ConfigurationException">An edition that is not known, or no edition at all.</exception>
    private static EditionChoice ReadEditions(string[] texts)
    {
        var choice = new EditionChoice();
        foreach (var text in texts)
        {
            var parts = text.Split('=');
            var place = parts[0].Split('@');
            if (parts.Length != 2 || place.Length > 2 || !byte.TryParse(place[0], out var category))
                throw new ConfigurationException($"--edition \"{text}\": expected a category and an edition, for example 021=2.1 or 021@25/201=2.1");
            var edition = AsterixCatalogue.Find(category, parts[1]) ?? throw new ConfigurationException($"--edition \"{text}\": {Known(category)}");
            if (place.Length == 1) choice.Name(edition);
            else choice.Name(edition, ReadSource(place[1]) ?? throw new ConfigurationException($"--edition \"{text}\": expected SAC/SIC, two numbers from 0 to 255"));
        }

        return choice;
    }

    private static AsterixSource? ReadSource(string text) =>
        text.Split('/') is [var sac, var sic] && byte.TryParse(sac, out var area) && byte.TryParse(sic, out var identifier) ? new(area, identifier) : null;

    private static string Known(byte category)
    {
        var names = AsterixCatalogue.All.Where(edition => edition.Category == category).Select(edition => edition.Name).ToList();
        return names.Count == 0 ? $"category {category:D3} is not known" : $"known editions of category {category:D3} are {string.Join(", ", names)}";
    }
}
