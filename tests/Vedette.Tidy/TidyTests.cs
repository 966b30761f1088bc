using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Vedette.Tidy;

public sealed partial class TidyTests
{
    private const int LongFile = 500;

    [Fact]
    public void Every_room_is_in_the_drawing_and_every_drawn_room_stands() =>
        Assert.Equal(
            Drawing.MayName.Keys.Order(StringComparer.Ordinal),
            Directory.GetDirectories(Path.Combine(Checkout.Root, "src")).Select(d => Path.GetFileName(d)["Vedette.".Length..]).Order(StringComparer.Ordinal));

    [Fact]
    public void References_point_down_as_drawn()
    {
        foreach (var (room, allowed) in Drawing.MayName)
            Assert.Empty(References(room).Except(allowed).Select(r => $"{room} must not name {r}"));
    }

    [Fact]
    public void Siblings_do_not_know_each_other()
    {
        string[] siblings = ["Wire", "Tracking", "Assessment", "Alerting"];
        foreach (var room in siblings) Assert.Empty(References(room).Intersect(siblings));
    }

    [Fact]
    public void The_banned_symbols_guard_every_pure_room()
    {
        var props = File.ReadAllText(Path.Combine(Checkout.Root, "Directory.Build.props"));
        var guarded = GuardedRooms().Match(props).Groups[1].Value.Split('|');
        Assert.Equal(Drawing.PureRooms.Order(StringComparer.Ordinal), guarded.Order(StringComparer.Ordinal));
        foreach (var file in Checkout.Files(".cs").Where(f => Drawing.PureRooms.Any(r => Checkout.Relative(f).StartsWith($"src/Vedette.{r}/", StringComparison.Ordinal))))
            Assert.False(File.ReadAllText(file).Contains("#pragma warning disable RS0030", StringComparison.Ordinal), $"{Checkout.Relative(file)} switches the guard off");
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        foreach (var file in Checkout.Files(".cs").Where(f => Checkout.Relative(f).StartsWith("src/", StringComparison.Ordinal)))
        {
            var match = NamespaceLine().Match(File.ReadAllText(file));
            if (!match.Success) continue;
            var expected = Path.GetDirectoryName(Checkout.Relative(file)["src/".Length..])!.Replace('/', '.').Replace('\\', '.');
            Assert.True(string.Equals(expected, match.Groups[1].Value, StringComparison.Ordinal), $"{Checkout.Relative(file)} is in namespace {match.Groups[1].Value}");
        }
    }

    [Fact]
    public void A_file_of_more_than_500_lines_says_why_at_its_top()
    {
        foreach (var file in Checkout.Files(".cs", ".ts", ".css"))
        {
            var lines = File.ReadAllLines(file);
            if (lines.Length <= LongFile) continue;
            Assert.True(lines.Take(12).Any(l => l.Contains("Long because", StringComparison.Ordinal)),
                $"{Checkout.Relative(file)} has {lines.Length} lines; say \"Long because ...\" at its top or split it");
        }
    }

    [Fact]
    public void Nothing_is_left_for_later_in_the_code()
    {
        foreach (var file in Checkout.Files(".cs", ".ts", ".sh"))
        {
            if (Path.GetFileName(file) == "TidyTests.cs") continue;
            var match = LeftOver().Match(File.ReadAllText(file));
            Assert.False(match.Success, $"{Checkout.Relative(file)} holds \"{match.Value}\"");
        }
    }

    [Fact]
    public void No_registry_is_named_anywhere()
    {
        Assert.DoesNotContain(Checkout.Files(), f => Path.GetFileName(f).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));
        foreach (var file in Checkout.Files(".json", ".props", ".csproj", ".yml", ".yaml", ".npmrc").Where(f => new FileInfo(f).Length < 4_000_000))
            Assert.False(RegistryAddress().IsMatch(File.ReadAllText(file)), $"{Checkout.Relative(file)} names a package registry");
    }

    [Fact]
    public void Every_package_version_is_in_the_central_list()
    {
        foreach (var file in Checkout.Files(".csproj"))
            Assert.False(InlineVersion().IsMatch(File.ReadAllText(file)), $"{Checkout.Relative(file)} gives a package version of its own");
    }

    [Fact]
    public void Every_document_that_the_readme_links_to_is_there()
    {
        foreach (var file in Checkout.Files(".md").Where(f => !Checkout.Relative(f).Contains("node_modules", StringComparison.Ordinal)))
            foreach (Match link in RelativeLink().Matches(File.ReadAllText(file)))
            {
                var target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value.Split('#')[0]);
                Assert.True(File.Exists(target) || Directory.Exists(target), $"{Checkout.Relative(file)} links to {link.Groups[1].Value}, which is not there");
            }
    }

    private static IEnumerable<string> References(string room) =>
        XDocument.Load(Path.Combine(Checkout.Root, "src", $"Vedette.{room}", $"Vedette.{room}.csproj"))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))["Vedette.".Length..]);

    [GeneratedRegex(@"\^Vedette\\\.\(([A-Za-z|]+)\)\$")]
    private static partial Regex GuardedRooms();

    [GeneratedRegex(@"^namespace ([A-Za-z0-9.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK|NotImplementedException)\b")]
    private static partial Regex LeftOver();

    [GeneratedRegex(@"https?://[^""'\s]*(registry|nuget|npmjs)[^""'\s]*", RegexOptions.IgnoreCase)]
    private static partial Regex RegistryAddress();

    [GeneratedRegex(@"<PackageReference[^>]*Version=")]
    private static partial Regex InlineVersion();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)\s]+)\)")]
    private static partial Regex RelativeLink();
}
