using Vedette.Air;

namespace Vedette.Assessment.AllClear;

/// <summary>
/// The share of an object's detections that come to its candidate in the tracker: some fall outside the gate, some are taken for clutter. Of
/// slow objects more are, because flocks and showers are as slow and the clutter maps learn where they are. Measured on the tracker by bench/coverage.
/// </summary>
internal static class DetectionUse
{
    /// <summary>Below this the clutter maps do not trust a motion (ClutterLearner), m/s.</summary>
    private const double SlowMps = 25;

    private const double OfSlow = 0.64, OfOthers = 0.765;

    public static double Of(ObjectProfile profile) => profile.SpeedMps < SlowMps ? OfSlow : OfOthers;
}
