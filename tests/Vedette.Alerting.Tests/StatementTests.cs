using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Alerting.Tests;

public sealed class StatementTests
{
    [Fact]
    public void A_quiet_watch_states_its_limits_and_claims_no_more()
    {
        var night = new Night();
        night.Wait(90);
        var text = Texts(night.State());
        Assert.Contains("Test watch watched from 2026-01-17 02:40:00 UTC to 2026-01-17 02:41:29 UTC, 89 s; the watch goes on.", text);
        Assert.Contains("No alert was raised.", text);
        Assert.Contains("No violation was detected by the sensors in use; this does not exclude objects that the sensors could not see.", text);
        Assert.Contains("0 aircraft identified themselves by transponder (different addresses).", text);
    }

    [Fact]
    public void The_figures_are_those_of_an_independent_count()
    {
        var random = SeededRandom.For(7, 1);
        var night = new Night(exercise: true);
        var lives = Enumerable.Range(1, 60).Select(n => new Life(n, random)).ToList();
        var addresses = new HashSet<int>();
        var silentAtOnce = 0;
        var (closestM, closest, closestAt) = (double.PositiveInfinity, 0, "");
        for (var second = 0; second < 300; second++)
        {
            var silent = 0;
            foreach (var life in lives.Where(l => second >= l.From && second <= l.To))
            {
                var status = second == life.To ? TrackStatus.Ended : life.Confirms && second >= life.From + 5 ? TrackStatus.Confirmed : TrackStatus.Tentative;
                var distanceM = life.DistanceM + (10.0 * Math.Abs(second - life.From - 20));
                var track = night.Drone(life.Number) with
                {
                    Status = status,
                    Address = life.Address > 0 ? new(life.Address) : null,
                    Classes = Night.Surely(life.Class),
                };
                night.With(track, night.Judge(life.Number, life.Identity, distanceM: distanceM));
                if (status != TrackStatus.Confirmed) continue;
                if (life.Address > 0) addresses.Add(life.Address);
                var thing = life.Class is not (ObjectClass.Bird or ObjectClass.Clutter);
                if (life.Address == 0 && thing) silent++;
                if (thing && life.Identity is Identity.Unknown or Identity.Pending or Identity.Suspect or Identity.Hostile && distanceM < closestM)
                    (closestM, closest, closestAt) = (distanceM, life.Number, Phrase.Clock(night.Now));
            }

            silentAtOnce = Math.Max(silentAtOnce, silent);
            night.Look();
        }

        var confirmed = lives.Where(l => l.Confirms && l.To > l.From + 5).ToList();
        var silentNumbers = confirmed.Count(l => l.Address == 0 && l.Class is not (ObjectClass.Bird or ObjectClass.Clutter));
        var text = Texts(night.State());
        Assert.Contains($"{addresses.Count} aircraft identified themselves by transponder (different addresses).", text);
        Assert.Contains($"Between {silentAtOnce} and {silentNumbers} objects without a transponder were tracked "
            + $"(most at one time {silentAtOnce}, track numbers {silentNumbers}, known hand-overs 0).", text);
        Assert.Contains($"{lives.Count - confirmed.Count} further detections were followed for a short time and never confirmed as an object; "
            + "they are in none of these counts.", text);
        Assert.Contains("These tracks by their last identity: " + string.Join(", ", Enum.GetValues<Identity>()
            .Select(i => (i, n: confirmed.Count(l => l.Identity == i))).Where(p => p.n > 0).Select(p => $"{Phrase.Of(p.i)} {p.n}")) + ".", text);
        Assert.Contains("These tracks by their most probable class: " + string.Join(", ", Enum.GetValues<ObjectClass>()
            .Select(c => (c, n: confirmed.Count(l => l.Class == c))).Where(p => p.n > 0).Select(p => $"{Phrase.Of(p.c)} {p.n}")) + ".", text);
        Assert.Contains($"Closest approach of those that stayed outside: T{closest:D5}, {closestM / 1000:0.0} km "
            + $"(95 %: {(closestM - 400) / 1000:0.0} km to {(closestM + 400) / 1000:0.0} km) from Poland east at {closestAt}.", text);
        Assert.Equal("EXERCISE. Everything in this statement is simulated.", text[0]);
    }

    [Fact]
    public void Alerts_are_counted_by_what_became_of_them_with_their_entries()
    {
        var night = new Night();
        night.Fly(20, within10: 0.9);
        var acknowledgedIn = night.Entry;
        night.Do(new AcknowledgeAlert("Anna", 1));
        night.Fly(20, within10: 1, inside: 0.97);
        night.Fly(70);
        night.Fly(20, within10: 0.7, number: 33);
        var statement = night.State();
        var text = Texts(statement);
        Assert.Contains("3 alerts were raised: incursion 2, violation 1.", text);
        Assert.Contains("1 alert was acknowledged by a person; half of the answers came within 10 s.", text);
        Assert.Contains("1 closed when the threat passed, 0 closed by a person, 1 went on as another alert, 1 still open.", text);
        Assert.Contains("1 violation was detected by the sensors in use, the first at 02:40:35 UTC; "
            + "this does not exclude objects that the sensors could not see.", text);
        Assert.Equal([acknowledgedIn], statement.Lines.Single(l => l.Text.Contains("acknowledged by a person", StringComparison.Ordinal)).Entries);
    }

    [Fact]
    public void A_track_seen_too_briefly_is_told_apart_from_the_objects()
    {
        var night = new Night();
        for (var i = 0; i < 30; i++) night.With(night.Drone() with { FirstSeen = Night.Start }, night.Judge(12, Identity.Unknown)).Look();
        var text = Texts(night.State());
        Assert.Contains("1 further track was seen too briefly to be counted: clutter that was confirmed by chance, or pieces of the objects above.", text);
        Assert.Contains("0 objects without a transponder were tracked (most at one time 0, track numbers 0, known hand-overs 0).", text);
    }

    [Fact]
    public void Readiness_times_are_told_with_who_and_why()
    {
        var night = new Night();
        night.Wait(10);
        night.Do(new SetReadiness("Anna", ReadinessLevel.Preventive, "launches reported"));
        night.Wait(600);
        var entry = night.Entry;
        night.Do(new SetReadiness("Ben", ReadinessLevel.StandDown, "quiet"));
        night.Wait(30);
        var statement = night.State();
        Assert.Contains("Readiness preventive from 02:40:10 UTC, until 02:50:10 UTC (10 min); decided by Anna: launches reported", Texts(statement));
        Assert.Contains("Readiness stand-down from 02:50:10 UTC, in force at the end of this statement, after 29 s; decided by Ben: quiet", Texts(statement));
        Assert.Equal([entry], statement.Lines.Single(l => l.Text.Contains("stand-down", StringComparison.Ordinal)).Entries);
    }

    [Fact]
    public void Normal_ends_the_incident_and_the_next_alert_begins_another()
    {
        var night = new Night();
        night.Fly(20, within10: 0.7);
        night.Do(new SetReadiness("Anna", ReadinessLevel.Heightened, "drone"));
        night.Do(new CloseAlert("Anna", 1, "turned away"));
        night.Do(new SetReadiness("Anna", ReadinessLevel.Normal, "over"));
        var ended = night.Now;
        night.Fly(400);
        Assert.Equal((Night.Start, ended), (night.State().From, night.State().To));
        var again = night.Now;
        night.Fly(20, within10: 0.7, number: 50);
        Assert.Equal(again.AddSeconds(10), night.State().From);
        Assert.Contains("1 alert was raised: incursion 1.", Texts(night.State()));
    }

    [Fact]
    public void Every_line_but_the_exercise_mark_cites_entries()
    {
        var night = new Night(exercise: true);
        night.Fly(20, within10: 0.9);
        Assert.All(night.State().Lines.Skip(1), l => Assert.NotEmpty(l.Entries));
    }

    private static string[] Texts(IncidentStatement statement) => [.. statement.Lines.Select(l => l.Text)];

    private sealed class Life
    {
        public Life(int number, SeededRandom random)
        {
            Number = number;
            From = random.Next(200);
            To = From + 3 + random.Next(90);
            Confirms = random.Next(5) > 0;
            Address = random.Next(2) == 0 ? 0 : 1 + random.Next(20);
            Identity = (Identity)random.Next(7);
            Class = (ObjectClass)random.Next(13);
            DistanceM = random.NextDouble(20e3, 90e3);
        }

        public int Number { get; }

        public int From { get; }

        public int To { get; }

        public bool Confirms { get; }

        public int Address { get; }

        public Identity Identity { get; }

        public ObjectClass Class { get; }

        public double DistanceM { get; }
    }
}
