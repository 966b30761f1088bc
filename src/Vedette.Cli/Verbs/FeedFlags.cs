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
    ];

    private readonly Option<string[]> aircraftJson =
        Repeatable("--aircraft-json", "aircraft.json of readsb, dump1090 or tar1090, asked for every second: its address, or its path on this machine (repeatable)", "URL|FILE");

    public void AddTo(Command verb)
    {
        foreach (var (_, option) in tcp) verb.Add(option);
        verb.Add(aircraftJson);
    }

    /// <summary>The feeds that these flags name.</summary>
    /// <exception cref="ConfigurationException">A flag's text is not an address.</exception>
    public IEnumerable<FeedSettings> Read(ParseResult parsed) =>
        tcp.SelectMany(flag => parsed.GetValue(flag.Option)!.Select(text => new FeedSettings(text, flag.Format, FeedAddress.Tcp(text, flag.Option.Name))))
            .Concat(parsed.GetValue(aircraftJson)!.Select(text => new FeedSettings(text, FeedFormat.AircraftJson, FeedAddress.Polled(text, 1, aircraftJson.Name))));

    private static Option<string[]> Repeatable(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => [] };
}
