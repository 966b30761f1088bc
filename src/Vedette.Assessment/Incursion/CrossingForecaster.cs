using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Incursion;

/// <summary>
/// Says with what probability, when and where a track enters an airspace in the next 20 minutes, given that there is an object.
/// <see cref="Draws.Count"/> particles start from the track's covariance and fly on as objects with waypoints do: straight legs whose
/// lengths are gamma distributed, a change of heading after each (changing-waypoint models: Gan, Liang, Ahmad and Godsill,
/// arXiv 2311.06139). The longer the present leg has lasted, the nearer its end; some turn at the line itself
/// (<see cref="LegHabit"/>), some are on a route or bound for somewhere and come back to their course (<see cref="LegMemory"/>), some run along the line
/// (<see cref="LineMemory"/>), as far as the track's past speaks for it. Paths are followed exactly, not in steps.
/// </summary>
internal sealed class CrossingForecaster
{
    public const double HorizonS = 1200;

    /// <summary>Speed over the coming minutes differs from now by this share, one sigma.</summary>
    private const double SpeedSpread = 0.03;

    /// <summary>On the first sight of a track, it is supposed to have flown this share of a mean leg.</summary>
    private const double UnseenLegShare = 1;

    /// <summary>A turn under way goes on by this much on average, rad, in chords of <see cref="ChordRad"/>.</summary>
    private const double TurnGoesOnRad = 45 * Angle.RadiansPerDegree;

    private const double ChordRad = 15 * Angle.RadiansPerDegree;
    private const double TurningRadps = 0.7 * Angle.RadiansPerDegree;
    private const double CertainSigmas = 6;

    /// <summary>A forecast that is likely to be "hardly" asks only one particle in so many, and all only where one of these enters.</summary>
    private const int FewStride = 8;

    /// <summary>Within 20 minutes, less than this is "hardly".</summary>
    private const double HardlyShare = 0.01;

    private const double NegligibleShare = 1e-3;

    private readonly Draws draws = Draws.Fixed;
    private readonly Crossings crossings = new();
    private (double Flown, double Hazard) hazardOf = (double.NaN, double.NaN);
    private double eachShare, routeOdds, purposeful, runsAlong;

    /// <summary>The forecast, or null where the airspace is beyond reach.</summary>
    /// <param name="before">What was said of the same track and airspace before; null where nothing was.</param>
    public CrossingForecast? Forecast(in Track track, LegMemory leg, ref LineMemory line, AirspaceVolume volume, CrossingForecast? before = null)
    {
        var (x, y) = volume.ToPlane(track.Position);
        if (double.IsNaN(x) || double.IsNaN(track.GroundSpeedMps)) return null;
        var sigmaM = Math.Sqrt(Math.Max(track.Covariance.At(0, 0) + track.Covariance.At(1, 1), 0));
        var sigmaMps = Math.Sqrt(Math.Max(track.Covariance.At(3, 3) + track.Covariance.At(4, 4), 0));
        var reachM = ((track.GroundSpeedMps + (3 * sigmaMps)) * (1 + (3 * SpeedSpread)) * HorizonS) + (3 * sigmaM);
        var inside = volume.Contains(x, y);
        if (!inside && volume.ClearM(x, y) > reachM) return null;
        var distanceM = volume.SignedDistanceM(track.Position, x, y);
        if (distanceM > reachM) return null;
        crossings.Clear();
        if (distanceM is > 0 and <= LineMemory.NearM) Follow(track, leg, ref line, volume, x, y);
        else line.Pass(leg.PathM);
        if (distanceM < -CertainSigmas * sigmaM && !MindsHeight(track, volume))
            crossings.AddInside(1);
        else
            Fly(track, leg, line, volume, x, y, before is { Within20Min: < HardlyShare });
        return crossings.Forecast(volume, distanceM, new(track.Time, track.LastEntry, leg.FlownM, leg.Purposeful, line.Along));
    }

    /// <summary>Holds the motion of this moment against the course of the boundary.</summary>
    private static void Follow(in Track track, LegMemory leg, ref LineMemory line, AirspaceVolume volume, double x, double y)
    {
        if (!(track.GroundSpeedMps > 0)) return;
        var course = volume.Course(x, y);
        var axes = volume.Axes(track.Position);
        var (vx, vy) = ((axes.EastX * track.Velocity.East) + (axes.NorthX * track.Velocity.North), (axes.EastY * track.Velocity.East) + (axes.NorthY * track.Velocity.North));
        var cosine = Math.Abs((vx * course.AlongX) + (vy * course.AlongY)) / track.GroundSpeedMps;
        line.Follow(leg.PathM, Math.Acos(Math.Min(cosine, 1)), course.DistanceM);
    }

    /// <summary>An unknown height never clears an airspace: limits count only for tracks whose height was measured.</summary>
    private static bool MindsHeight(in Track track, AirspaceVolume volume) => track.HeightKnown && volume.HasHeightLimits;

    private void Fly(in Track track, LegMemory leg, in LineMemory line, AirspaceVolume volume, double x, double y, bool hardly)
    {
        if (hardly)
        {
            Fly(track, leg, line, volume, x, y, FewStride);
            if (crossings.Sum < HardlyShare) return;
            crossings.Clear();
        }

        Fly(track, leg, line, volume, x, y, 1);
    }

    private void Fly(in Track track, LegMemory leg, in LineMemory line, AirspaceVolume volume, double x, double y, int stride)
    {
        (eachShare, routeOdds, purposeful, runsAlong) = ((double)stride / Draws.Count, leg.RouteOdds, leg.Purposeful, line.Along);
        var axes = volume.Axes(track.Position);
        var state = StateDraw.From(track.Covariance);
        var mindsHeight = MindsHeight(track, volume);
        var (sin, cos) = Math.SinCos(leg.CorrectionRad);
        var ahead = new Enu((track.Velocity.East * cos) + (track.Velocity.North * sin), (track.Velocity.North * cos) - (track.Velocity.East * sin), 0);
        for (var i = 0; i < Draws.Count; i += stride)
        {
            ref readonly var draw = ref draws.Particle(i);
            var (east, north, vEast, vNorth) = state.Horizontal(draw.State);
            (vEast, vNorth) = Narrow(vEast, vNorth, ahead, leg.SpreadShare);
            (vEast, vNorth) = (vEast + ahead.East, vNorth + ahead.North);
            var particle = new Particle(
                x + (axes.EastX * east) + (axes.NorthX * north),
                y + (axes.EastY * east) + (axes.NorthY * north),
                (axes.EastX * vEast) + (axes.NorthX * vNorth),
                (axes.EastY * vEast) + (axes.NorthY * vNorth),
                draw.Wander,
                1 + (SpeedSpread * draw.SpeedChange));
            var band = HeightBand.Always;
            if (mindsHeight)
            {
                var (up, vUp) = state.Vertical(draw.State);
                band = HeightBand.Of(track.Position.HeightM + up, track.Velocity.Up + vUp, volume.Airspace.FloorM, volume.Airspace.CeilingM);
            }

            Fly(ref particle, track, leg, draw.Line < runsAlong ? line.OffM : double.NaN, volume, band, i);
        }
    }

    /// <summary>Shortens the part of a velocity's deviation that is across the motion: the heading is known better than that of the moment.</summary>
    private static (double East, double North) Narrow(double east, double north, Enu ahead, double share)
    {
        var square = (ahead.East * ahead.East) + (ahead.North * ahead.North);
        if (!(square > 0)) return (east, north);
        var along = ((east * ahead.East) + (north * ahead.North)) / square;
        return ((east * share) + (ahead.East * along * (1 - share)), (north * share) + (ahead.North * along * (1 - share)));
    }

    /// <param name="offM">How far off the boundary it runs along it; NaN where it does not.</param>
    private void Fly(ref Particle particle, in Track track, LegMemory leg, double offM, AirspaceVolume volume, in HeightBand band, int i)
    {
        if (double.IsInfinity(band.FromS)) return;
        particle.Inside = volume.Contains(particle.X, particle.Y);
        if (particle.Inside && band.FromS <= 0)
        {
            crossings.AddInside(eachShare);
            return;
        }

        ref readonly var draw = ref draws.Particle(i);
        var along = !double.IsNaN(offM);
        ref readonly var habit = ref along ? ref LegHabit.AlongLine : ref LegHabit.Pick(track.Classes, draw, routeOdds, purposeful);
        if (TurnOn(ref particle, track, leg, volume, band, i, out var turned)) return;
        var flown = turned ? 0 : (leg.FlownM / habit.MeanLegM) + (leg.BeginKnown ? 0 : UnseenLegShare);
        if (!FinishLeg(ref particle, flown, habit, volume, band, i)) return;
        if (!particle.Inside) particle.Share *= 1 - habit.HoldsOff;
        for (var turn = 0; turn < Draws.Legs; turn++)
        {
            if (IsBeyondReach(particle, volume)) return;
            if (along) particle.TurnAlong(volume.CourseNear(particle.X, particle.Y), offM, habit.MeanLegM);
            ref readonly var next = ref draws.Leg(turn, i);
            var (sin, cos) = double.IsNaN(habit.TurnSigmaRad) ? next.AnyHeading : Math.SinCos(habit.TurnSigmaRad * next.TurnNormal);
            particle.Turn(sin, cos);
            if (Advance(ref particle, habit.MeanLegM * next.Length, volume, band) || particle.TimeS >= HorizonS) return;
        }

        Advance(ref particle, double.PositiveInfinity, volume, band);
    }

    /// <summary>Whatever it does, it cannot come to the boundary before the horizon: flying it on would say nothing.</summary>
    private static bool IsBeyondReach(in Particle particle, AirspaceVolume volume) =>
        !particle.Inside && volume.IsClear(particle.X, particle.Y, (HorizonS - particle.TimeS) * particle.SpeedMps);

    /// <summary>
    /// The rest of the present leg, with its end averaged out (Rao-Blackwell) where that counts most: the particle's share divides into one
    /// that flies straight on into the airspace and one that turns before. False where nothing is left to fly.
    /// </summary>
    private bool FinishLeg(ref Particle particle, double flown, in LegHabit habit, AirspaceVolume volume, in HeightBand band, int i)
    {
        var mostM = (HorizonS - particle.TimeS) * particle.SpeedMps;
        var inside = particle.Inside;
        var entryM = EntryM(particle, ref inside, mostM, volume, band, out var clearM);
        var straightM = Math.Min(entryM, mostM);
        var leg = new LegAhead(flown, HazardAt(flown), straightM / habit.MeanLegM);
        var straightOn = leg.Lasts;
        if (entryM <= mostM)
        {
            if (!particle.Inside) straightOn *= habit.GoesOn(entryM);
            AddEntry(particle, entryM, straightOn);
        }

        particle.Share *= 1 - straightOn;
        if (particle.Share < NegligibleShare) return false;
        var restM = habit.MeanLegM * leg.Rest(draws.Particle(i).Rest);
        // Where it turns before the first crossing there is nothing to look for on the way.
        if (particle.Inside || restM >= clearM) return !Advance(ref particle, restM, volume, band);
        particle.Move(Math.Min(restM, mostM));
        return true;
    }

    /// <summary><see cref="LegLength.HazardAt"/>; most particles of a track have flown the same share of their mean leg.</summary>
    private double HazardAt(double flown)
    {
        if (flown != hazardOf.Flown) hazardOf = (flown, LegLength.HazardAt(flown));
        return hazardOf.Hazard;
    }

    /// <summary>Flies on through a turn that is under way. True where the particle entered or ran out of time.</summary>
    private bool TurnOn(ref Particle particle, in Track track, LegMemory leg, AirspaceVolume volume, in HeightBand band, int i, out bool turned)
    {
        turned = false;
        var rate = track.TurnRateRadps;
        if (!leg.Turning || !(Math.Abs(rate) > TurningRadps) || !(draws.Particle(i).TurnOn < track.Manoeuvring)) return false;
        turned = true;
        var leftRad = -TurnGoesOnRad * Math.Log(1 - (draws.Particle(i).TurnOn / track.Manoeuvring * 0.999));
        var chordM = particle.SpeedMps * ChordRad / Math.Abs(rate);
        var (sin, cos) = Math.SinCos(Math.CopySign(ChordRad, rate));
        for (; leftRad > 0; leftRad -= ChordRad)
        {
            particle.Turn(sin, cos);
            if (Advance(ref particle, chordM, volume, band) || particle.TimeS >= HorizonS) return true;
        }

        return false;
    }

    /// <summary>Flies straight for a length or until the horizon. True where the particle entered, which is noted.</summary>
    private bool Advance(ref Particle particle, double lengthM, AirspaceVolume volume, in HeightBand band)
    {
        lengthM = Math.Min(lengthM, (HorizonS - particle.TimeS) * particle.SpeedMps);
        var inside = particle.Inside;
        var entryM = EntryM(particle, ref inside, lengthM, volume, band, out _);
        particle.Inside = inside;
        if (entryM <= lengthM)
        {
            AddEntry(particle, entryM, particle.Share);
            return true;
        }

        particle.Move(lengthM);
        return false;
    }

    /// <summary>How far ahead the particle enters; infinite where not within a length.</summary>
    /// <param name="inside">Whether it is over the area; kept up to that length.</param>
    /// <param name="clearM">How far ahead it first crosses the boundary, in whatever height; infinite where not within the length.</param>
    private static double EntryM(in Particle particle, ref bool inside, double lengthM, AirspaceVolume volume, in HeightBand band, out double clearM)
    {
        clearM = double.PositiveInfinity;
        var doneM = 0.0;
        while (doneM < lengthM)
        {
            var atM = volume.NextCrossing(particle.X, particle.Y, particle.DirectionX, particle.DirectionY, doneM, lengthM).AtM;
            if (inside && BandM(particle, doneM, Math.Min(atM, lengthM), band) is var enteredM and < double.PositiveInfinity) return enteredM;
            if (atM > lengthM) break;
            clearM = Math.Min(clearM, atM);
            inside = !inside;
            doneM = atM;
            if (inside && band.Holds(particle.TimeS + (atM / particle.SpeedMps))) return atM;
        }

        return double.PositiveInfinity;
    }

    /// <summary>Over the area already, it enters where it climbs or sinks into the band: how far ahead, infinite if not on this stretch.</summary>
    private static double BandM(in Particle particle, double fromM, double untilM, in HeightBand band)
    {
        var atS = Math.Max(band.FromS, particle.TimeS + (fromM / particle.SpeedMps));
        if (!band.Holds(atS) || atS > particle.TimeS + (untilM / particle.SpeedMps)) return double.PositiveInfinity;
        return (atS - particle.TimeS) * particle.SpeedMps;
    }

    private void AddEntry(in Particle particle, double atM, double share) => crossings.AddEntry(
        share * eachShare,
        particle.TimeS + (atM / particle.SpeedMps),
        particle.X + (particle.DirectionX * atM),
        particle.Y + (particle.DirectionY * atM));
}
