using Vedette.Air;
using Vedette.Assessment.Integrity;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Tests.Integrity;

/// <summary>An aircraft that flies and tells of it, once a second, to a watch on claims.</summary>
internal sealed class FlownAircraft(IntegrityWatch watch, int address = 0x4BAAC6)
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 14, 2);
    public static readonly ClaimedIntegrity GoodAccuracy = new(2, 8, 9, 2, 3);
    public static readonly ClaimedIntegrity BadAccuracy = new(2, 0, 0, 0, 0);

    private long entry;

    public Geodetic Place { get; set; } = Geodetic.FromDegrees(50, 22, 11_500);

    public Instant Now { get; set; } = Start;

    /// <summary>Journal entry of the newest report.</summary>
    public long Entry => entry;

    public double SpeedMps { get; set; } = 230;

    public double TrackRad { get; set; }

    public double AltitudeM { get; set; } = 11_500;

    public ClaimedIntegrity Accuracy { get; set; } = GoodAccuracy;

    /// <summary>What its radar replies tell of its speed through the air, m/s; NaN = nothing.</summary>
    public double AirspeedMps { get; set; } = double.NaN;

    /// <summary>Flies on for a second.</summary>
    public void Move(double seconds = 1)
    {
        Place = Geodesic.Direct(Place, TrackRad, SpeedMps * seconds) with { HeightM = AltitudeM };
        Now = Now.AddSeconds(seconds);
    }

    /// <summary>Claims to be somewhere.</summary>
    /// <returns>Whether it is believed.</returns>
    public bool Claim(Geodetic? where = null, double? speedMps = null) => watch.Trust(new Plot
    {
        Sensor = new(0), Kind = PlotKind.Cooperative, TimeOfApplicability = Now, ReceivedAt = Now, Entry = ++entry, Address = new(address),
        Position = where ?? Place, Altitude = new PressureAltitude(AltitudeM), Integrity = Accuracy,
        VelocityEastMps = (speedMps ?? SpeedMps) * Math.Sin(TrackRad), VelocityNorthMps = (speedMps ?? SpeedMps) * Math.Cos(TrackRad),
    });

    /// <summary>Flies and tells the truth.</summary>
    /// <returns>How many claims were not believed.</returns>
    public int Fly(int seconds)
    {
        var doubted = 0;
        for (var i = 0; i < seconds; i++)
        {
            Move();
            if (!Claim()) doubted++;
        }

        return doubted;
    }

    /// <summary>A radar sees it at a place, or where it is.</summary>
    public void SeenBy(Sensor radar, Geodetic? where = null)
    {
        var look = new EnuFrame(radar.Position!.Value).Look((where ?? Place).ToEcef());
        watch.Trust(new Plot
        {
            Sensor = radar.Id, Kind = PlotKind.Secondary, TimeOfApplicability = Now, ReceivedAt = Now, Entry = ++entry, Address = new(address),
            RangeM = look.RangeM, AzimuthRad = look.AzimuthRad, Altitude = new PressureAltitude(AltitudeM), Air = new((float)AirspeedMps),
        });
    }
}
