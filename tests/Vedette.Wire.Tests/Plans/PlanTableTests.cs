using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Plans;

namespace Vedette.Wire.Tests.Plans;

public class PlanTableTests
{
    private readonly List<PlanFault> faults = [];

    [Fact]
    public void Columns_stand_in_any_order_and_what_is_not_given_is_left_open()
    {
        var plans = PlanTable.Read("callsign,address,from,until,name,identity\r\nlot123,48a1b2,2026-01-17T20:00Z,2026-01-17T23:30+01:00,to Rzeszow,\r\nRESCUE1,,,,,friend\r\n", faults);
        Assert.Empty(faults);
        Assert.Equal(
            [
                new()
                {
                    Callsign = "LOT123", Address = 0x48A1B2, From = Instant.FromUtc(2026, 1, 17, 20), Until = Instant.FromUtc(2026, 1, 17, 22, 30), Name = "to Rzeszow", Identity = Identity.Neutral,
                },
                new KnownTraffic { Callsign = "RESCUE1", Identity = Identity.Friend },
            ],
            plans);
    }

    [Theory]
    [InlineData("XYZ,LOT1,,,,", "address")]
    [InlineData(",LOT123456789012345678,,,,", "callsign")]
    [InlineData(",,,,,", "callsign")]
    [InlineData(",LOT1,hostile,,,", "identity")]
    [InlineData(",LOT1,,,soon,", "from")]
    [InlineData(",LOT1,,,2026-01-17,2026-01-16", "until")]
    [InlineData(",LOT1,", "")]
    public void One_odd_row_is_named_and_the_others_hold(string row, string column)
    {
        var plans = PlanTable.Read($"address,callsign,identity,name,from,until\n{row}\n,GOOD1,,,,\n", faults);
        Assert.Equal("GOOD1", Assert.Single(plans).Callsign);
        Assert.Equal((2, column), (Assert.Single(faults).Line, faults[0].Column));
    }

    [Fact]
    public void A_column_that_plans_do_not_have_is_named()
    {
        Assert.Single(PlanTable.Read("callsign,route\nLOT1,N869\n", faults));
        Assert.Equal("route", Assert.Single(faults).Column);
    }

    [Fact]
    public void No_text_throws_and_every_row_is_a_plan_or_a_fault() => Gen.String[Gen.Char["adresclnitymfgu0189AF,:\n\r -T\"Z\uFEFF"], 0, 200].Sample(tail =>
    {
        var named = new List<PlanFault>();
        var text = "address,callsign,identity,name,from,until\n" + tail;
        var plans = PlanTable.Read(text, named);
        var rows = text.Split('\n').Skip(1).Count(l => !string.IsNullOrWhiteSpace(l));
        Assert.Equal(rows, plans.Count + named.Select(f => f.Line).Distinct().Count());
        PlanTable.Read(tail, named);
    });
}
