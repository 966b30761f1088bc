using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Coverage;

/// <summary>
/// Whether one sensor can be counted on: it is heard as often as it used to be, does not call itself unfit, and sees the cooperative
/// traffic that it should see, direction by direction.
/// </summary>
internal sealed class SensorHealth(Sensor sensor)
{
    /// <summary>A sensor that pauses twice as long as it did lately, and this much more, has stopped, s.</summary>
    private const double GraceS = 0.6;

    private const double LeastPauseS = 0.3;

    /// <summary>How many looks at a cooperative aircraft the expectation itself is worth.</summary>
    private const double ExpectationWeight = 20;

    /// <summary>What is learned of a direction halves in this time, s.</summary>
    private const double HalfLifeS = 300;

    /// <summary>Shares are told and used in steps, so that the coverage does not change with every look.</summary>
    private const double Step = 0.1;

    private readonly double[] expected = new double[SensorFootprint.Sectors];
    private readonly double[] observed = new double[SensorFootprint.Sectors];
    private readonly double[] shares = Enumerable.Repeat(1.0, SensorFootprint.Sectors).ToArray();
    private readonly Dictionary<int, Instant> lastReply = [];
    private Instant? lastHeard;
    private double usualPauseS = double.NaN;
    private bool degraded;
    private long lastEntry, saidEntry;
    private Instant? lost;
    private Instant checkedAt;

    public Sensor Sensor { get; set; } = sensor;

    /// <summary>Acoustic posts and spotters speak only when they hear something: their silence says nothing.</summary>
    private bool IsQuietByNature => Sensor.Kind is SensorKind.Acoustic or SensorKind.Spotter or SensorKind.RemoteId;

    private bool IsRadar => Sensor.Kind is SensorKind.Radar2D or SensorKind.Radar3D or SensorKind.DopplerRadar;

    public void Heard(Instant at, long entry)
    {
        if (lastHeard is { } last && at > last)
        {
            var pause = at.SecondsSince(last);
            // The longest pause of late, slowly forgotten; a pause that counted as silence does not stretch it, nor is it what to begin with.
            if (pause <= LimitS) usualPauseS = Math.Max(double.IsNaN(usualPauseS) ? pause : Math.Max(pause, usualPauseS - (0.002 * pause)), LeastPauseS);
        }

        lastHeard = at;
        lastEntry = entry;
        lost = null;
    }

    public void Replied(int address, Instant at) => lastReply[address] = at;

    public void Says(bool unfit, long entry)
    {
        if (unfit != degraded) saidEntry = entry;
        degraded = unfit;
    }

    public void Lost(Instant at, long entry)
    {
        lost = at;
        lastEntry = entry;
    }

    public SensorWork WorkAt(Instant now)
    {
        if (Sensor.Position is null) return SensorWork.Unplaced;
        if (lost is not null) return SensorWork.Silent;
        if (!IsQuietByNature && (lastHeard is not { } last || now.SecondsSince(last) > LimitS)) return SensorWork.Silent;
        return degraded || shares.AsSpan().ContainsAnyExcept(1.0) ? SensorWork.Impaired : SensorWork.Working;
    }

    /// <summary>Share of the expected detection to count with in a direction.</summary>
    public double Share(int sector, SensorWork work) => work is SensorWork.Silent or SensorWork.Unplaced || degraded ? 0 : shares[sector];

    /// <summary>Holds what it saw of cooperative traffic against what it should have seen; once a rotation.</summary>
    public void Compare(ReadOnlySpan<Track> tracks, Instant now)
    {
        if (!IsRadar || lastReply.Count == 0 || Sensor.Position is not { } position) return;
        var periodS = Math.Max(Sensor.Performance.PeriodS, 1);
        if (now.SecondsSince(checkedAt) < periodS) return;
        Forget(now);
        var frame = new EnuFrame(position);
        foreach (ref readonly var track in tracks)
        {
            if (track.Address is not { } address || track.Status != TrackStatus.Confirmed || now.SecondsSince(track.LastSeen) > 10) continue;
            var sight = frame.ToLocal(track.Position.ToEcef());
            if (!ShouldReply(position, sight, track)) continue;
            var sector = SensorFootprint.SectorOf(Math.Atan2(sight.East, sight.North));
            expected[sector]++;
            if (lastReply.TryGetValue(address.Value, out var reply) && now.SecondsSince(reply) < 1.6 * periodS) observed[sector]++;
        }

        for (var sector = 0; sector < shares.Length; sector++) shares[sector] = Rounded(sector);
    }

    /// <summary>Nothing has changed since it was told.</summary>
    public bool IsAs(SensorCoverage told, Instant now)
    {
        var work = WorkAt(now);
        if (work != told.Work) return false;
        for (var i = 0; i < SensorFootprint.Sectors; i++)
            if (Share(i, work) != told.Sectors[i]) return false;
        return true;
    }

    public SensorCoverage Tell(Instant now, long entry)
    {
        var work = WorkAt(now);
        var sectors = new double[SensorFootprint.Sectors];
        var sum = 0.0;
        for (var i = 0; i < sectors.Length; i++) sum += sectors[i] = Share(i, work);
        return new(Sensor.Id, work, sum / sectors.Length, sectors, new(WordsOf(work, sectors), EntryOf(work, entry)));
    }

    private long EntryOf(SensorWork work, long entry) =>
        work == SensorWork.Impaired && degraded && saidEntry > 0 ? saidEntry : lastEntry > 0 ? lastEntry : entry;

    private double LimitS => (2 * (double.IsNaN(usualPauseS) ? Math.Max(Sensor.Performance.PeriodS, 5) : usualPauseS)) + GraceS;

    private void Forget(Instant now)
    {
        var keep = checkedAt == default ? 1 : Math.Pow(0.5, now.SecondsSince(checkedAt) / HalfLifeS);
        for (var i = 0; i < expected.Length; i++) (expected[i], observed[i]) = (expected[i] * keep, observed[i] * keep);
        checkedAt = now;
    }

    /// <summary>Well within range, above the horizon by a margin and under the top of the fan: not where physics itself is in doubt.</summary>
    private bool ShouldReply(Geodetic position, Enu sight, in Track track)
    {
        var can = Sensor.Performance;
        var groundM = sight.HorizontalNorm;
        if (groundM > 0.85 * can.MaxRangeM || groundM < 5e3 || !track.HeightKnown) return false;
        if (groundM > 0.85 * RadioHorizon.DistanceM(position.HeightM, track.Position.HeightM)) return false;
        return Math.Atan2(sight.Up, groundM) < 0.8 * can.MaxElevationRad;
    }

    private double Rounded(int sector)
    {
        const double usual = 0.9;
        var share = ((usual * ExpectationWeight) + observed[sector]) / (usual * (ExpectationWeight + expected[sector]));
        share = Math.Clamp(share, 0, 1);
        // Half a step of hysteresis.
        return Math.Abs(share - shares[sector]) < 0.75 * Step ? shares[sector] : Math.Round(share / Step) * Step;
    }

    private string WordsOf(SensorWork work, double[] sectors) => work switch
    {
        SensorWork.Unplaced => "Its position is unknown: what it covers is counted as nothing.",
        SensorWork.Silent when lost is { } at => $"Its feed failed at {at}: counted as nothing.",
        SensorWork.Silent when lastHeard is { } at => $"Nothing heard of it since {at}: counted as nothing.",
        SensorWork.Silent => "Not heard yet: counted as nothing.",
        SensorWork.Impaired when degraded => "It reports that its data must not be used: counted as nothing.",
        SensorWork.Impaired => $"It misses cooperative aircraft that it should see {Directions(sectors)}.",
        _ when IsQuietByNature => "Speaks only when it hears something: counted as working while its feed does.",
        _ => "Heard as usual, and sees the cooperative aircraft that it should.",
    };

    private static string Directions(double[] sectors)
    {
        var worst = 0;
        for (var i = 1; i < sectors.Length; i++)
            if (sectors[i] < sectors[worst]) worst = i;
        var width = 360.0 / sectors.Length;
        var count = sectors.Count(static s => s < 1);
        return FormattableString.Invariant(
            $"between {worst * width:0}° and {(worst + 1) * width:0}°{(count > 1 ? $" and in {count - 1} more of {sectors.Length} directions" : "")}: {sectors[worst]:0%} there");
    }
}
