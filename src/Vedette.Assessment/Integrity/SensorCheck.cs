using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Integrity;

/// <summary>Counts how what radars and multilateration see of an address fits what it claims.</summary>
internal sealed class SensorCheck
{
    private int disagreements, agreements;
    private Geodetic seen;
    private Instant lastAgreed, lastSeen = Instant.MinValue;

    public bool IsContradicted { get; private set; }

    /// <summary>Where a sensor saw it lately: it is there, whatever it claims. Null where none did.</summary>
    public Geodetic? SeenAt(Instant at) => at.SecondsSince(lastSeen) < IntegrityRules.SeenLatelyS ? seen : null;

    /// <summary>Sees it where it claims to be: three looks in a row, the last one lately, since <see cref="Begin"/>.</summary>
    public bool IsConfirmed(Instant at) => agreements >= IntegrityRules.SensorDisagreements && at.SecondsSince(lastAgreed) < IntegrityRules.SeenLatelyS;

    /// <summary>A doubt begins: what was seen before says nothing of the claims since.</summary>
    public void Begin() => agreements = 0;

    public void Take(Geodetic place, bool agrees, Instant at)
    {
        (seen, lastSeen) = (place, at);
        if (agrees) Agree(at);
        else Disagree();
    }

    private void Agree(Instant at)
    {
        (disagreements, lastAgreed) = (0, at);
        if (++agreements >= IntegrityRules.SensorDisagreements) IsContradicted = false;
    }

    private void Disagree()
    {
        agreements = 0;
        if (++disagreements >= IntegrityRules.SensorDisagreements) IsContradicted = true;
    }
}
