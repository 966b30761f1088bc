using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Integrity;

/// <summary>
/// Watches the accuracy that one aircraft tells of itself. Only the turn from good to bad says something: some honest aircraft
/// report nothing good in all their life.
/// </summary>
internal sealed class AccuracyCheck
{
    private Instant since;
    private int run;
    private bool runIsBad;

    /// <summary>It has been good for a while at some time: its reports mean something.</summary>
    public bool WasGood { get; private set; }

    public bool IsDegraded { get; private set; }

    public void Take(ClaimedIntegrity told, Instant at)
    {
        if (IsGood(told)) Count(isBad: false, at);
        else if (IsBad(told)) Count(isBad: true, at);
        if (run < IntegrityRules.AccuracyReports || at.SecondsSince(since) < IntegrityRules.AccuracyForS) return;
        if (runIsBad) IsDegraded = WasGood;
        else (WasGood, IsDegraded) = (true, false);
    }

    private void Count(bool isBad, Instant at)
    {
        if (run == 0 || isBad != runIsBad) (run, since, runIsBad) = (0, at, isBad);
        run++;
    }

    private static bool IsGood(ClaimedIntegrity told) => told.NacP >= IntegrityRules.GoodNacP && (told.Nic < 0 || told.Nic >= IntegrityRules.GoodNic);

    private static bool IsBad(ClaimedIntegrity told) => told.NacP is >= 0 and <= IntegrityRules.BadNacP || told.Nic is >= 0 and <= IntegrityRules.BadNic;
}
