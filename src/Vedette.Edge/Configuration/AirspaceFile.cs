using Vedette.Air;
using Vedette.Wire.GeoJson;

namespace Vedette.Edge.Configuration;

/// <summary>Airspaces from a GeoJSON file on disk.</summary>
public static class AirspaceFile
{
    /// <param name="notes">Gets what was skipped or assumed, in plain words.</param>
    /// <exception cref="ConfigurationException">The file is absent or holds something that is not an airspace.</exception>
    public static IReadOnlyList<Airspace> Read(string path, string where, ICollection<string> notes)
    {
        if (Directory.Exists(path)) throw new ConfigurationException($"{where}: {path} is a folder; expected a GeoJSON file");
        if (!File.Exists(path)) throw new ConfigurationException($"{where}: {path}: there is no such file");
        byte[] octets;
        try
        {
            octets = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{where}: {path} cannot be read: {e.Message}");
        }

        var reading = AirspaceGeoJson.Read(octets, Path.GetFileNameWithoutExtension(path));
        if (reading.Errors.Count > 0) throw new ConfigurationException([.. reading.Errors.Select(error => $"{where}: {path}: {error}")]);
        foreach (var note in reading.Notes) notes.Add($"{path}: {note}");
        return reading.Airspaces;
    }
}
