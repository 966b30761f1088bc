using System.Globalization;
using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.Plans;

/// <summary>A row of a plan table that was not taken, or not whole: its line from 1, the column, and why.</summary>
public sealed record PlanFault(int Line, string Column, string Reason);

/// <summary>
/// Reads a table of flight plans or known traffic: comma-separated text whose first line names the columns, in any order, out of address (six hexadecimal
/// digits), callsign, identity, name, from and until (ISO 8601, UTC where no offset is given). One odd row is left out and named; the others hold.
/// </summary>
public static class PlanTable
{
    /// <summary>A callsign has at most eight characters; a serial number of Remote ID (ANSI/CTA-2063-A) twenty.</summary>
    private const int LongestName = 20;

    private const int LargestAddress = 0xFFFFFF;
    private static readonly string[] Known = ["address", "callsign", "identity", "name", "from", "until"];

    public static IReadOnlyList<KnownTraffic> Read(string text, ICollection<PlanFault> faults)
    {
        var lines = text.Split('\n');
        var columns = lines[0].Trim('\uFEFF', '\r', ' ').Split(',').Select(c => c.Trim().ToLowerInvariant()).ToArray();
        foreach (var column in columns)
            if (!Known.Contains(column, StringComparer.Ordinal)) faults.Add(new(1, column, "is not a column of plans and is not read"));
        var plans = new List<KnownTraffic>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            if (new Row(i + 1, columns, lines[i].Split(','), faults).Plan() is { } plan) plans.Add(plan);
        }

        return plans;
    }

    /// <summary>One line by its columns; the first fault rules it out.</summary>
    private sealed class Row(int line, string[] columns, string[] cells, ICollection<PlanFault> faults)
    {
        private bool faulty;

        public KnownTraffic? Plan()
        {
            if (cells.Length != columns.Length) Refuse("", $"has {cells.Length} cells where {columns.Length} columns are named");
            var (address, callsign) = (Address(), Callsign());
            if (!faulty && address is null && callsign is null) Refuse("callsign", "neither address nor callsign is given");
            var identity = Identity();
            var (from, until) = (Time("from"), Time("until"));
            if (from > until) Refuse("until", "ends before it begins");
            return faulty ? null : new() { Address = address, Callsign = callsign, Identity = identity, Name = Cell("name"), From = from, Until = until };
        }

        private int? Address()
        {
            if (Cell("address") is not { Length: > 0 } text) return null;
            if (int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var address) && address is > 0 and <= LargestAddress) return address;
            Refuse("address", $"\"{text}\" is not six hexadecimal digits");
            return null;
        }

        private string? Callsign()
        {
            if (Cell("callsign") is not { Length: > 0 } text) return null;
            if (text.Length > LongestName) Refuse("callsign", $"\"{text}\" is longer than {LongestName} characters");
            return text.ToUpperInvariant();
        }

        /// <summary>A plan tells who flies, not that they are friends: neutral unless it says more.</summary>
        private Identity Identity()
        {
            if (Cell("identity") is not { Length: > 0 } text) return Air.Identity.Neutral;
            if (text.Equals("friend", StringComparison.OrdinalIgnoreCase)) return Air.Identity.Friend;
            if (text.Equals("assumedFriend", StringComparison.OrdinalIgnoreCase)) return Air.Identity.AssumedFriend;
            if (!text.Equals("neutral", StringComparison.OrdinalIgnoreCase)) Refuse("identity", $"\"{text}\" is not friend, assumedFriend or neutral");
            return Air.Identity.Neutral;
        }

        private Instant? Time(string column)
        {
            if (Cell(column) is not { Length: > 0 } text) return null;
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return new(time.UtcTicks);
            Refuse(column, $"\"{text}\" is not a time");
            return null;
        }

        private string Cell(string column)
        {
            var at = Array.IndexOf(columns, column);
            return at >= 0 && at < cells.Length ? cells[at].Trim() : "";
        }

        private void Refuse(string column, string reason)
        {
            faulty = true;
            faults.Add(new(line, column, reason));
        }
    }
}
