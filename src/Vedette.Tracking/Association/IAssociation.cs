namespace Vedette.Tracking.Association;

/// <summary>Finds the marginal probabilities of a gated graph. Called once a scan and sector, never once a pair.</summary>
public interface IAssociation
{
    void Solve(AssociationGraph graph);
}
