using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Sensors;

/// <summary>One bearing of one post.</summary>
/// <param name="Post">Index of the post's station.</param>
/// <param name="TimeS">When the sound was heard, s after the start of the scenario: later than when it was made.</param>
/// <param name="AzimuthRad">Where it came from, rad.</param>
/// <param name="Target">What made it; null for a false alarm.</param>
public readonly record struct Bearing(int Post, double TimeS, double AzimuthRad, Target? Target);

/// <summary>
/// Microphone posts that hear where a sound came from. The bearing points to where the target was when it made the sound: at 5 km
/// and 340 m/s some 15 s ago. Every second draws from its own stream.
/// </summary>
public sealed class AcousticField
{
    /// <summary>No post hears farther than this, m, whatever flies.</summary>
    private const double GreatestReachM = 10_000;
    private readonly (Station Station, int Index, EnuFrame Frame)[] posts;
    private readonly double latitudeStep;
    private readonly ulong seed;

    /// <param name="stations">All stations of the scenario; the acoustic ones are taken.</param>
    public AcousticField(IReadOnlyList<Station> stations, ulong seed)
    {
        this.seed = seed;
        posts =
        [
            .. stations.Select((s, i) => (s, i))
                .Where(p => p.s.Sensor.Kind == Air.SensorKind.Acoustic)
                .Select(p => (p.s, p.i, new EnuFrame(p.s.Place)))
                .OrderBy(p => p.Item3.Origin.LatitudeRad).ThenBy(p => p.i),
        ];
        latitudeStep = GreatestReachM / Wgs84.MeridianRadiusM(0.9);
    }

    public int Count => posts.Length;

    /// <summary>All bearings taken in the second that ends at <paramref name="endS"/>, by time.</summary>
    public void Listen(int endS, Sky sky, List<Bearing> bearings)
    {
        bearings.Clear();
        var random = SeededRandom.For(seed, 0x5000_0000_0000UL + (uint)endS);
        foreach (var flight in sky.Flights) Hear(flight, endS, random, bearings);
        AddFalseAlarms(endS, random, bearings);
        bearings.Sort(static (a, b) => a.TimeS != b.TimeS ? a.TimeS.CompareTo(b.TimeS) : a.Post.CompareTo(b.Post));
    }

    private void Hear(Flight flight, int endS, SeededRandom random, List<Bearing> bearings)
    {
        var loudness = flight.Target.Loudness;
        if (loudness <= 0) return;
        var latitude = flight.Newest.Place.LatitudeRad;
        for (var i = FirstAt(latitude - latitudeStep); i < posts.Length && posts[i].Frame.Origin.LatitudeRad < latitude + latitudeStep; i++)
        {
            if (!TryTurn(posts[i].Station, endS, out var timeS)) continue;
            if (!Sounds(flight, posts[i].Frame, timeS, posts[i].Station.Sensor.Performance.SoundSpeedMps, out var look)) continue;
            var performance = posts[i].Station.Sensor.Performance;
            var heard = Detection.Heard(performance.DetectionProbability, look.RangeM, performance.MaxRangeM * loudness);
            if (random.NextDouble() >= heard) continue;
            bearings.Add(new(posts[i].Index, timeS, Noisy(look.AzimuthRad, posts[i].Station, random), flight.Target));
        }
    }

    /// <summary>Where the flight was when it made the sound that arrives at a time; false where nobody remembers, or too far.</summary>
    private static bool Sounds(Flight flight, in EnuFrame frame, double timeS, double soundMps, out Polar look)
    {
        look = default;
        var madeS = Math.Min(timeS, flight.NowS);
        for (var pass = 0; pass < 3; pass++)
        {
            if (!flight.Covers(madeS)) return false;
            look = frame.Look(flight.At(madeS).Position);
            if (look.RangeM > GreatestReachM) return false;
            madeS = timeS - (look.RangeM / soundMps);
        }

        return true;
    }

    /// <summary>Whether the post takes a bearing in the second that ends at <paramref name="endS"/>, and when.</summary>
    private static bool TryTurn(Station post, int endS, out double timeS)
    {
        var period = post.Sensor.Performance.PeriodS;
        timeS = post.PhaseS + (Math.Ceiling((endS - 1 - post.PhaseS) / period) * period);
        return timeS < endS;
    }

    private void AddFalseAlarms(int endS, SeededRandom random, List<Bearing> bearings)
    {
        foreach (var (station, index, _) in posts)
        {
            if (station.Sensor.Performance.ClutterPerScan <= 0 || !TryTurn(station, endS, out var timeS)) continue;
            if (random.NextDouble() < station.Sensor.Performance.ClutterPerScan)
                bearings.Add(new(index, timeS, random.NextDouble(0, 2 * Math.PI), null));
        }
    }

    private static double Noisy(double azimuthRad, Station post, SeededRandom random) =>
        Angle.Wrap(azimuthRad + post.AzimuthBiasRad + (random.NextGaussian() * post.Sensor.Performance.SigmaAzimuthRad));

    private int FirstAt(double latitudeRad)
    {
        int low = 0, high = posts.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (posts[middle].Frame.Origin.LatitudeRad < latitudeRad) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
