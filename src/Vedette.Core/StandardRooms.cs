using Vedette.Air;
using Vedette.Alerting;
using Vedette.Assessment;
using Vedette.Assessment.Coverage;
using Vedette.Assessment.Integrity;
using Vedette.Kernel;
using Vedette.Tracking;
using Vedette.Wire;
using Vedette.Wire.AircraftJson;
using Vedette.Wire.Asterix;
using Vedette.Wire.Avr;
using Vedette.Wire.Beast;
using Vedette.Wire.MavLink;
using Vedette.Wire.Ogn;
using Vedette.Wire.OpenPlots;
using Vedette.Wire.RemoteId;
using Vedette.Wire.Sbs;
using Vedette.Wire.Uat;

namespace Vedette.Core;

/// <summary>The implementations that Vedette ships with, room by room.</summary>
public static class StandardRooms
{
    public static CoreRooms Create() => new(
        () => new Tracker(),
        () => new Assessor(),
        () => new IntegrityWatch(),
        () => new CoverageWatch(),
        configuration => new AlertDesk(new WatchIdentity { Name = configuration.Name, Exercise = configuration.Exercise }),
        Decoder);

    private static IFeedDecoder Decoder(FeedConfiguration feed, SensorDirectory sensors) => feed.Format switch
    {
        FeedFormat.Asterix => new AsterixDecoder(feed.Name, sensors),
        FeedFormat.Beast => new BeastDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        FeedFormat.OpenPlots => new OpenPlotsDecoder(feed.Name, sensors, Instant.UnixEpoch),
        FeedFormat.Avr => new AvrDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        FeedFormat.AircraftJson => new AircraftJsonDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        FeedFormat.Ogn => new OgnDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        FeedFormat.Sbs => new SbsDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        FeedFormat.RemoteId => new RemoteIdDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        FeedFormat.RemoteIdHex => new RemoteIdHexDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        FeedFormat.RemoteIdJson => new RemoteIdJsonDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        FeedFormat.MavLink => new MavLinkDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        FeedFormat.Uat => new UatDecoder(feed.Name, sensors, feed.Sensor ?? feed.Name),
        _ => throw new InvalidOperationException($"feed {feed.Name}: nothing reads the format {feed.Format}"),
    };
}
