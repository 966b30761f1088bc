using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Smoothing;

/// <summary>Where a track was at a moment, given everything that was ever seen of it.</summary>
/// <param name="Position">Height above the ellipsoid.</param>
/// <param name="Velocity">Over the local ground, m/s.</param>
/// <param name="Covariance">Of (east, north, height, vEast, vNorth, vUp), m and m/s.</param>
public readonly record struct SmoothedPoint(Instant Time, Geodetic Position, Enu Velocity, Covariance6 Covariance);

/// <summary>The whole way of one track, smoothed.</summary>
/// <param name="Points">In order of time, on the epochs that were asked for.</param>
public sealed record SmoothedTrack(TrackNumber Number, bool HeightKnown, IReadOnlyList<SmoothedPoint> Points);
