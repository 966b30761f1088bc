using System.Buffers;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Beast;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Tests.Beast;

/// <summary>The Beast octets of one aircraft that speaks once a second, as a receiver switched on at a given time frames them.</summary>
internal sealed class FlightOctets(TransponderAddress address, Instant receiverStart)
{
    private readonly ArrayBufferWriter<byte> octets = new();
    private readonly byte[] message = new byte[14];
    private Instant now = receiverStart.AddSeconds(1);
    private bool odd, moved;

    public byte[] Octets => octets.WrittenSpan.ToArray();

    public FlightOctets Identify(string callsign, Mode3A code)
    {
        SquitterEncoder.AllCall(message, address);
        BeastWriter.Write(octets, message.AsSpan(0, 7), BeastWriter.CounterAt(now, receiverStart), 120);
        SquitterEncoder.Identification(message, address, Callsign.From(callsign));
        Frame();
        SquitterEncoder.Emergency(message, address, code);
        Frame();
        SquitterEncoder.OperationalStatus(message, address, nacP: 9, sil: 3);
        Frame();
        return this;
    }

    /// <summary>Velocity and one half of a position; the first call sends both halves, so that it can be placed.</summary>
    public FlightOctets Move(double latitudeDeg, double longitudeDeg, PressureAltitude? altitude, double eastMps, double northMps, double climbMps)
    {
        SquitterEncoder.AirborneVelocity(message, address, eastMps, northMps, climbMps);
        Frame();
        if (!moved) Position(latitudeDeg, longitudeDeg, altitude);
        moved = true;
        Position(latitudeDeg, longitudeDeg, altitude);
        now = now.AddSeconds(1);
        return this;
    }

    private void Position(double latitudeDeg, double longitudeDeg, PressureAltitude? altitude)
    {
        SquitterEncoder.AirbornePosition(message, address, latitudeDeg, longitudeDeg, altitude, odd);
        odd = !odd;
        Frame();
    }

    private void Frame() => BeastWriter.Write(octets, message, BeastWriter.CounterAt(now, receiverStart), 120);
}
