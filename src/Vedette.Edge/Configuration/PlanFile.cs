using Vedette.Air;
using Vedette.Wire.Plans;

namespace Vedette.Edge.Configuration;

/// <summary>Reads a table of plans. A file that cannot be read is a problem; a row that cannot is a note, and the others hold.</summary>
internal static class PlanFile
{
    public static IReadOnlyList<KnownTraffic> Read(string path, ICollection<string> problems, ICollection<string> notes)
    {
        try
        {
            var faults = new List<PlanFault>();
            var plans = PlanTable.Read(File.ReadAllText(path), faults);
            foreach (var fault in faults) notes.Add($"{path}, line {fault.Line}{(fault.Column.Length > 0 ? $", {fault.Column}" : "")}: {fault.Reason}");
            return plans;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{path}: {e.Message}");
            return [];
        }
    }
}
