using System.CommandLine;
using Vedette.Edge.Configuration;
using Vedette.Wire;

namespace Vedette.Cli.Verbs;

/// <summary>Flags of `run` that each name a station in one of the text formats.</summary>
internal sealed class FeedFlags
{
    private readonly (FeedFormat Format, Option<string[]> Option)[] tcp =
    [
        (FeedFormat.Sbs, Repeatable("--sbs", "Station with BaseStation output (port 30003) to connect to (repeatable)", "HOST:PORT")),
        (FeedFormat.Avr, Repeatable("--avr", "Receiver with AVR output (port 30002) to connect to (repeatable)", "HOST:PORT")),
        (FeedFormat.Uat, Repeatable("--uat", "dump978 with raw output (port 30978) to connect to (repeatable)", "HOST:PORT")),
    ];

    private readonly Option<string[]> aircraftJson =
        Repeatable("--aircraft-json", "aircraft.json of readsb, dump1090 or tar1090, asked for every second: its address, or its path on this machine (repeatable)", "URL|FILE");

    private readonly Option<string[]> ogn =
        Repeatable("--ogn", "Server of the Open Glider Network, for example aprs.glidernet.org:14580 (repeatable)", "HOST:PORT");

    private readonly Option<string?> filter =
        new("--filter") { Description = "What the --ogn server shall send, for example r/51.2/20.5/250 (within 250 km)", HelpName = "FILTER" };

    public void AddTo(Command verb)
    {
        verb.Add(ogn);
        verb.Add(filter);
        foreach (var (_, option) in tcp) verb.Add(option);
        verb.Add(aircraftJson);
    }

    /// <summary>The feeds that these flags name.</summary>
    /// <exception cref="ConfigurationException">A flag's text is not an address.</exception>
    public IEnumerable<FeedSettings> Read(ParseResult parsed) =>
        tcp.SelectMany(flag => parsed.GetValue(flag.Option)!.Select(text => new FeedSettings(text, flag.Format, FeedAddress.Tcp(text, flag.Option.Name))))
            .Concat(parsed.GetValue(aircraftJson)!.Select(text => new FeedSettings(text, FeedFormat.AircraftJson, FeedAddress.Polled(text, 1, aircraftJson.Name))))
            .Concat(parsed.GetValue(ogn)!.Select(text => new FeedSettings(text, FeedFormat.Ogn, FeedAddress.Tcp(text, ogn.Name, parsed.GetValue(filter)))));

    private static Option<string[]> Repeatable(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => [] };
}
