using System.Buffers;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Sim.Faults;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;
using Vedette.Wire.Beast;
using Vedette.Wire.ModeS;

namespace Vedette.Sim.Senders;

/// <summary>
/// What the ADS-B receivers put on their lines: Mode S frames in Beast framing with the 12-MHz counter, handed on ten times a second.
/// </summary>
internal sealed class BeastSender : ISender
{
    private const int PiecesPerSecond = 10;

    /// <summary>Type code 11: NIC 8, within 0.1 NM. Type code 18: nothing is known of the integrity (DO-260B table 2-14).</summary>
    private const int HealthyTypeCode = 11;
    private const int DisturbedTypeCode = 18;

    private readonly Scenario scenario;
    private readonly IReadOnlyList<FeedLine> lines;
    private readonly double[] latencyS;
    private readonly AdsbModel model;
    private readonly List<Squitter>[] heard;
    private readonly ArrayBufferWriter<byte> frames = new(16 * 1024);

    /// <param name="lines">One for each receiver, in the order of the scenario's stations.</param>
    public BeastSender(Scenario scenario, IReadOnlyList<FeedLine> lines)
    {
        this.scenario = scenario;
        this.lines = lines;
        Station[] receivers = [.. scenario.Stations.Where(s => s.Sensor.Kind == SensorKind.Adsb)];
        Invariant.Holds(receivers.Length == lines.Count, "every receiver has its line");
        latencyS = [.. receivers.Select(r => r.Sensor.Performance.LatencyS)];
        model = new(receivers, scenario.Faults, scenario.Seed);
        heard = [.. receivers.Select(_ => new List<Squitter>())];
    }

    public void Send(Sky sky)
    {
        model.Broadcasts(sky.NowS, sky, heard);
        for (var receiver = 0; receiver < lines.Count; receiver++) SendSecond(receiver, sky.NowS - 1);
    }

    private void SendSecond(int receiver, int second)
    {
        var next = 0;
        var messages = heard[receiver];
        for (var piece = 0; piece < PiecesPerSecond; piece++)
        {
            var endS = second + ((piece + 1.0) / PiecesPerSecond);
            frames.ResetWrittenCount();
            for (; next < messages.Count && messages[next].TimeS < endS; next++) Write(messages[next]);
            if (frames.WrittenCount == 0) continue;
            lines[receiver].Send(endS, endS + latencyS[receiver], ((long)second * PiecesPerSecond) + piece, frames.WrittenSpan.ToArray());
        }
    }

    private void Write(in Squitter squitter)
    {
        Span<byte> message = stackalloc byte[SquitterEncoder.LongOctets];
        var length = Compose(message, squitter);
        var counter = BeastWriter.CounterAt(scenario.Start.AddSeconds(squitter.TimeS), scenario.Start.StartOfDay);
        BeastWriter.Write(frames, message[..length], counter, signal: 128);
    }

    private static int Compose(Span<byte> message, in Squitter squitter)
    {
        var transponder = squitter.Target.Transponder ?? throw new InvalidOperationException("only transponders broadcast");
        var address = new TransponderAddress(transponder.Address);
        var velocity = squitter.State.Velocity;
        switch (squitter.Kind)
        {
            case SquitterKind.Acquisition:
                SquitterEncoder.AllCall(message, address);
                return SquitterEncoder.ShortOctets;
            case SquitterKind.Position:
                SquitterEncoder.AirbornePosition(
                    message, address, squitter.Claimed.LatitudeDeg, squitter.Claimed.LongitudeDeg,
                    Atmosphere.At(squitter.State.Place.HeightM), squitter.Odd,
                    squitter.Disturbed ? DisturbedTypeCode : HealthyTypeCode);
                return SquitterEncoder.LongOctets;
            case SquitterKind.Velocity:
                SquitterEncoder.AirborneVelocity(
                    message, address, velocity.East, velocity.North, velocity.Up, nacV: squitter.Disturbed ? 0 : 2,
                    Atmosphere.HeightAbovePressureM);
                return SquitterEncoder.LongOctets;
            case SquitterKind.Identification:
                SquitterEncoder.Identification(message, address, transponder.Callsign);
                return SquitterEncoder.LongOctets;
            default:
                SquitterEncoder.OperationalStatus(message, address, nacP: squitter.Disturbed ? 0 : 9, sil: 3);
                return SquitterEncoder.LongOctets;
        }
    }
}
