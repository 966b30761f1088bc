namespace Vedette.TestSupport;

/// <summary>
/// Finds the real recordings that tests may read but the project never holds: $VEDETTE_DATA, or shared/data beside the checkout.
/// </summary>
internal static class SharedData
{
    /// <summary>The full path of a file or folder there; the running test is skipped, and says so, where it is absent.</summary>
    public static string Path(string relative)
    {
        var path = Root is null ? null : System.IO.Path.Combine(Root, relative);
        Assert.SkipWhen(path is null || (!File.Exists(path) && !Directory.Exists(path)),
            $"real recording {relative} is not on this machine (set VEDETTE_DATA to the folder that holds it)");
        return path!;
    }

    private static readonly string? Root = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("VEDETTE_DATA") is { Length: > 0 } told) return told;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "Vedette.slnx"))) continue;
            var beside = System.IO.Path.Combine(folder.FullName, "..", "shared", "data");
            return Directory.Exists(beside) ? System.IO.Path.GetFullPath(beside) : null;
        }

        return null;
    }
}
