using System.Xml.Linq;
using System.Xml.Schema;
using CsCheck;
using Vedette.Air;
using Vedette.Alerting.Warnings;
using Vedette.Kernel.Geodesy;
using Vedette.TestSupport;

namespace Vedette.Alerting.Tests;

public sealed class WarningTests
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    [Fact]
    public void A_probable_entry_is_drafted_and_a_doubtful_one_only_when_a_person_took_it_up()
    {
        var probable = new Night();
        probable.Fly(15, within10: 0.85);
        Assert.Single(probable.Warnings);

        var doubtful = new Night();
        doubtful.Fly(15, within10: 0.6);
        Assert.Empty(doubtful.Warnings);
        doubtful.Do(new AcknowledgeAlert("Anna", 1));
        Assert.Equal(1, Assert.Single(doubtful.Warnings).Alert.Value);
    }

    [Fact]
    public void An_exercise_says_so_in_every_place_and_a_live_draft_is_a_draft()
    {
        var exercise = Drafted(exercise: true);
        Assert.True(exercise.Exercise);
        Assert.StartsWith("EXERCISE: ", exercise.Headline);
        var document = XDocument.Parse(exercise.CapXml).Root!;
        Assert.Equal("Exercise", Text(document, "status"));
        Assert.Equal(["EXERCISE: ", "ĆWICZENIA: ", "НАВЧАННЯ: "], document.Elements(Cap + "info").Select(i => Text(i, "headline").Split(' ')[0] + " "));

        var live = Drafted(exercise: false);
        Assert.Equal("Draft", Text(XDocument.Parse(live.CapXml).Root!, "status"));
        Assert.Equal("Air threat: Poland east", live.Headline);
    }

    [Fact]
    public void The_document_tells_the_figures_it_rests_on()
    {
        var draft = Drafted(exercise: false);
        var root = XDocument.Parse(draft.CapXml).Root!;
        Assert.Equal((draft.Id, "test.invalid", "2026-01-17T02:40:10-00:00", "Alert", "Public"),
            (Text(root, "identifier"), Text(root, "sender"), Text(root, "sent"), Text(root, "msgType"), Text(root, "scope")));
        Assert.Equal("test-watch-20260117T024010-A0001-1", draft.Id);
        var english = root.Elements(Cap + "info").First();
        Assert.Equal(("Immediate", "Severe", "Likely", "Shelter"),
            (Text(english, "urgency"), Text(english, "severity"), Text(english, "certainty"), Text(english, "responseType")));
        Assert.Equal("An airborne object (drone) is approaching Poland east from the east. The probability that it enters within 10 minutes is about 90 %. "
            + "Entry is possible at about 02:46 UTC.", draft.Description);
        Assert.Equal("2026-01-17T02:45:30-00:00", Text(english, "onset"));
        Assert.Equal("2026-01-17T03:10:10-00:00", Text(english, "expires"));
        Assert.Equal(["en-GB", "pl-PL", "uk-UA"], root.Elements(Cap + "info").Select(i => Text(i, "language")));
    }

    [Theory]
    [InlineData(ObjectClass.CruiseMissile, Identity.Unknown, 0.85, 300, "Immediate Extreme Likely Shelter")]
    [InlineData(ObjectClass.OneWayDrone, Identity.Hostile, 0.85, 300, "Immediate Severe Likely Shelter")]
    [InlineData(ObjectClass.OneWayDrone, Identity.Unknown, 0.85, 900, "Expected Moderate Likely Prepare")]
    [InlineData(ObjectClass.Balloon, Identity.Unknown, 0.5, 900, "Expected Moderate Possible Prepare")]
    public void Grade_follows_probability_time_and_class(ObjectClass kind, Identity identity, double within10, double etaS, string grade)
    {
        var night = new Night();
        for (var i = 0; i < 15; i++) night.With(night.Drone() with { Classes = Night.Surely(kind) }, night.Judge(12, identity, within10, etaS: etaS)).Look();
        if (night.Warnings.Count == 0) night.Do(new EscalateAlert("Anna", 1, "look"));
        var info = XDocument.Parse(Assert.Single(night.Warnings).CapXml).Root!.Elements(Cap + "info").First();
        Assert.Equal(grade, $"{Text(info, "urgency")} {Text(info, "severity")} {Text(info, "certainty")} {Text(info, "responseType")}");
    }

    [Fact]
    public void A_chain_goes_from_alert_by_updates_to_an_all_clear_that_names_all_before_it()
    {
        var night = new Night();
        night.Fly(30, within10: 0.85);
        night.Fly(60, within10: 1, inside: 0.97);
        night.Fly(70);
        var messages = night.Warnings.ConvertAll(w => XDocument.Parse(w.CapXml).Root!);
        Assert.Equal("Alert", Text(messages[0], "msgType"));
        Assert.All(messages.Skip(1).SkipLast(1), m => Assert.Equal("Update", Text(m, "msgType")));
        Assert.InRange(messages.Count, 3, 5);
        Assert.Equal("Cancel", Text(messages[^1], "msgType"));
        Assert.Single(messages.Select(m => Text(m, "incidents")).Distinct());
        for (var i = 1; i < messages.Count; i++)
        {
            var earlier = messages.Take(i).Select(m => $"test.invalid,{Text(m, "identifier")},{Text(m, "sent")}");
            Assert.Equal(string.Join(' ', earlier), Text(messages[i], "references"));
        }

        var over = messages[^1].Elements(Cap + "info").First();
        Assert.Equal(("AllClear", "Past", "Minor"), (Text(over, "responseType"), Text(over, "urgency"), Text(over, "severity")));
        Assert.Equal("Outside Poland east for 60 s; now 20 km from it", Text(messages[^1], "note"));
        Assert.Equal("All clear: Poland east", night.Warnings[^1].Headline);
    }

    [Fact]
    public void The_warning_says_inside_within_seconds_of_the_violation()
    {
        var night = new Night();
        night.Fly(20, within10: 0.9);
        night.Fly(25, within10: 1, inside: 0.97);
        Assert.Contains("is over Poland east", night.Warnings[^1].Description);
        Assert.InRange(night.Warnings[^1].Sent.SecondsSince(night.Alert(2).RaisedAt), 0, 10);
    }

    [Fact]
    public void Nobody_is_released_while_another_warning_covers_the_same_ground()
    {
        var night = new Night();
        for (var i = 0; i < 30; i++)
            night.With(night.Drone(12), night.Judge(12, Identity.Suspect, 0.85)).With(night.Drone(13), night.Judge(13, Identity.Suspect, 0.85)).Look();
        for (var i = 0; i < 61; i++)
            night.With(night.Drone(12), night.Judge(12, Identity.Suspect)).With(night.Drone(13), night.Judge(13, Identity.Suspect, 0.85)).Look();
        var ended = night.Warnings.Single(w => w.CapXml.Contains("<msgType>Cancel", StringComparison.Ordinal));
        Assert.Equal("One warning ended, another remains in force: Poland east", ended.Headline);
        Assert.DoesNotContain("AllClear", ended.CapXml);
    }

    [Fact]
    public void A_lost_track_keeps_its_warning_until_a_person_closes_the_case()
    {
        var night = new Night();
        night.Fly(20, within10: 0.85);
        night.Wait(3000);
        Assert.DoesNotContain(night.Warnings, w => w.CapXml.Contains("AllClear", StringComparison.Ordinal));
        Assert.Contains("no longer seen", night.Warnings[^1].Description);
        Assert.True(night.Warnings[^1].Expires > night.Now);
        night.Do(new CloseAlert("Anna", 2, "wreck found"));
        Assert.Contains("AllClear", night.Warnings[^1].CapXml);
    }

    [Fact]
    public void The_area_moves_with_the_threat_and_is_issued_again_only_when_it_moved()
    {
        var night = new Night();
        night.Fly(400, within10: 0.85);
        Assert.InRange(night.Warnings.Count, 1, 4);
        Assert.All(night.Warnings.Zip(night.Warnings.Skip(1)), pair => Assert.True(pair.Second.Sent.SecondsSince(pair.First.Sent) >= 60));
    }

    [Fact]
    public void The_area_holds_the_path_ahead_inside_the_airspace_and_little_else()
    {
        var night = new Night();
        var track = night.Drone();
        var area = WarningArea.Ahead(track, night.Judge(12, Identity.Suspect, 0.9).Crossings[0], Night.East, 0, night.Policy);
        foreach (var lon in new[] { 22.99, 22.8, 22.5 }) Assert.True(Holds(area, 50.5, lon), $"the path at {lon} E");
        foreach (var (lat, lon) in new[] { (50.5, 23.2), (50.9, 22.9), (50.1, 22.9), (50.5, 21.9) }) Assert.False(Holds(area, lat, lon), $"{lat} N {lon} E");
    }

    [Fact]
    public void The_area_is_a_sound_ring_whatever_the_track() =>
        Gen.Select(Gen.Double[49.5, 51.5], Gen.Double[21.5, 24], Gen.Double[-900, 900], Gen.Double[-900, 900], Gen.Double[0, 20e3])
            .Sample((lat, lon, east, north, sigmaM) =>
            {
                var track = new Night().Drone() with
                {
                    Position = Geodetic.FromDegrees(lat, lon), Velocity = new(east, north, 0), Covariance = Night.Spread(sigmaM, 30),
                };
                var ring = WarningArea.Ahead(track, null, Night.East, 5, new());
                Assert.InRange(ring.Count, 3, 200);
                var points = ring.Select(v => new PlanePoint(v.LongitudeRad, v.LatitudeRad)).ToList();
                Assert.True(ConvexArea.Size(points) > 0);
                Assert.Equal(1, ConvexArea.Overlap(ring, ring), 6);
                Assert.All(ring, v => Assert.InRange(Geodesic.Inverse(track.Position, v).DistanceM, 0, 260e3));
            }, iter: 500);

    [Fact]
    public void Overlap_of_squares_is_what_a_ruler_says()
    {
        IReadOnlyList<Geodetic> Square(double west) =>
            [Geodetic.FromDegrees(0, west), Geodetic.FromDegrees(0, west + 1), Geodetic.FromDegrees(1, west + 1), Geodetic.FromDegrees(1, west)];
        Assert.Equal(1.0 / 3, ConvexArea.Overlap(Square(20), Square(20.5)), 9);
        Assert.Equal(0, ConvexArea.Overlap(Square(20), Square(22)), 9);
        Assert.Equal(1, ConvexArea.Overlap(Square(20), Square(20)), 9);
    }

    [Fact]
    public void The_polygon_is_closed_and_latitude_comes_first()
    {
        var draft = Drafted(exercise: false);
        var pairs = XDocument.Parse(draft.CapXml).Descendants(Cap + "polygon").First().Value.Split(' ');
        Assert.Equal(pairs[0], pairs[^1]);
        Assert.Equal(draft.Area.Count + 1, pairs.Length);
        Assert.All(pairs, p => Assert.InRange(double.Parse(p.Split(',')[0]), 50, 51));
        Assert.All(pairs, p => Assert.InRange(double.Parse(p.Split(',')[1]), 21.5, 23.5));
    }

    [Fact]
    public void Every_draft_of_a_night_conforms_to_the_schema_of_cap_1_2()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SharedData.Path("cap/schema/cap12.xsd"));
        var night = new Night(exercise: true);
        night.Desk.Watch([Night.East with { Name = "Łomża & <\u0001> \ud83d\ude80 \ud800" }]);
        night.Fly(30, within10: 0.85);
        night.Fly(60, within10: 1, inside: 0.97);
        night.Fly(70);
        night.Fly(30, within10: 0.95, number: 44);
        night.Wait(3000);
        Assert.True(night.Warnings.Count > 5);
        foreach (var draft in night.Warnings)
            XDocument.Parse(draft.CapXml).Validate(schemas, (_, problem) => Assert.Fail($"{draft.Id}: {problem.Message}"));
        Assert.Equal(night.Warnings.Count, night.Warnings.Select(w => w.Id).Distinct().Count());
    }

    [Fact]
    public void Any_text_makes_a_readable_document() => Gen.String.Sample(text =>
    {
        var alert = new CapAlert
        {
            Identifier = "x-1", Sender = "test.invalid", SenderName = text, Sent = Night.Start, Status = CapStatus.Exercise, Message = CapMessage.Alert,
            Note = text, Incident = "x", Grade = default, Expires = Night.Start.AddSeconds(60),
            Texts = [new("en-GB", "Air threat", text, text, text, text)], Ring = [],
        };
        Assert.Equal("urn:oasis:names:tc:emergency:cap:1.2", XDocument.Parse(CapDocument.Write(alert)).Root!.Name.NamespaceName);
    }, iter: 500);

    private static WarningDraft Drafted(bool exercise)
    {
        var night = new Night(exercise);
        night.Fly(15, within10: 0.9);
        return Assert.Single(night.Warnings);
    }

    private static string Text(XElement parent, string name) => parent.Element(Cap + name)!.Value;

    private static bool Holds(IReadOnlyList<Geodetic> ring, double latDeg, double lonDeg)
    {
        var place = Geodetic.FromDegrees(latDeg, lonDeg);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var turn = ((b.LongitudeRad - a.LongitudeRad) * (place.LatitudeRad - a.LatitudeRad)) - ((b.LatitudeRad - a.LatitudeRad) * (place.LongitudeRad - a.LongitudeRad));
            if (turn < 0) return false;
        }

        return true;
    }
}
