using Vedette.Air;

namespace Vedette.Wire.Tests.RemoteId;

/// <summary>Keeps all that a decoder delivered.</summary>
internal sealed class HeardIntake : IIntake
{
    public List<Plot> All { get; } = [];

    public List<UasClaim> Claims { get; } = [];

    public List<Refusal> Refused { get; } = [];

    public int Records { get; private set; }

    public void OnPlot(in Plot plot) => All.Add(plot);

    public void OnClaim(UasClaim claim) => Claims.Add(claim);

    public void OnSensorMessage(in SensorMessage message)
    {
    }

    public void OnRefusal(in Refusal refusal) => Refused.Add(refusal);

    public void OnRecord() => Records++;
}
