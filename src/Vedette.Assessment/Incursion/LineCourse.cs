namespace Vedette.Assessment.Incursion;

/// <summary>Where a boundary runs, meanders smoothed, at its point nearest to a place: unit vectors in the plane of an airspace.</summary>
/// <param name="AlongX">With <paramref name="AlongY"/>: along the boundary, one of its two ways.</param>
/// <param name="AlongY">See <paramref name="AlongX"/>.</param>
/// <param name="OutX">With <paramref name="OutY"/>: from the boundary to the side of the place.</param>
/// <param name="OutY">See <paramref name="OutX"/>.</param>
/// <param name="DistanceM">From the place to the boundary.</param>
internal readonly record struct LineCourse(double AlongX, double AlongY, double OutX, double OutY, double DistanceM);
