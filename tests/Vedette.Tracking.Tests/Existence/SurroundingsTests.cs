using System.Buffers.Binary;
using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests.Existence;

/// <summary>Silence from where a radar cannot see is no evidence.</summary>
public class SurroundingsTests
{
    /// <summary>The sector is a little wider than what is not seen: a coasting track is not exactly where its target is.</summary>
    private const double EdgeRad = 0.015;

    private const double HiddenFromS = 120, HiddenToS = 156, EndS = 220;

    /// <summary>Flies north at 50 m/s, 500 m high, 40 to 50 km east of the radar.</summary>
    private static readonly Flyer Drone = new(Geodetic.FromDegrees(50.46, 23.6, 500), 0, 50);

    /// <summary>Another one, far from all hills and blanked sectors: it keeps the radar talking.</summary>
    private static readonly Flyer Other = new(Geodetic.FromDegrees(50.2, 22.4, 900), -30, 30);

    [Fact]
    public void Behind_a_hill_a_track_keeps_its_number_where_the_ground_is_known_and_only_there()
    {
        Assert.Single(NumbersNear(ground: Ridge()));
        Assert.Equal(2, NumbersNear(ground: null).Count);
    }

    [Fact]
    public void In_a_blanked_sector_a_track_keeps_its_number_and_gets_another_where_nobody_told_of_the_sector()
    {
        var site = new EnuFrame(Geodetic.FromDegrees(50.5, 23, 60));
        double from = Azimuth(site, HiddenFromS), to = Azimuth(site, HiddenToS);
        Assert.Single(NumbersNear(blanked: [new(to - EdgeRad, from + EdgeRad)]));
        Assert.Equal(2, NumbersNear().Count);
    }

    private static double Azimuth(EnuFrame site, double timeS) => site.Look(Sky.At(Drone, timeS).ToEcef()).AzimuthRad;

    /// <summary>The numbers under which the drone is shown in a world where one radar that measures height does not see it for a while.</summary>
    private static HashSet<int> NumbersNear(TerrainGrid? ground = null, IReadOnlyList<BlankedSector>? blanked = null)
    {
        var sky = new Sky(71);
        var radar = sky.Radar(50.5, 23, SensorKind.Radar3D, 5);
        if (blanked is not null) sky.Sensors.Put(sky.Sensors[radar] with { Blanked = blanked });
        sky.Watch(radar, [Drone], 0, HiddenFromS);
        sky.Watch(radar, [Drone], HiddenToS, EndS);
        sky.Watch(radar, [Other], 0, EndS);
        var numbers = new HashSet<int>();
        Sky.Run(sky.InOrder(), sky.Sensors, EndS, (tracker, _) =>
        {
            foreach (var track in tracker.Picture)
                if (track.Position.LongitudeDeg > 23.3) numbers.Add(track.Number.Value);
        }, ground);
        return numbers;
    }

    /// <summary>A ridge of 400 m half way between the radar and where the drone is not seen.</summary>
    private static TerrainGrid Ridge()
    {
        const int rows = 200, columns = 400;
        const double south = 50.3, west = 22.9, step = 0.002;
        var posts = new byte[2 * rows * columns];
        var site = new EnuFrame(Geodetic.FromDegrees(50.5, 23, 60));
        double first = Azimuth(site, HiddenFromS), last = Azimuth(site, HiddenToS);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var seen = site.Look(Geodetic.FromDegrees(south + (row * step), west + (column * step), 400).ToEcef());
                var ridge = seen.RangeM is > 19e3 and < 22e3 && seen.AzimuthRad > Math.Min(first, last) && seen.AzimuthRad < Math.Max(first, last);
                BinaryPrimitives.WriteInt16LittleEndian(posts.AsSpan(2 * ((row * columns) + column)), (short)(ridge ? 400 : 0));
            }
        }

        return new() { SouthDeg = south, WestDeg = west, StepLatDeg = step, StepLonDeg = step, Rows = rows, Columns = columns, Posts = posts, Source = "made for a test" };
    }
}
