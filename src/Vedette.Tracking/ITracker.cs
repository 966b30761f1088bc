using Vedette.Air;
using Vedette.Kernel;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking;

/// <summary>
/// The estimator as the core sees it. Pure and deterministic: the picture depends only on the calls made, in their order.
/// Plots come in order of arrival; their times of applicability may run backwards.
/// </summary>
public interface ITracker
{
    /// <summary>Tells which sensors there are; called again whenever the directory changes. Cheap when nothing changed.</summary>
    void Configure(SensorDirectory sensors);

    /// <summary>Replaces what was tuned before; holds from now on.</summary>
    /// <exception cref="ArgumentException">A parameter that there is not, or a value out of its range; nothing has changed.</exception>
    void Tune(TrackerTuning wanted);

    /// <summary>Tells how the wind blows: what it carries is known by going with it. Cheap when nothing changed.</summary>
    void Know(WindField winds);

    /// <summary>Tells what the ground is like, null = smooth: behind a hill no radar misses anything.</summary>
    void Know(TerrainGrid? ground);

    /// <summary>Takes plots in order of arrival.</summary>
    void Observe(ReadOnlySpan<Plot> plots);

    /// <summary>Takes a sensor's message about itself (north mark, sector, status): a scan that saw nothing is evidence too.</summary>
    void Observe(in SensorMessage message);

    /// <summary>Now is <paramref name="now"/>: everything that arrived up to it has been observed. Brings the picture to it.</summary>
    void AdvanceTo(Instant now);

    /// <summary>How a sensor does, by the picture's own account.</summary>
    SensorQuality QualityOf(SensorId sensor);

    /// <summary>What a sensor has been found to get wrong; the default where nothing is known.</summary>
    SensorAlignment AlignmentOf(SensorId sensor);

    /// <summary>
    /// The live tracks at the last <see cref="AdvanceTo"/>, ordered by number; a track that ended since the last call is
    /// reported once with <see cref="TrackStatus.Ended"/>. Valid until the next call on this object.
    /// </summary>
    ReadOnlySpan<Track> Picture { get; }
}
