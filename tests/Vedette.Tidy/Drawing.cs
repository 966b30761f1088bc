namespace Vedette.Tidy;

/// <summary>The house as it is drawn: which room may name which. Lower rooms never know upper ones.</summary>
internal static class Drawing
{
    private static readonly string[] Language = ["Kernel", "Air"];

    public static readonly IReadOnlyDictionary<string, string[]> MayName = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Kernel"] = [],
        ["Air"] = ["Kernel"],
        ["Wire"] = [.. Language, "Wire.Generators"],
        ["Wire.Generators"] = [],
        ["Tracking"] = Language,
        ["Assessment"] = Language,
        ["Alerting"] = Language,
        ["Core"] = [.. Language, "Wire", "Tracking", "Assessment", "Alerting"],
        ["Sim"] = [.. Language, "Wire"],
        ["Eval"] = Language,
        ["Edge"] = [.. Language, "Wire", "Tracking", "Assessment", "Alerting", "Core", "Sim", "Eval"],
        ["Server"] = [.. Language, "Core", "Edge"],
        ["Cli"] = [.. Language, "Wire", "Tracking", "Assessment", "Alerting", "Core", "Sim", "Eval", "Edge", "Server"],
    };

    public static readonly string[] PureRooms = ["Kernel", "Air", "Wire", "Tracking", "Assessment", "Alerting", "Core", "Sim", "Eval"];
}

/// <summary>The checkout that these tests read.</summary>
internal static class Checkout
{
    public static readonly string Root = Find();

    /// <summary>Every file that is ours: not built, not installed, not the repository's own folder.</summary>
    public static IEnumerable<string> Files(params string[] extensions) =>
        Walk(Root).Where(f => extensions.Length == 0 || extensions.Contains(Path.GetExtension(f)));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder)) yield return file;
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (Path.GetFileName(child) is ".git" or "artifacts" or "node_modules" or "dist" or "wwwroot" or "bin" or "obj" or "vedette-data") continue;
            foreach (var file in Walk(child)) yield return file;
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Vedette.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Vedette.slnx is in no folder above the tests");
    }
}
