using Vedette.Air;
using Vedette.Edge.Terrain;
using Vedette.Kernel;

namespace Vedette.Edge.Configuration;

/// <summary>The parts of a configuration file that say what the sensors can see and what may be called clear.</summary>
internal static class CoverageText
{
    public static BlankedSector? Blanked(ConfigurationNode node)
    {
        var (from, to) = (node.Number("fromDeg", 0, 360, "degrees from true north"), node.Number("toDeg", 0, 360, "degrees from true north, clockwise"));
        if (from is null) node.Missing("fromDeg", "degrees from true north");
        if (to is null) node.Missing("toDeg", "degrees from true north, clockwise");
        node.NothingElse();
        return from is { } f && to is { } t ? new(f * Angle.RadiansPerDegree, t * Angle.RadiansPerDegree) : null;
    }

    public static AllClearPolicy Policy(ConfigurationNode node)
    {
        var usual = new AllClearPolicy();
        var classes = node.Texts("classes", "classes of objects, for example \"oneWayDrone\"").Select(text => Known(node, text)).OfType<ObjectClass>().ToList();
        var policy = usual with
        {
            MissLimit = node.Number("missLimit", 0.001, 1, "a probability") ?? usual.MissLimit,
            FromHeightM = node.Number("fromHeightM", 0, 20_000, "m above ground") ?? usual.FromHeightM,
            InflowPerHour = node.Number("inflowPerHour", 0.001, 1e4, "objects an hour") ?? usual.InflowPerHour,
            Classes = classes.Count > 0 ? classes : usual.Classes,
        };
        node.NothingElse();
        return policy;
    }

    /// <summary>Tiles of the ground around what is watched and what watches.</summary>
    public static TerrainGrid? Terrain(ConfigurationNode node, string folder, WatchConfiguration configuration, List<string> problems, ICollection<string> notes)
    {
        var tiles = node.Text("folder", "a folder with .hgt tiles");
        var geoid = node.Number("geoidHeightM", -120, 120, "m of mean sea level over the ellipsoid, for example 38 in eastern Poland");
        var source = node.Text("source", "what the tiles are, for example \"SRTM 1 arc second\"") ?? "elevation tiles";
        if (tiles is null) node.Missing("folder", "a folder with .hgt tiles");
        if (geoid is null) node.Missing("geoidHeightM", "m of mean sea level over the ellipsoid: tiles tell heights over the sea, sensors over the ellipsoid");
        node.NothingElse();
        if (tiles is null || geoid is not { } geoidHeightM) return null;
        if (TerrainBox.Around(configuration.Airspaces, configuration.Sensors) is not { } box)
        {
            problems.Add("terrain: there is neither an airspace nor a sensor with a position to put ground under");
            return null;
        }

        try
        {
            return TerrainFolder.Read(Path.Combine(folder, tiles), box, geoidHeightM, source, notes);
        }
        catch (ConfigurationException e)
        {
            problems.AddRange(e.Problems);
            return null;
        }
    }

    private static ObjectClass? Known(ConfigurationNode node, string text)
    {
        foreach (var profile in ObjectProfile.Standard)
            if (profile.Class.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) return profile.Class;
        node.Problem("classes", $"\"{text}\" is not reckoned with; known: {string.Join(", ", ObjectProfile.Standard.Select(p => $"\"{p.Class.ToString()[..1].ToLowerInvariant()}{p.Class.ToString()[1..]}\""))}");
        return null;
    }
}
