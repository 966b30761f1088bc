namespace Vedette.Kernel.Geodesy.HexGrid;

/// <summary>A hexagon on the plane of a face by three axes 120 degrees apart; none is negative and one at least is 0.</summary>
internal readonly record struct HexCoordinates(int I, int J, int K)
{
    /// <summary>Number of this hexagon among the seven around the origin: 4 for i, 2 for j, 1 for k.</summary>
    public int Digit => (4 * I) + (2 * J) + K;

    public static HexCoordinates Normal(int i, int j, int k)
    {
        var least = Math.Min(i, Math.Min(j, k));
        return new(i - least, j - least, k - least);
    }

    public static HexCoordinates operator -(HexCoordinates a, HexCoordinates b) => Normal(a.I - b.I, a.J - b.J, a.K - b.K);

    /// <summary>The hexagon of the next coarser grid, which has a seventh of the cells.</summary>
    /// <param name="odd">This grid is of an odd resolution.</param>
    public HexCoordinates Parent(bool odd)
    {
        int i = I - K, j = J - K;
        return odd ? Normal(Seventh((3 * i) - j), Seventh(i + (2 * j)), 0) : Normal(Seventh((2 * i) + j), Seventh((3 * j) - i), 0);
    }

    /// <summary>The hexagon of the next finer grid that lies in the middle of this one.</summary>
    /// <param name="odd">The finer grid is of an odd resolution.</param>
    public HexCoordinates Centre(bool odd) => odd
        ? Normal((3 * I) + J, (3 * J) + K, I + (3 * K))
        : Normal((3 * I) + K, I + (3 * J), J + (3 * K));

    private static int Seventh(int value) => (int)Math.Round(value / 7.0, MidpointRounding.AwayFromZero);
}
