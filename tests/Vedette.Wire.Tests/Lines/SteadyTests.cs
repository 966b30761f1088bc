using System.Text;
using Vedette.Air;
using Vedette.TestSupport;
using Vedette.Wire.Avr;
using Vedette.Wire.Ogn;
using Vedette.Wire.Sbs;
using Vedette.Wire.Uat;

namespace Vedette.Wire.Tests.Lines;

public class SteadyTests
{
    public static TheoryData<string> Lines =>
    [
        "MSG,3,1,1,4CA2AD,1,2026/03/01,12:00:00.500,2026/03/01,12:00:00.600,LOT7AB,15225,194,90,51.2,-0.4,64,2270,0,0,0,0",
        "*8D40621D58C382D690C8AC2863A7;",
        "FLRDDA5BA>OGFLR,qAS,LFMX:/115829h4415.41N/00600.03E'342/049/A=005524 !W12! id0ADDA5BA -454fpm FL055.00 8.8dB gps4x5",
        "-00a66ef135445d525a0c0519119021204800;rs=1;rssi=-20.1;t=1772366400.123;",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Reading_lines_of_aircraft_that_are_known_allocates_nothing(string line)
    {
        IFeedDecoder decoder = line[0] switch
        {
            'M' => new SbsDecoder("feed", new SensorDirectory(), "station"),
            '*' => new AvrDecoder("feed", new SensorDirectory(), "station"),
            'F' => new OgnDecoder("feed", new SensorDirectory(), "station"),
            _ => new UatDecoder("feed", new SensorDirectory(), "station"),
        };
        var octets = Encoding.ASCII.GetBytes(line + "\n");
        var sink = new Sink();
        for (var i = 0; i < 3000; i++) decoder.Decode(octets, Feeding.Now, 1, sink);
        Assert.Equal(0, Allocated.Least(() =>
        {
            for (var i = 0; i < 1000; i++) decoder.Decode(octets, Feeding.Now, 1, sink);
        }));
        Assert.Equal(8000, sink.Records);
    }

    private sealed class Sink : IIntake
    {
        public int Records { get; private set; }

        public void OnPlot(in Plot plot)
        {
        }

        public void OnSensorMessage(in SensorMessage message)
        {
        }

        public void OnRefusal(in Refusal refusal)
        {
        }

        public void OnRecord() => Records++;
    }
}
