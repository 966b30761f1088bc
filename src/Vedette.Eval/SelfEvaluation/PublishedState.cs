using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Eval.SelfEvaluation;

/// <summary>What a picture said of a track at one moment, as far as judging it needs.</summary>
internal struct PublishedState
{
    public PlanarState State;

    /// <summary>Probability that it is turning or changing speed.</summary>
    public double Manoeuvring;

    /// <summary>Positive clockwise.</summary>
    public double TurnRateRadps;

    /// <summary>It was not called a flock or a shower.</summary>
    public bool IsObject;

    /// <summary>The public picture had it, as `evaluate` counts: it more probably exists than not, and is an object.</summary>
    public bool Shown;

    /// <summary>The evaluated areas that it was in, a bit each.</summary>
    public ulong Areas;

    public static PublishedState Of(in Track track, Instant at, AreaList areas)
    {
        var p = track.Covariance;
        var isObject = track.Classes.Best is not (ObjectClass.Bird or ObjectClass.Clutter);
        return new()
        {
            State = new()
            {
                At = at, Place = track.Position, EastMps = track.Velocity.East, NorthMps = track.Velocity.North,
                Covariance = new()
                {
                    EE = p.At(0, 0), EN = p.At(0, 1), EVe = p.At(0, 3), EVn = p.At(0, 4), NN = p.At(1, 1), NVe = p.At(1, 3), NVn = p.At(1, 4),
                    VeVe = p.At(3, 3), VeVn = p.At(3, 4), VnVn = p.At(4, 4),
                },
            },
            Manoeuvring = track.Manoeuvring,
            TurnRateRadps = track.TurnRateRadps,
            IsObject = isObject,
            Shown = isObject && track is { Status: TrackStatus.Confirmed or TrackStatus.Coasting, Existence: >= 0.5 },
            Areas = areas.At(track.Position),
        };
    }
}
