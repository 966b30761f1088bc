using System.Globalization;
using System.Reflection;
using Vedette.Alerting.Evidence;

namespace Vedette.Alerting.Tests;

/// <summary>docs/alerts.md, held against the code.</summary>
public sealed class Documentation
{
    internal static string[] Lines()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Vedette.slnx"))) return File.ReadAllLines(Path.Combine(folder.FullName, "docs", "alerts.md"));
        throw new DirectoryNotFoundException("the root of the checkout");
    }

    [Fact]
    public void The_documentation_shows_every_policy_value_as_it_is()
    {
        var policy = new AlertPolicy();
        var expected = typeof(AlertPolicy).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite)
            .Select(p => $"| `{p.Name}` | {Shown(p.GetValue(policy)!)} |");
        var documented = Lines().SkipWhile(l => !l.StartsWith("| value |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))
            .Select(l => string.Join('|', l.Split('|')[..3]) + "|");
        Assert.Equal(expected.Order(), documented.Order());
    }

    private static string Shown(object value) => value is GateRule rule
        ? $"up at {rule.RaiseAt} for {rule.RaiseDwellS} s and {rule.RaisePlots} plots; down below {rule.LowerBelow} for {rule.LowerDwellS} s"
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
