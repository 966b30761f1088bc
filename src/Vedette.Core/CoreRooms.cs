using Vedette.Air;
using Vedette.Alerting;
using Vedette.Assessment;
using Vedette.Tracking;
using Vedette.Wire;

namespace Vedette.Core;

/// <summary>Which implementation stands in each room. The one list where a new decoder, tracker or assessor is named.</summary>
/// <param name="Tracker">Makes the estimator.</param>
/// <param name="Assessor">Makes the assessment.</param>
/// <param name="Integrity">Makes the judge of what aircraft claim of themselves.</param>
/// <param name="Coverage">Makes the one who follows what the sensors can see, and what they cannot.</param>
/// <param name="Alerting">Makes the alerting for the first configuration: who watches, and whether it is an exercise.</param>
/// <param name="Decoder">Makes the reader of one feed.</param>
public sealed record CoreRooms(
    Func<ITracker> Tracker,
    Func<IAssessor> Assessor,
    Func<IIntegrityWatch> Integrity,
    Func<ICoverageWatch> Coverage,
    Func<CoreConfiguration, IAlerting> Alerting,
    Func<FeedConfiguration, SensorDirectory, IFeedDecoder> Decoder);
