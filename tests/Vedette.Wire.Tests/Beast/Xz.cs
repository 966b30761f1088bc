using System.Diagnostics;

namespace Vedette.Wire.Tests.Beast;

/// <summary>Reads .xz recordings through the system's xz; the test is skipped where there is none.</summary>
internal static class Xz
{
    public static Stream Open(string path)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo("xz", ["-dc", path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            return process.StandardOutput.BaseStream;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("xz is not installed");
            throw;
        }
    }

    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
