using System.Text.Json;
using System.Text.Json.Serialization;
using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Alerting.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void The_same_night_twice_gives_the_same_changes_to_the_letter() => Assert.Equal(Run(3), Run(3));

    [Fact]
    public void Another_night_gives_other_changes() => Assert.NotEqual(Run(3), Run(4));

    [Fact]
    public void A_quiet_picture_of_a_thousand_airliners_allocates_nothing()
    {
        var night = new Night();
        var tracks = Enumerable.Range(1, 1000).Select(n => night.Drone(n) with { Classes = Night.Surely(ObjectClass.Airliner), Address = new(n) }).ToArray();
        var assessments = Enumerable.Range(1, 1000).Select(n => night.Judge(n, Identity.Neutral, 0.9, 0.9)).ToList();
        for (var i = 0; i < 50; i++) night.Desk.Update(tracks, assessments, Night.Start.AddSeconds(i), 100 + i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 50; i < 60; i++) Assert.Same(AlertingChanges.None, night.Desk.Update(tracks, assessments, Night.Start.AddSeconds(i), 100 + i));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024);
    }

    /// <summary>Twenty minutes of forty tracks with wandering probabilities and a hasty operator.</summary>
    private static string Run(ulong seed)
    {
        var random = SeededRandom.For(seed, 9);
        var night = new Night(exercise: true);
        var level = new double[40];
        for (var second = 0; second < 1200; second++)
        {
            for (var n = 0; n < level.Length; n++)
            {
                level[n] = Math.Clamp(level[n] + (0.05 * random.NextGaussian()), 0, 1);
                if (second % 400 > 100 + (n * 10) || n % 3 == 0)
                    night.With(night.Drone(n + 1), night.Judge(n + 1, (Identity)(n % 7), level[n], n % 4 == 0 ? level[n] : 0));
            }

            night.Look();
            if (random.Next(30) == 0) night.Do(new AcknowledgeAlert("Anna", 1 + random.Next(20)));
            if (random.Next(60) == 0) night.Do(new CloseAlert("Anna", 1 + random.Next(20), "checked"));
        }

        var statement = night.State();
        var options = new JsonSerializerOptions { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, Converters = { new InstantAsTicks() } };
        Assert.True(night.Alerts.Count > 50);
        return JsonSerializer.Serialize(new { night.Alerts, night.Warnings, night.Readiness, statement }, options);
    }

    private sealed class InstantAsTicks : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Ticks);
    }
}
