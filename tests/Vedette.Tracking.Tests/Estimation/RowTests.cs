using Vedette.Kernel;
using Vedette.Kernel.Matrices;
using Vedette.Tracking.Estimation;

namespace Vedette.Tracking.Tests.Estimation;

public class RowTests
{
    [Fact]
    public void A_row_that_names_its_part_updates_exactly_as_its_gradient_does()
    {
        var random = new SeededRandom(61);
        for (var round = 0; round < 600; round++)
        {
            var part = round % 6;
            var state = Scattered(random);
            var other = state;
            MeasurementRow row = new() { Part = part + 1 };
            row.Gradient[part] = 1;
            var innovation = random.NextDouble(-500, 500);
            Assert.Equal(other.Update(row with { Part = 0 }, innovation, 40), state.Update(row, innovation, 40));
            for (var i = 0; i < 6; i++) Assert.Equal(other.Mean[i], state.Mean[i]);
            for (var k = 0; k < 21; k++) Assert.Equal(other.Covariance[k], state.Covariance[k]);
        }
    }

    private static ModeState Scattered(SeededRandom random)
    {
        ModeState state = default;
        for (var draw = 0; draw < 9; draw++)
        {
            Vector6 v = default;
            for (var i = 0; i < 6; i++) v[i] = random.NextDouble(-300, 300);
            state.Covariance.AddOuter(v, 1);
        }

        for (var i = 0; i < 6; i++) state.Mean[i] = random.NextDouble(-1000, 1000);
        return state;
    }
}
