using System.CommandLine;

namespace Vedette.Cli.Verbs;

/// <summary>Every verb of the command line, one file each.</summary>
internal static class All
{
    public static IEnumerable<Command> Create() =>
    [
        DemoVerb.Create(),
        RunVerb.Create(),
        ReplayVerb.Create(),
        TrackVerb.Create(),
        EvaluateVerb.Create(),
        VerifyVerb.Create(),
        DecodeVerb.Create(),
        AsterixVerb.Create(),
    ];
}
