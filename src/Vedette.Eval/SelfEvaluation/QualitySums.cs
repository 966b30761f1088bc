using Vedette.Air;

namespace Vedette.Eval.SelfEvaluation;

/// <summary>What was counted of one area, in one epoch or many: everything adds up.</summary>
internal struct QualitySums
{
    public int Epochs;
    public int Objects;
    public int Matched;
    public int False;
    public int Served;
    public int OnObject;
    public int Shown;
    public int Spurious;
    public int NumberChanges;
    public double GospaSum;
    public double LocalisationM2;
    public double VelocitySquares;
    public double ReferenceM2;

    private const double CutoffM2 = Gospa.UsualCutoffM * Gospa.UsualCutoffM;

    private readonly double TotalM2 => LocalisationM2 + (CutoffM2 / 2 * (Objects - Matched + False));

    /// <summary>A pair of a track and an object.</summary>
    /// <param name="distanceM2">Between the track and the reference, squared.</param>
    /// <param name="speedM2">The same for velocity, m²/s².</param>
    public void Match(double distanceM2, double speedM2, in PlanarState reference)
    {
        Matched++;
        // The error of what was known then is orthogonal to what is still unknown of the reference, so that their squares add up.
        LocalisationM2 += Math.Min(distanceM2 + reference.PlaceVarianceM2, CutoffM2);
        ReferenceM2 += reference.PlaceVarianceM2;
        VelocitySquares += speedM2 + reference.VelocityVariance;
    }

    /// <summary>The epoch has been counted.</summary>
    public void Close()
    {
        Epochs = 1;
        GospaSum = Math.Sqrt(TotalM2);
    }

    public void Add(in QualitySums other)
    {
        Epochs += other.Epochs;
        Objects += other.Objects;
        Matched += other.Matched;
        False += other.False;
        Served += other.Served;
        OnObject += other.OnObject;
        Shown += other.Shown;
        Spurious += other.Spurious;
        NumberChanges += other.NumberChanges;
        GospaSum += other.GospaSum;
        LocalisationM2 += other.LocalisationM2;
        VelocitySquares += other.VelocitySquares;
        ReferenceM2 += other.ReferenceM2;
    }

    /// <param name="epochS">Time that one epoch stands for.</param>
    public readonly AreaQuality Figures(string name, EvaluatedAreaKind kind, double epochS) => new(
        name, kind, Epochs,
        Objects: Share(Objects, Epochs),
        GospaM: Share(GospaSum, Epochs),
        GospaPerObjectM: Math.Sqrt(Share(TotalM2, Objects)),
        Missed: Share(Objects - Matched, Epochs),
        False: Share(False, Epochs),
        Completeness: Share(Matched, Objects),
        Ambiguity: Share(OnObject, Served),
        Spuriousness: Share(Spurious, Shown),
        PositionRmsM: Math.Sqrt(Share(LocalisationM2, Matched)),
        VelocityRmsMps: Math.Sqrt(Share(VelocitySquares, Matched)),
        ReferenceRmsM: Math.Sqrt(Share(ReferenceM2, Matched)),
        NumberChanges,
        NumberChangesPerHour: Share(NumberChanges, Matched * epochS / 3600));

    private static double Share(double part, double whole) => whole == 0 ? double.NaN : part / whole;
}
