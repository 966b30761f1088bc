using System.Text;
using System.Text.Json;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Tests.Asterix.Catalogue;

public class RegisterLinesTests
{
    [Fact]
    public void Registers_of_a_radar_are_read_beside_its_items()
    {
        var mb = Read("""{"off":0,"cat":48,"items":{"250":[{"MBDATA":"c84e4270a80000","BDS1":4,"BDS2":0},{"MBDATA":"10030a80fd0000","BDS1":0,"BDS2":0}]},"phys":{"250":[{"MBDATA":"c84e4270a80000","BDS1":4,"BDS2":0}]}}""");
        Assert.Equal(2, mb.GetArrayLength());
        Assert.Equal(("4,0", 37_008, "1,0", true), (Text(mb[0], "bds"), mb[0].GetProperty("selectedAltitudeMcpFt").GetDouble(), Text(mb[1], "bds"), mb[1].GetProperty("acasOperational").GetBoolean()));
    }

    [Theory]
    [InlineData("MB")]
    [InlineData("BDSDATA")]
    [InlineData("250")]
    public void Registers_with_their_number_behind_them_are_read_too(string name)
    {
        var mb = Read("""{"off":0,"cat":62,"items":{"380":{"NAME":["c84e4270a8000040","0000000000000060"]}},"phys":{}}""".Replace("NAME", name, StringComparison.Ordinal));
        Assert.Equal(("4,0", "6,0"), (Text(mb[0], "bds"), Text(mb[1], "bds")));
    }

    [Fact]
    public void A_line_without_registers_stays_as_it_is()
    {
        const string line = """{"off":0,"cat":48,"items":{"010":{"SAC":1,"SIC":2}},"phys":{"250":[{"MBDATA":"c84e4270a80000"}]}}""";
        var lines = new Kept();
        new RegisterLines(lines).OnRecord("CAT048", Encoding.UTF8.GetBytes(line));
        Assert.Equal(line, lines.Line);
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static JsonElement Read(string line)
    {
        var lines = new Kept();
        new RegisterLines(lines).OnRecord("CAT048", Encoding.UTF8.GetBytes(line));
        return JsonDocument.Parse(lines.Line).RootElement.GetProperty("mb");
    }

    private sealed class Kept : IRecordLines
    {
        public string Line { get; private set; } = "";

        public void OnRecord(string kind, ReadOnlySpan<byte> line) => Line = Encoding.UTF8.GetString(line);

        public void OnRefusal(string kind, ReadOnlySpan<byte> line) => Line = Encoding.UTF8.GetString(line);
    }
}
