using Vedette.Air;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>Keeps what a decoder delivers.</summary>
internal sealed class Collected : IIntake
{
    public List<Plot> Plots { get; } = [];

    public List<SensorMessage> Messages { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public int Records { get; private set; }

    public void OnPlot(in Plot plot) => Plots.Add(plot);

    public void OnSensorMessage(in SensorMessage message) => Messages.Add(message);

    public void OnRefusal(in Refusal refusal) => Refusals.Add(refusal);

    public void OnRecord() => Records++;
}
