using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>A kind of object for which coverage is asked: how it echoes and how fast it goes.</summary>
/// <param name="Class">The class it stands for.</param>
/// <param name="CrossSectionM2">Mean radar cross section, m².</param>
/// <param name="SpeedMps">Usual speed, m/s.</param>
/// <param name="Transponder">It says itself where it is.</param>
public sealed record ObjectProfile(ObjectClass Class, double CrossSectionM2, double SpeedMps, bool Transponder = false)
{
    /// <summary>
    /// Cross sections at the low end of what each kind shows (Skolnik, table 2.2 for aircraft; drones and missiles assumed small): an all-clear
    /// is given for the object as it is told, and a larger one is seen sooner. Speeds of FIELD's figures.
    /// </summary>
    public static IReadOnlyList<ObjectProfile> Standard { get; } =
    [
        new(ObjectClass.SmallDrone, 0.02, 15),
        new(ObjectClass.OneWayDrone, 0.1, 50),
        new(ObjectClass.CruiseMissile, 0.3, 230),
        new(ObjectClass.LightAircraft, 3, 60),
        new(ObjectClass.Airliner, 30, 200, Transponder: true),
    ];
}

/// <summary>A grid of cells, rows from the south, columns from the west. Cell = row * columns + column.</summary>
public sealed record CoverageArea(double SouthDeg, double WestDeg, double CellLatDeg, double CellLonDeg, int Rows, int Columns)
{
    public static readonly CoverageArea None = new(0, 0, 1, 1, 0, 0);

    public int Cells => Rows * Columns;

    /// <summary>Length of a cell from south to north, m.</summary>
    public double CellM => CellLatDeg * Angle.RadiansPerDegree * Wgs84.SemiMajorAxisM;

    public Geodetic Centre(int cell) => Geodetic.FromDegrees(
        SouthDeg + (((cell / Columns) + 0.5) * CellLatDeg), WestDeg + (((cell % Columns) + 0.5) * CellLonDeg));

    /// <summary>The cell that holds a place, -1 where none does.</summary>
    public int CellOf(Geodetic place)
    {
        var row = (int)Math.Floor((place.LatitudeDeg - SouthDeg) / CellLatDeg);
        var column = (int)Math.Floor((place.LongitudeDeg - WestDeg) / CellLonDeg);
        return row < 0 || row >= Rows || column < 0 || column >= Columns ? -1 : (row * Columns) + column;
    }
}

/// <summary>Whether a sensor can be counted on now.</summary>
public enum SensorWork : byte
{
    /// <summary>It is heard, and detects what it should.</summary>
    Working,

    /// <summary>It says so itself, or misses more than it should in some directions.</summary>
    Impaired,

    /// <summary>Nothing is heard of it.</summary>
    Silent,

    /// <summary>Nobody told where it stands: what it covers is unknown and counted as nothing.</summary>
    Unplaced,
}

/// <summary>Where one sensor would detect if it worked as it should; made once, and shared by all pictures until it is described anew.</summary>
/// <param name="Cells">The cells it reaches, rising.</param>
/// <param name="Sectors">In which of its directions each of them lies.</param>
/// <param name="OneLook">Probability of one look, 255 = 1; index = (k * profiles + profile) * heights + height for the k-th of the cells.</param>
public sealed record SensorReach(int[] Cells, byte[] Sectors, byte[] OneLook, double PeriodS);

/// <summary>What one sensor contributes to the coverage now, and why.</summary>
/// <param name="Share">Share of its expected detection that it is counted with, 0 to 1, mean over its directions.</param>
/// <param name="Sectors">The same by direction: equal sectors clockwise from north.</param>
/// <param name="Why">Plain words, with the entry that it rests on.</param>
public sealed record SensorCoverage(SensorId Sensor, SensorWork Work, double Share, IReadOnlyList<double> Sectors, Reason Why)
{
    /// <summary>Null where nothing is known of it.</summary>
    public SensorReach? Reach { get; init; }
}

/// <summary>The way into an airspace on which an object of a class at a height is most probably missed.</summary>
public sealed record WeakPath
{
    public required ObjectClass Class { get; init; }

    /// <summary>Above ground, m.</summary>
    public required double HeightM { get; init; }

    /// <summary>Probability that no track is confirmed between its start and its entry.</summary>
    public required double Miss { get; init; }

    /// <summary>From where it starts to where it enters.</summary>
    public required IReadOnlyList<Geodetic> Way { get; init; }

    /// <summary>The stretch of the airspace's edge within which the probability is at least half of this, from end to end.</summary>
    public required Geodetic SegmentFrom { get; init; }

    public required Geodetic SegmentTo { get; init; }

    /// <summary>Sensors that see any of the way, those that contribute most first.</summary>
    public required IReadOnlyList<SensorId> Watchers { get; init; }

    /// <summary>What the figure rests on: rule, way, and each of the sensors with the entry it was last heard by.</summary>
    public required IReadOnlyList<Reason> Why { get; init; }
}

/// <summary>Objects that may be inside an airspace although nobody has seen them.</summary>
/// <param name="Expected">Expected number, at the assumed inflow.</param>
/// <param name="PerHour">The assumed inflow, objects an hour.</param>
public readonly record struct UnseenCount(ObjectClass Class, double Expected, double PerHour);

/// <summary>What may be said of an airspace in which no violation was detected.</summary>
public sealed record AllClear
{
    public required string AirspaceId { get; init; }

    /// <summary>True where the policy allows the word "clear".</summary>
    public required bool Allowed { get; init; }

    /// <summary>For each class and height, the weakest way in.</summary>
    public required IReadOnlyList<WeakPath> Weakest { get; init; }

    public required IReadOnlyList<UnseenCount> Unseen { get; init; }

    /// <summary>The statement in sentences, the verdict first.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }
}

/// <summary>What may be called clear.</summary>
public sealed record AllClearPolicy
{
    /// <summary>Greatest probability of having missed an object on the weakest way in.</summary>
    public double MissLimit { get; init; } = 0.1;

    /// <summary>From this height above ground up the limit must hold, m.</summary>
    public double FromHeightM { get; init; } = 300;

    /// <summary>The classes that must keep the limit.</summary>
    public IReadOnlyList<ObjectClass> Classes { get; init; } = [ObjectClass.OneWayDrone, ObjectClass.CruiseMissile, ObjectClass.LightAircraft];

    /// <summary>Assumed inflow of each class from its origins, objects an hour: with one an hour, "expected unseen" reads as a share.</summary>
    public double InflowPerHour { get; init; } = 1;
}

/// <summary>What the sensors together can see now, and what that allows to be said.</summary>
public sealed record CoveragePicture
{
    public static readonly CoveragePicture Empty = new()
    {
        Area = CoverageArea.None, Profiles = [], HeightsM = [], Detection = [], Unseen = [], Sensors = [], AllClears = [], Entry = 0,
    };

    public required CoverageArea Area { get; init; }

    public required IReadOnlyList<ObjectProfile> Profiles { get; init; }

    /// <summary>Heights above ground, m.</summary>
    public required IReadOnlyList<double> HeightsM { get; init; }

    /// <summary>
    /// Probability that an object which stays a minute in the cell is detected at least once, 255 = 1;
    /// index = ((profile * heights) + height) * cells + cell.
    /// </summary>
    public required byte[] Detection { get; init; }

    /// <summary>Expected number of objects in the cell that nobody has seen, at the policy's inflow; index as <see cref="Detection"/>.</summary>
    public required float[] Unseen { get; init; }

    /// <summary>Where the heights of the ground come from; null where a smooth earth is assumed.</summary>
    public string? Terrain { get; init; }

    public required IReadOnlyList<SensorCoverage> Sensors { get; init; }

    public required IReadOnlyList<AllClear> AllClears { get; init; }

    /// <summary>The entry that moved time when this was reckoned.</summary>
    public required long Entry { get; init; }

    public byte DetectionAt(int profile, int height, int cell) => Detection[Index(profile, height, cell)];

    public float UnseenAt(int profile, int height, int cell) => Unseen[Index(profile, height, cell)];

    /// <summary>Probability, 255 = 1, that one sensor alone detects within a minute, cell after cell, as it works now.</summary>
    public byte[] DetectionOf(SensorCoverage sensor, int profile, int height)
    {
        var alone = new byte[Area.Cells];
        if (sensor.Reach is not { } reach) return alone;
        for (var k = 0; k < reach.Cells.Length; k++)
        {
            var one = sensor.Sectors[reach.Sectors[k]] * reach.OneLook[(((k * Profiles.Count) + profile) * HeightsM.Count) + height] / 255;
            alone[reach.Cells[k]] = (byte)Math.Round(255 * (1 - Math.Pow(1 - one, 60 / reach.PeriodS)));
        }

        return alone;
    }

    private int Index(int profile, int height, int cell) => (((profile * HeightsM.Count) + height) * Area.Cells) + cell;
}
