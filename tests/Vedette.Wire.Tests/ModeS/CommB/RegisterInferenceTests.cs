using System.IO.Compression;
using System.Text.Json;
using CsCheck;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.ModeS;
using Vedette.Wire.ModeS.CommB;
using Vedette.Wire.ModeS.Replies;

namespace Vedette.Wire.Tests.ModeS.CommB;

/// <summary>Against replies on whose register two other decoders agree, and against radars, which know what they asked for (shared/data/README.md).</summary>
public class RegisterInferenceTests
{
    [Fact]
    public void Replies_on_which_two_decoders_agree_are_told_alike()
    {
        var counts = new Tally();
        foreach (var reply in JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("adsb/golden/pyms_df20.bds_consensus.json"))).RootElement.EnumerateObject())
        {
            var message = Convert.FromHexString(reply.Name);
            counts.Add(Register(reply.Value.GetString()!), RegisterInference.Of(MessageField.Of(message), new() { Altitude = SurveillanceReply.Read(message).Altitude }));
        }

        counts.AssertAtLeast(2874, right: 0.995, wrong: 0.005);
    }

    /// <summary>What stands on the ground with its speeds at zero can be read as BDS 5,0 and as 6,0: it is not told then, and so left out here.</summary>
    [Theory]
    [InlineData("cat048_bcn_20230502", 68_000)]
    [InlineData("cat034_048_jahorina", 3_500)]
    public void What_radars_asked_for_is_found_without_being_told(string recording, int least)
    {
        var counts = new Tally();
        foreach (var line in Lines(SharedData.Path($"asterix/golden/{recording}.jsonl.gz")))
        {
            if (!line.Contains("\"250\"", StringComparison.Ordinal)) continue;
            using var record = JsonDocument.Parse(line);
            if (!record.RootElement.TryGetProperty("phys", out var items) || !items.TryGetProperty("250", out var registers) || IsSlow(items)) continue;
            var state = State(items);
            foreach (var register in registers.EnumerateArray())
            {
                var mb = MessageField.OfOctets(Convert.FromHexString(register.GetProperty("MBDATA").GetString()!));
                var asked = (register.GetProperty("BDS1").GetInt32() << 4) | register.GetProperty("BDS2").GetInt32();
                if (mb.Value != 0 && Enum.IsDefined((CommBRegister)asked) && asked != 0) counts.Add((CommBRegister)asked, RegisterInference.Of(mb, state));
            }
        }

        counts.AssertAtLeast(least, right: 0.995, wrong: 0.005);
    }

    [Fact]
    public void Arbitrary_bits_are_hardly_ever_taken_for_a_register()
    {
        var random = new SeededRandom(1);
        var taken = 0;
        for (var i = 0; i < 10_000; i++)
            if (RegisterInference.Of(new(random.NextUInt64() >> 8), new()) != CommBRegister.Unknown) taken++;
        Assert.InRange(taken, 0, 60);
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_bits_and_any_state_have_an_answer() =>
        Gen.Select(Gen.ULong, Gen.Double, Gen.Double, Gen.Double).Sample((bits, altitudeM, speedMps, trackRad) =>
            Enum.IsDefined(RegisterInference.Of(new(bits >> 8), new() { Altitude = new PressureAltitude(altitudeM), GroundSpeedMps = speedMps, TrackRad = trackRad })));

    private static bool IsSlow(JsonElement items) => items.TryGetProperty("200", out var velocity) && velocity.GetProperty("GSP").GetDouble() * 3600 < 30;

    private static FlightState State(JsonElement items) => new()
    {
        Altitude = items.TryGetProperty("090", out var level) ? PressureAltitude.FromFlightLevel(level.GetProperty("FL").GetDouble()) : null,
        GroundSpeedMps = items.TryGetProperty("200", out var speed) ? speed.GetProperty("GSP").GetDouble() * 1852 : double.NaN,
        TrackRad = items.TryGetProperty("200", out var track) ? track.GetProperty("HDG").GetDouble() * Angle.RadiansPerDegree : double.NaN,
    };

    private static CommBRegister Register(string text) => (CommBRegister)(((text[0] - '0') << 4) | (text[2] - '0'));

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    private sealed class Tally
    {
        private int all;
        private int right;
        private int wrong;

        public void Add(CommBRegister asked, CommBRegister told)
        {
            all++;
            if (told == asked) right++;
            else if (told != CommBRegister.Unknown) wrong++;
        }

        public void AssertAtLeast(int count, double right, double wrong)
        {
            Assert.True(all >= count, $"only {all} registers");
            Assert.True(this.right >= right * all, $"{this.right} of {all} right");
            Assert.True(this.wrong <= wrong * all, $"{this.wrong} of {all} wrong");
        }
    }
}
