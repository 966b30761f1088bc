using CsCheck;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Configuration;
using Vedette.Kernel;
using Vedette.Wire;

namespace Vedette.Edge.Tests.Configuration;

public class ConfigurationTests
{
    private const string Field = """
        {"type":"Feature","properties":{"name":"Field","ceilingM":3000},
         "geometry":{"type":"Polygon","coordinates":[[[23,51],[24,51],[24,52],[23,52],[23,51]]]}}
        """;

    private const string Whole = """
        {
          // Comments and trailing commas are welcome.
          "name": "East", "exercise": true, "port": 9000, "bind": "127.0.0.1", "journal": "data/east.journal",
          "localTimeZone": "Europe/Warsaw", "pictureIntervalS": 0.5,
          "feeds": [
            {"name": "east", "format": "asterix", "udp": "239.1.1.1:8600@192.168.1.5"},
            {"name": "receiver", "format": "beast", "tcp": "localhost:30005", "sensor": "Roof"},
          ],
          "sensors": [
            {"name": "Radar East", "kind": "radar3D", "latDeg": 51.1, "lonDeg": 23.5, "heightM": 210, "sac": 25, "sic": 1,
             "performance": {"periodS": 4, "sigmaAzimuthDeg": 0.1}},
            {"name": "Roof", "kind": "adsb"},
          ],
          "airspaces": ["field.geojson"],
          "knownTraffic": [{"address": "48D800", "name": "Patrol 1"}, {"callsign": "RESCUE1", "identity": "neutral"}],
        }
        """;

    private static WatchConfiguration Read(string json, Folder folder)
    {
        folder.Write("field.geojson", Field);
        return ConfigurationFile.Read(folder.Write("vedette.json", json), []);
    }

    private static IReadOnlyList<string> Problems(string json)
    {
        using var folder = new Folder();
        return Assert.Throws<ConfigurationException>(() => Read(json, folder)).Problems;
    }

    [Fact]
    public void Plans_come_from_tables_a_bad_row_is_a_note_and_their_times_reach_the_core()
    {
        using var folder = new Folder();
        folder.Write("today.csv", "callsign,from,until\nLOT123,2026-01-17T20:00Z,2026-01-17T23:00Z\n,,\n");
        var notes = new List<string>();
        var read = ConfigurationFile.Read(folder.Write("vedette.json", """{"plans": ["today.csv"], "feeds": []}"""), notes);
        Assert.Contains("today.csv, line 3, callsign", Assert.Single(notes));
        var plan = Assert.Single(CoreJson.ReadConfiguration(CoreJson.Write(read.ToCore())).KnownTraffic!);
        Assert.Equal((Instant.FromUtc(2026, 1, 17, 20), Instant.FromUtc(2026, 1, 17, 23)), (plan.From, plan.Until));
        Assert.Contains("missing.csv", Problems("""{"plans": ["missing.csv"]}""")[0]);
    }

    [Fact]
    public void Known_traffic_needs_something_to_be_known_by_and_cannot_be_suspect_beforehand()
    {
        var problems = Problems("""{"knownTraffic": [{"name": "Nobody"}, {"address": "48D80G"}, {"callsign": "LOT1", "identity": "suspect"}]}""");
        Assert.Equal(3, problems.Count);
        Assert.Contains("knownTraffic[0].address is missing", problems[0]);
        Assert.Contains("48D80G", problems[1]);
        Assert.Contains("must be \"friend\"", problems[2]);
    }

    [Fact]
    public void A_whole_configuration_is_read_as_it_is_written()
    {
        using var folder = new Folder();
        var configuration = Read(Whole, folder);
        Assert.Equal(("East", true, 9000, "Europe/Warsaw"), (configuration.Name, configuration.Exercise, configuration.Port, configuration.LocalTimeZone));
        Assert.Equal(folder["data/east.journal"], configuration.Journal);
        var udp = Assert.IsType<UdpAddress>(configuration.Feeds[0].Address);
        Assert.Equal(("239.1.1.1:8600", "192.168.1.5"), (udp.Endpoint.ToString(), udp.Interface?.ToString()));
        Assert.Equal(new FeedSettings("receiver", FeedFormat.Beast, new TcpAddress("localhost", 30005), "Roof"), configuration.Feeds[1]);
        var radar = configuration.Sensors[0];
        Assert.Equal((SensorKind.Radar3D, new AsterixSource(25, 1), 4.0), (radar.Kind, radar.Source, radar.Performance.PeriodS));
        Assert.Equal(0.1 * Math.PI / 180, radar.Performance.SigmaAzimuthRad, 12);
        Assert.Equal(51.1, radar.Position!.Value.LatitudeDeg, 9);
        Assert.Equal("Field", Assert.Single(configuration.Airspaces).Name);
        Assert.Equal(
            [new() { Address = 0x48D800, Name = "Patrol 1" }, new() { Callsign = "RESCUE1", Identity = Identity.Neutral }],
            configuration.KnownTraffic);
        Assert.Equal(configuration.KnownTraffic, configuration.ToCore().KnownTraffic);
    }

    [Fact]
    public void What_the_core_is_told_survives_the_journal_to_the_last_bit()
    {
        using var folder = new Folder();
        var told = Read(Whole, folder).ToCore();
        var octets = Vedette.Core.CoreJson.Write(told);
        var read = Vedette.Core.CoreJson.ReadConfiguration(octets);
        Assert.Equal(octets, Vedette.Core.CoreJson.Write(read));
        Assert.Equal(told.Sensors, read.Sensors);
        Assert.Equal(double.NegativeInfinity, read.Airspaces[0].FloorM);
    }

    [Theory]
    [InlineData("""{"feeds": [{"name": "a", "format": "beast", "udp": "x", "tcp": "y:1"}]}""", "feeds[0].udp is missing; expected exactly one of udp, tcp, file and poll")]
    [InlineData("""{"feeds": [{"name": "a", "format": "ogn", "udp": "8600"}]}""", "feeds[0].format \"ogn\" needs tcp or file")]
    [InlineData("""{"feeds": [{"name": "a", "format": "ogn", "tcp": "y:1", "filter": "r/51\u000a# evil"}]}""", "must be one line of plain letters")]
    [InlineData("""{"feeds": [{"name": "a", "format": "aircraftJson", "poll": "ftp://x/y"}]}""", "expected an address that begins with http:// or https://")]
    [InlineData("""{"feeds": [{"name": "a", "format": "aircraftJson", "poll": "x.json", "everyS": 0}]}""", "feeds[0].everyS is 0; expected a number from 0.1 to 3600 (s)")]
    [InlineData("""{"feeds": [{"name": "a", "format": "bees", "tcp": "y:1"}]}""", "feeds[0].format is \"bees\"; expected one of \"asterix\", \"beast\"")]
    [InlineData("""{"feeds": [{"name": "a", "format": "beast", "tcp": "nowhere"}]}""", "expected HOST:PORT")]
    [InlineData("""{"feeds": [{"name": "a", "format": "beast", "file": "absent.beast"}]}""", "there is no file")]
    [InlineData("""{"feeds": {}}""", "feeds is {}; expected a list of")]
    [InlineData("""{"prot": 8080}""", "prot is not known; known here:")]
    [InlineData("""{"port": "8080"}""", "port is \"8080\"; expected a whole number from 0 to 65535")]
    [InlineData("""{"sensors": [{"name": "r", "latDeg": 95, "lonDeg": 1}]}""", "sensors[0].latDeg is 95; expected a number from -90 to 90")]
    [InlineData("""{"sensors": [{"name": "r", "performance": {"periodS": 0}}]}""", "sensors[0].performance.periodS is 0")]
    [InlineData("""{"sensors": [{"name": "r"}, {"name": "r"}]}""", "two sensors named \"r\"")]
    [InlineData("""{"localTimeZone": "Mars/Olympus"}""", "localTimeZone \"Mars/Olympus\" is not known here")]
    [InlineData("""{"airspaces": ["absent.geojson"]}""", "absent.geojson: there is no such file")]
    [InlineData("[]", "expected an object in braces")]
    [InlineData("{", "not JSON")]
    public void A_problem_names_file_key_and_what_is_expected(string json, string expected)
    {
        var problems = Problems(json);
        Assert.Contains(problems, problem => problem.Contains(expected, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Matches("vedette.json: |absent.geojson", problem));
    }

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(3, Problems("""{"port": -1, "exercise": 1, "nmae": "x"}""").Count);

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_text_is_read_or_refused_in_words()
    {
        using var folder = new Folder();
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Char[' ', '~']).Sample(
            (position, character) =>
            {
                var json = Whole[..position] + character + Whole[(position + 1)..];
                try
                {
                    Read(json, folder);
                }
                catch (ConfigurationException e)
                {
                    Assert.NotEmpty(e.Problems);
                }
            },
            iter: 300,
            threads: 1);
    }

    [Theory]
    [InlineData("8600", "0.0.0.0:8600", null)]
    [InlineData("127.0.0.1:8600", "127.0.0.1:8600", null)]
    [InlineData("239.1.1.1:8600", "239.1.1.1:8600", null)]
    [InlineData("239.1.1.1:8600@10.0.0.1", "239.1.1.1:8600", "10.0.0.1")]
    public void Addresses_to_listen_on_are_read(string text, string endpoint, string? networkInterface)
    {
        var udp = Assert.IsType<UdpAddress>(FeedAddress.Udp(text, "--asterix"));
        Assert.Equal((endpoint, networkInterface), (udp.Endpoint.ToString(), udp.Interface?.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("radar:8600")]
    [InlineData("99999")]
    [InlineData("1.2.3.4")]
    [InlineData("239.1.1.1:8600@eth0")]
    public void Other_addresses_are_refused_with_an_example(string text) =>
        Assert.Contains("for example", Assert.Throws<ConfigurationException>(() => FeedAddress.Udp(text, "--asterix")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_sensor_flag_places_a_radar_or_a_receiver()
    {
        var radar = SensorText.Read("25/1=51.17,16.89,150,Wrocław");
        Assert.Equal((SensorKind.Radar2D, "Wrocław", new AsterixSource(25, 1)), (radar.Kind, radar.Name, radar.Source));
        Assert.Equal(16.89, radar.Position!.Value.LongitudeDeg, 9);
        var receiver = SensorText.Read("localhost:30005=51,16,10");
        Assert.Equal((SensorKind.Adsb, "localhost:30005", null), (receiver.Kind, receiver.Name, receiver.Source));
        foreach (var bad in new[] { "", "25/1", "25/1=51,16", "25/1=91,16,0", "300/1=51,16,0", "a/b=1,2,3", "=1,2,3" })
            Assert.Throws<ConfigurationException>(() => SensorText.Read(bad));
    }
}
