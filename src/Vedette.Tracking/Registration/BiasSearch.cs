namespace Vedette.Tracking.Registration;

/// <summary>
/// Finds a first value for the range and azimuth bias of a radar whose plots name nobody: every pair of a plot and a target of well-known
/// place near it votes for the offset between them. Chance pairs scatter; the true ones pile up in one cell.
/// </summary>
public sealed class BiasSearch
{
    private const int RangeCells = 21;
    private const int AzimuthCells = 31;
    private const double RangeStepM = 100;
    private const double AzimuthStepRad = 0.1 * Kernel.Angle.RadiansPerDegree;
    private const double EnoughVotes = 25;

    /// <summary>After so many votes without a result there is nothing to find.</summary>
    private const double HopelessVotes = 700;

    private readonly float[] votes = new float[RangeCells * AzimuthCells];
    private double total;

    /// <summary>The radar may yet turn out to be misaligned by as much as is searched.</summary>
    public bool Open => total < HopelessVotes;

    /// <summary>Forgets every vote.</summary>
    public void Clear()
    {
        Array.Clear(votes);
        total = 0;
    }

    /// <summary>Takes one vote; offsets are measured minus expected.</summary>
    /// <returns>False where the offset is larger than is searched.</returns>
    public bool Vote(double rangeM, double azimuthRad)
    {
        var r = (int)Math.Round(rangeM / RangeStepM) + (RangeCells / 2);
        var a = (int)Math.Round(azimuthRad / AzimuthStepRad) + (AzimuthCells / 2);
        if (r < 1 || a < 1 || r >= RangeCells - 1 || a >= AzimuthCells - 1) return false;
        total++;
        for (var dr = -1; dr <= 1; dr++)
            for (var da = -1; da <= 1; da++)
                votes[((r + dr) * AzimuthCells) + a + da] += dr == 0 && da == 0 ? 1f : 0.5f;
        return true;
    }

    /// <summary>True once one offset stands out; it is good to a cell.</summary>
    public bool TryFind(out double rangeM, out double azimuthRad)
    {
        rangeM = azimuthRad = 0;
        var best = 0;
        for (var i = 1; i < votes.Length; i++)
            if (votes[i] > votes[best]) best = i;
        // Chance spreads its votes (each worth five over its neighbours) evenly over the cells.
        var chance = 5 * total / votes.Length;
        if (votes[best] < EnoughVotes || votes[best] < 6 * chance) return false;
        rangeM = ((best / AzimuthCells) - (RangeCells / 2)) * RangeStepM;
        azimuthRad = ((best % AzimuthCells) - (AzimuthCells / 2)) * AzimuthStepRad;
        return true;
    }
}
