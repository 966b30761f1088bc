namespace Vedette.Sim.Faults;

/// <summary>Something that goes wrong between a sensor and Vedette, for a while. Times in seconds after the start of the scenario.</summary>
/// <param name="Feed">The feed it happens to.</param>
/// <param name="FromS">First second of it.</param>
/// <param name="ToS">First second after it.</param>
public abstract record Fault(string Feed, double FromS, double ToS)
{
    public bool Covers(double timeS) => timeS >= FromS && timeS < ToS;
}

/// <summary>Nothing leaves the sensor.</summary>
public sealed record Outage(string Feed, double FromS, double ToS) : Fault(Feed, FromS, ToS);

/// <summary>Some datagrams arrive twice, as happens on redundant lines.</summary>
/// <param name="Probability">For each datagram.</param>
/// <param name="LagS">How much later the copy arrives, s.</param>
public sealed record DuplicatedDatagrams(string Feed, double FromS, double ToS, double Probability, double LagS = 0.05)
    : Fault(Feed, FromS, ToS);

/// <summary>Some datagrams arrive late, after younger ones.</summary>
/// <param name="Probability">For each datagram.</param>
/// <param name="MeanDelayS">Mean of the exponential delay, s; cut at <see cref="LongestDelayS"/>.</param>
public sealed record LateDatagrams(string Feed, double FromS, double ToS, double Probability, double MeanDelayS)
    : Fault(Feed, FromS, ToS)
{
    public const double LongestDelayS = 30;
}

/// <summary>Some datagrams arrive with octets changed or cut short.</summary>
/// <param name="Probability">For each datagram.</param>
public sealed record CorruptDatagrams(string Feed, double FromS, double ToS, double Probability) : Fault(Feed, FromS, ToS);

/// <summary>
/// Satellite navigation is disturbed around a place: aircraft in it claim wrong positions, and most say that their integrity is gone.
/// </summary>
/// <param name="Centre">Middle of the disturbed area.</param>
/// <param name="RadiusM">Its radius, m.</param>
/// <param name="SigmaM">Spread of the claimed positions, m per axis.</param>
public sealed record GnssInterference(Kernel.Geodesy.Geodetic Centre, double RadiusM, double SigmaM, double FromS, double ToS)
    : Fault("", FromS, ToS);

/// <summary>
/// Satellite navigation is counterfeited around a place: aircraft in it claim, with their best accuracy, to be off where they are, and further every
/// second, as a careful forger does who does not want to be noticed.
/// </summary>
/// <param name="Centre">Middle of the area.</param>
/// <param name="RadiusM">Its radius, m.</param>
/// <param name="EastM">With <paramref name="NorthM"/>: how far off the claims are at once, m.</param>
/// <param name="NorthM">See <paramref name="EastM"/>.</param>
/// <param name="EastMps">With <paramref name="NorthMps"/>: how fast they are led further off, m/s.</param>
/// <param name="NorthMps">See <paramref name="EastMps"/>.</param>
public sealed record GnssSpoofing(
    Kernel.Geodesy.Geodetic Centre, double RadiusM, double EastM, double NorthM, double EastMps, double NorthMps, double FromS, double ToS) : Fault("", FromS, ToS);
