using Vedette.Air;

namespace Vedette.Wire.Tests.Beast;

/// <summary>Keeps everything a decoder delivers.</summary>
internal sealed class Intake : IIntake
{
    public List<Plot> Plots { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public int Records { get; private set; }

    public void OnPlot(in Plot plot) => Plots.Add(plot);

    public void OnSensorMessage(in SensorMessage message) => Assert.Fail("a receiver does not speak of itself in Beast");

    public void OnRefusal(in Refusal refusal) => Refusals.Add(refusal);

    public void OnRecord() => Records++;
}
