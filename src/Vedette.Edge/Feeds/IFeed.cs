namespace Vedette.Edge.Feeds;

/// <summary>Brings the octets of one live source to the sequencer, for as long as the watch runs.</summary>
public interface IFeed
{
    /// <summary>Name of the feed in the configuration; the source of its entries.</summary>
    string Name { get; }

    /// <summary>Plain words for people, for example "UDP 239.1.1.1:8600".</summary>
    string Description { get; }

    /// <summary>
    /// Runs until cancelled or, for a file, until its end. The network's failures are retried and told to <paramref name="line"/>;
    /// what it throws is a fault of the set-up (a port that is taken) and ends this feed only.
    /// </summary>
    Task RunAsync(FeedLine line, CancellationToken cancellation);
}
