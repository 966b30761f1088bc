namespace Vedette.Assessment.Integrity;

/// <summary>The figures by which claims are judged. One list, the same for every aircraft and place.</summary>
internal static class IntegrityRules
{
    /// <summary>Error of a compact position and of its time together, m.</summary>
    public const double PlaceToleranceM = 3_000;

    /// <summary>An aircraft may turn out this much faster than it has claimed.</summary>
    public const double SpeedMargin = 1.25;

    /// <summary>Gain of a strong wind that the claimed speed did not have yet, m/s.</summary>
    public const double WindMarginMps = 50;

    /// <summary>What nothing that tells no speed is taken to exceed, m/s: an airliner before the wind.</summary>
    public const double UntoldSpeedMps = 350;

    /// <summary>So many claims must agree before a place is trusted enough that a later one can be called a jump.</summary>
    public const int ClaimsToTrust = 5;

    /// <summary>After this silence nothing is left to compare with, s.</summary>
    public const double ForgetAfterS = 2 * 3600;

    /// <summary>A claim that was doubted must be plausible so long before it is trusted again, s.</summary>
    public const double PlausibleForS = 10;

    /// <summary>A chain of claims without any further fault is believed after this time, though its beginning stays unexplained, s.</summary>
    public const double BelieveUnexplainedAfterS = 600;

    /// <summary>Pressure altitude above which the speeds of <see cref="CruiseSpeedMps"/> and <see cref="StalledSpeedMps"/> are held against each other, m (about FL200).</summary>
    public const double HighAltitudeM = 6_000;

    /// <summary>Only a jet goes so fast over ground, m/s.</summary>
    public const double CruiseSpeedMps = 150;

    /// <summary>No jet stays up so slow over ground at that altitude: 200 kt of stalling speed less 100 kt of headwind, m/s.</summary>
    public const double StalledSpeedMps = 50;

    /// <summary>Speed claimed while the place stands still, m/s.</summary>
    public const double MovingMps = 30;

    public const double FrozenForS = 20;
    public const int FrozenReports = 6;

    /// <summary>A place said before counts as repeated only after this time, s: circling traffic meets its own path sooner or later.</summary>
    public const double ReplayDelayS = 60;

    public const int ReplayedReports = 6;
    public const double ReplaySpanM = 1_000;

    /// <summary>Sensor disagreement: fixed part, m, and part of the range, for an azimuth bias of a degree or so that nobody removed.</summary>
    public const double SensorToleranceM = 1_500;

    public const double SensorToleranceOfRange = 0.025;
    public const int SensorDisagreements = 3;
    public const double SensorClaimAgeS = 6;

    /// <summary>How far off what a radar shows of others a look may be, in spreads of it: honest ones pass three in a row about never.</summary>
    public const double SensorSpreads = 5;

    /// <summary>So little is never held against anyone, m: an antenna is not the middle of an aeroplane, nor a radar's clock perfect.</summary>
    public const double SensorLeastM = 300;

    /// <summary>A turn or change of speed since the claim, m/s²: a third of g.</summary>
    public const double TurnMps2 = 3.3;

    public const double SeenLatelyS = 30;

    /// <summary>The strongest winds aloft, with the error of both speeds, m/s (jet streams reach 100 m/s and a little more).</summary>
    public const double StrongestWindMps = 125;

    public const int AirDataReports = 3;
    public const double AirDataForS = 4;
    public const double AirDataAgeS = 10;

    /// <summary>What DO-260B rules ask for: NACp 8 or more and NIC 7 or more.</summary>
    public const int GoodNacP = 8;

    public const int GoodNic = 7;

    /// <summary>Clearly below it: an estimated error of half a nautical mile or more.</summary>
    public const int BadNacP = 5;

    public const int BadNic = 5;

    public const int AccuracyReports = 4;
    public const double AccuracyForS = 5;

    /// <summary>Aircraft count in a cell for this time, s.</summary>
    public const double CellWindowS = 3600;

    public const int CellResolution = 4;

    /// <summary>Findings that ended stay in the picture for this time, s.</summary>
    public const double KeepEndedS = 6 * 3600;
}
