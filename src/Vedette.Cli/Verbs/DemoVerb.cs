using System.CommandLine;
using Vedette.Cli.Hosting;
using Vedette.Edge;
using Vedette.Edge.Configuration;
using Vedette.Edge.Recordings;
using Vedette.Edge.Situation;
using Vedette.Sim;
using Vedette.Sim.Night;

namespace Vedette.Cli.Verbs;

/// <summary>Simulates the night of the mission and watches it, through the same path as live sensors.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var speed = new Option<double>("--speed") { Description = "Seconds of the simulated night per second", HelpName = "N", DefaultValueFactory = _ => 20 };
        var seed = new Option<ulong>("--seed") { Description = "Another seed is another night", HelpName = "N", DefaultValueFactory = _ => 1 };
        var journal = new Option<string?>("--journal") { Description = "Keep the journal here (default: a temporary file, gone at the end)", HelpName = "PATH" };
        var (port, bind, dataOrigin) = (Shared.Port(), Shared.Bind(), Shared.DataOrigin());
        var verb = new Command("demo", "A simulated night over a 530-km border on the map: nothing to install, nothing to configure. Everything in it is an exercise.")
        {
            speed, port, bind, seed, journal, dataOrigin,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(speed), parsed.GetValue(seed), parsed.GetValue(journal), parsed.GetValue(port), parsed.GetValue(bind), parsed.GetValue(dataOrigin), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(double speed, ulong seed, string? journal, int? port, string? bind, string? dataOrigin, CancellationToken cancellation)
    {
        if (!(speed > 0)) throw new ConfigurationException($"--speed {speed}: expected a number above zero");
        var address = Serving.Address(bind);
        var temporary = journal is null ? Directory.CreateTempSubdirectory("vedette-demo-") : null;
        try
        {
            var path = journal ?? Path.Combine(temporary!.FullName, "demo.journal");
            if (File.Exists(path)) throw new ConfigurationException($"{path}: is there already; a demo begins a new journal");
            var recording = new SimulatedRecording(new SimulatedWorld(NightScenario.Create(seed)), "The simulated night", NightScenario.DemoStart);
            using var pace = new PacedTime(speed);
            await using var host = WatchHost.Open(HostMode.Demo, path, "Europe/Warsaw", () => recording.Progress, pace);
            host.Start(SequencerOptions.Recorded());
            Serving.Say($"Simulated night, seed {seed}, at {speed:0.##} times real time. All of it is an exercise.");
            return await Serving.RunAsync(
                host,
                address,
                port ?? WatchConfiguration.DefaultPort,
                dataOrigin,
                stop => Task.Run(() => Playback.PaceAsync(recording.Arrivals(), host.Sequencer, pace, stop), stop),
                cancellation);
        }
        finally
        {
            temporary?.Delete(recursive: true);
        }
    }
}
