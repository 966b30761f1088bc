namespace Vedette.Tracking.Association;

/// <summary>
/// One scan's tracks, plots and the gated pairs between them, with the weight of each pair and the resulting marginal probabilities.
/// Weights are relative: of a pair to the plot being false or new, of a miss to the track being seen.
/// </summary>
public sealed class AssociationGraph
{
    /// <summary>A gated pair.</summary>
    public struct Pair
    {
        /// <summary>Row: index of the track in this graph.</summary>
        public int Row;

        /// <summary>Column: index of the plot in this graph.</summary>
        public int Column;

        /// <summary>Existence x detection x likelihood / background density.</summary>
        public double Weight;

        /// <summary>Marginal probability that the plot is the track's.</summary>
        public double Probability;

        /// <summary>Which hypothesis it stands for; the caller's.</summary>
        public int Payload;
    }

    private readonly List<double> missWeight = [];
    private readonly List<double> missProbability = [];
    private readonly List<double> newProbability = [];

    public List<Pair> Pairs { get; } = [];

    public int Rows => missWeight.Count;

    public int Columns => newProbability.Count;

    public void Clear()
    {
        missWeight.Clear();
        missProbability.Clear();
        newProbability.Clear();
        Pairs.Clear();
    }

    /// <summary>Adds a track; <paramref name="weightOfMiss"/> is the probability that it causes no plot.</summary>
    public int AddRow(double weightOfMiss)
    {
        missWeight.Add(weightOfMiss);
        missProbability.Add(1);
        return missWeight.Count - 1;
    }

    public int AddColumn()
    {
        newProbability.Add(1);
        return newProbability.Count - 1;
    }

    public double MissWeight(int row) => missWeight[row];

    /// <summary>Probability that the track causes none of the plots.</summary>
    public double MissProbability(int row) => missProbability[row];

    /// <summary>Probability that the plot is no track's.</summary>
    public double NewProbability(int column) => newProbability[column];

    internal void SetMiss(int row, double probability) => missProbability[row] = probability;

    internal void SetNew(int column, double probability) => newProbability[column] = probability;
}
