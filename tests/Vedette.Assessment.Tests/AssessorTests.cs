using Vedette.Air;
using Vedette.TestSupport;

namespace Vedette.Assessment.Tests;

public class AssessorTests
{
    private static List<TrackAssessment> Watch(int seconds)
    {
        var assessor = new Assessor();
        assessor.Watch([World.Square(), World.Square("layer", 200, 900)]);
        var all = new List<TrackAssessment>();
        for (var s = 0; s < seconds; s++)
        {
            var now = World.Noon.AddSeconds(s);
            var tracks = Enumerable.Range(0, 40).Select(i =>
                World.Track(World.At(40e3 - (50 * s) - (2e3 * i), (3e3 * i) - 60e3), 270 - i, 50, now) with { Number = new(i + 1) }).ToArray();
            all.AddRange(assessor.Assess(tracks, now));
        }

        return all;
    }

    [Fact]
    public void The_same_pictures_give_the_same_judgement_bit_for_bit()
    {
        var (first, second) = (Watch(30), Watch(30));
        Assert.Equal(first.Count, second.Count);
        for (var i = 0; i < first.Count; i++)
        {
            Assert.Equal(first[i].Crossings, second[i].Crossings);
            Assert.Equal((first[i].Identity.Identity, first[i].Identity.Since), (second[i].Identity.Identity, second[i].Identity.Since));
            Assert.Equal(first[i].Identity.Reasons, second[i].Identity.Reasons);
        }
    }

    [Fact]
    public void Every_track_is_assessed_in_its_order_and_an_ended_one_keeps_its_word_once()
    {
        var assessor = new Assessor();
        assessor.Watch([World.Square()]);
        var near = World.Track(World.At(3e3, 0), 270, 50);
        var other = near with { Number = new(9), Status = TrackStatus.Tentative };
        assessor.Assess([near, other], World.Noon);
        var last = assessor.Assess([near with { Status = TrackStatus.Ended }, other], World.Noon.AddSeconds(1));
        Assert.Equal([near.Number, other.Number], last.Select(a => a.Track));
        Assert.Empty(last[0].Crossings);
        Assert.NotEqual(Identity.Pending, last[0].Identity.Identity);
        Assert.False(assessor.Decide(new SetIdentity("Anna", 7, Identity.Friend, "seen"), World.Noon, 1).Accepted);
    }

    [Fact]
    public void A_second_in_which_nothing_new_is_said_costs_the_list_alone_and_says_the_same_objects()
    {
        var assessor = new Assessor();
        assessor.Watch([World.Square()]);
        // Far off, so that forecasts are due once in fifteen seconds.
        var tracks = Enumerable.Range(0, 100).Select(i => World.Track(World.At(300e3, 1e3 * i), 90, 50) with { Number = new(15 * (i + 1)), Classes = World.Certain(ObjectClass.Airliner), Address = new(0x480000 + i) }).ToArray();
        var second = 0;
        IReadOnlyList<TrackAssessment> Next()
        {
            var now = World.Noon.AddSeconds(++second);
            for (var i = 0; i < tracks.Length; i++) tracks[i] = tracks[i] with { Time = now, LastSeen = now };
            return assessor.Assess(tracks, now);
        }

        for (var s = 0; s < 60; s++) Next();
        var before = Next();
        Assert.InRange(Allocated.Least(() => Next()), 0, (100 * 8) + 200);
        Assert.All(before.Zip(Next()), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void A_quiet_track_that_turns_in_is_expected_within_ten_seconds()
    {
        var assessor = new Assessor();
        assessor.Watch([World.Square()]);
        for (var s = 0; s < 10; s++) assessor.Assess([World.Track(World.At(40e3, 0), 90, 50, World.Noon.AddSeconds(s))], World.Noon.AddSeconds(s));
        var within20Min = 0.0;
        for (var s = 10; s < 20; s++)
        {
            var now = World.Noon.AddSeconds(s);
            within20Min = assessor.Assess([World.Track(World.At(40e3, 0), 270, 50, now)], now)[0].Crossings[0].Within20Min;
        }

        Assert.True(within20Min > 0.3, $"{within20Min}");
    }

    [Fact]
    public void An_airspace_that_is_no_longer_watched_is_no_longer_forecast()
    {
        var assessor = new Assessor();
        assessor.Watch([World.Square()]);
        var track = World.Track(World.At(3e3, 0), 270, 50);
        Assert.Single(assessor.Assess([track], World.Noon)[0].Crossings);
        assessor.Watch([]);
        Assert.Empty(assessor.Assess([track], World.Noon.AddSeconds(1))[0].Crossings);
    }

    [Fact]
    public void New_airspaces_count_from_the_next_picture()
    {
        var assessor = new Assessor();
        var track = World.Track(World.At(3e3, 0), 270, 50);
        Assert.Empty(assessor.Assess([track], World.Noon)[0].Crossings);
        assessor.Watch([World.Square("a"), World.Square("b")]);
        Assert.Equal(["a", "b"], assessor.Assess([track], World.Noon)[0].Crossings.Select(c => c.AirspaceId));
    }
}
