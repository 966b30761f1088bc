using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Faults;
using Vedette.Sim.Night;

namespace Vedette.Scenarios;

/// <summary>
/// Two radars and a receiver of ADS-B watch six airliners whose satellite navigation is counterfeited from the third minute on: octets in, tracks out.
/// </summary>
public class SpoofedSky
{
    private const double SpoofedFromS = 180;
    private const double SpoofedToS = 360;
    private const double NoticedWithinS = 75;

    [Fact]
    public void A_track_that_radars_see_does_not_follow_a_claim_that_jumps_away()
    {
        var watched = Spoofed(new GnssSpoofing(Border.East(50.4, -90, 0), 400e3, 60e3, 20e3, 0, 0, SpoofedFromS, SpoofedToS));
        AssertTracksStayWithTheAircraft(watched, mostM: 600);
        Assert.Contains(watched.Findings(), finding => finding is { Kind: IntegrityKind.Jump, IsDoubted: true });
    }

    [Fact]
    public void A_track_that_radars_see_does_not_follow_a_claim_that_is_led_away_slowly()
    {
        var watched = Spoofed(new GnssSpoofing(Border.East(50.4, -90, 0), 400e3, 0, 0, 20, 10, SpoofedFromS, SpoofedToS));
        AssertTracksStayWithTheAircraft(watched, mostM: 1500);
        var findings = watched.Findings().Where(finding => finding.Kind == IntegrityKind.AgainstSensors).ToList();
        Assert.Equal(6, findings.Select(finding => finding.Address).Distinct().Count());
        // Led off by 22 m/s: noticed long before the 3 km that a fixed allowance for any radar's bias would take at these ranges.
        Assert.All(findings, finding => Assert.InRange(finding.Since.SecondsSince(SmallWorlds.Start), SpoofedFromS, SpoofedFromS + NoticedWithinS));
        Assert.Contains(watched.Integrity.Last().Integrity.Cells, cell => cell.Spoofed > 0);
    }

    [Fact]
    public void Nobody_is_doubted_where_nothing_is_counterfeited() => Assert.Empty(Spoofed().Findings());

    private static WatchedWorld Spoofed(params Fault[] faults) => WatchedWorld.Run(SmallWorlds.MixedSky(durationS: 480) with { Faults = faults });

    /// <summary>
    /// While claims are false, and for a while after: no track with an airliner's address is anywhere but with it, and hardly a picture is without a track of
    /// it (one that was led off a little may have to give way to one that the radars found anew).
    /// </summary>
    private static void AssertTracksStayWithTheAircraft(WatchedWorld watched, double mostM)
    {
        var (seen, tracked, named) = (0, 0, 0);
        foreach (var picture in watched.Pictures)
        {
            var timeS = picture.At.SecondsSince(SmallWorlds.Start);
            if (timeS is < SpoofedFromS or > SpoofedToS + 60) continue;
            var shown = picture.Tracks.Where(track => track.Status is TrackStatus.Confirmed or TrackStatus.Coasting).ToList();
            foreach (var (address, place) in watched.Transponders(picture.At))
            {
                var own = shown.Where(track => track.Address?.Value == address).ToList();
                Assert.All(own, track => Assert.InRange(Geodesic.Inverse(track.Position, place).DistanceM, 0, mostM));
                seen++;
                if (shown.Exists(track => Geodesic.Inverse(track.Position, place).DistanceM <= mostM)) tracked++;
                if (own.Count > 0) named++;
            }
        }

        Assert.InRange(tracked, 0.97 * seen, seen);
        Assert.InRange(named, 0.9 * seen, seen);
    }
}
