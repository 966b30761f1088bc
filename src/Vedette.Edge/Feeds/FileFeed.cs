using Vedette.Core;
using Vedette.Edge.Recordings;

namespace Vedette.Edge.Feeds;

/// <summary>
/// A recording played as a live feed: at its own pace, its octets arriving now. Times of day inside ASTERIX records stay those of the
/// recording, so a recorded day is better watched with `vedette replay --serve`.
/// </summary>
public sealed class FileFeed(string name, string path) : IFeed
{
    public string Name => name;

    public string Description => $"file {Path.GetFileName(path)}";

    public async Task RunAsync(FeedLine line, CancellationToken cancellation)
    {
        var file = RecordedFile.Open(path, name, null);
        await line.TellAsync(FeedState.Live, $"playing {path}", cancellation);
        using var time = new PacedTime(1);
        foreach (var piece in file.Read())
        {
            await time.UntilAsync(piece.At, cancellation);
            await line.PassAsync(piece.Octets.Span, cancellation);
        }
    }
}
