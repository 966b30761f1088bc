using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.Lines;

/// <summary>Where a line came from.</summary>
/// <param name="ReceivedAt">When its end arrived.</param>
/// <param name="Entry">The journal entry that holds its end.</param>
/// <param name="Offset">Where it begins in the entry's octets; 0 where it began in an earlier one.</param>
internal readonly record struct LineOrigin(Instant ReceivedAt, long Entry, int Offset);

/// <summary>A feed of text lines, cut anywhere. Blank lines are passed over.</summary>
public abstract class LineDecoder : IFeedDecoder
{
    private readonly string feed;
    private readonly LineCutter cutter;

    /// <param name="feed">Named in refusals.</param>
    /// <param name="longestLine">Octets; what is longer is refused once and skipped to its end.</param>
    private protected LineDecoder(string feed, int longestLine)
    {
        this.feed = feed;
        cutter = new(longestLine);
    }

    /// <summary>Lines met so far.</summary>
    public long Lines => cutter.Number;

    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        var position = 0;
        while (true)
        {
            var what = cutter.Next(octets, ref position, out var line, out var offset);
            if (what == LineEvent.NeedMore) return;
            var origin = new LineOrigin(receivedAt, entry, offset);
            if (what == LineEvent.TooLong) Refuse(origin, "line", "longer than any of this format", intake);
            else if (!line.IsEmpty) Read(line, origin, intake);
        }
    }

    private protected abstract void Read(ReadOnlySpan<byte> line, in LineOrigin origin, IIntake intake);

    private protected void Refuse(in LineOrigin origin, string field, string reason, IIntake intake) =>
        intake.OnRefusal(new(feed, origin.Entry, origin.Offset, $"line {Lines} field {field}", reason));
}
