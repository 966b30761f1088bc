using CsCheck;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.RemoteId;

namespace Vedette.Wire.Tests.RemoteId;

public class RemoteIdWritingTests
{
    [Fact]
    public void A_message_read_and_written_again_is_the_same_octets() =>
        RemoteIdGen.Message.Sample(message => Assert.Equal(Convert.ToHexString(message), Convert.ToHexString(RemoteIdGen.Again(message))));

    [Fact]
    public void A_location_written_and_read_again_is_the_same_to_the_last_field() => RemoteIdGen.Location.Sample(location =>
    {
        var octets = new byte[RemoteIdMessages.MessageLength];
        location.Write(octets, 2);
        Assert.Equal(location, LocationVector.Read(octets));
    });

    [Fact]
    public void Whatever_the_octets_what_they_say_survives_being_written() => Gen.Select(Gen.Byte.Array[24], Gen.Int[0, 5]).Sample((octets, type) =>
    {
        byte[] message = [(byte)(type << 4), .. octets];
        var once = RemoteIdGen.Again(message);
        Assert.Equal(Convert.ToHexString(once), Convert.ToHexString(RemoteIdGen.Again(once)));
    });

    [Fact]
    public void A_pack_holds_the_messages_that_were_put_into_it() => Gen.Select(RemoteIdGen.Location, RemoteIdGen.System, Gen.Int[0, 2], Gen.Int[1, 4]).Sample((location, system, version, pairs) =>
    {
        var writer = new RemoteIdPackWriter(new byte[RemoteIdMessages.LongestPack], version);
        for (var i = 0; i < pairs; i++)
        {
            writer.Add(location);
            writer.Add(system);
        }

        writer.AddSelf(new() { Text = "survey"u8 });
        var report = new RemoteIdReport();
        Assert.Equal("", report.Read(writer.Pack));
        Assert.Equal((location, system, version), (report.Location!.Value, report.System!.Value, report.Version));
        Assert.Equal("survey"u8, report.Self);
    });

    [Fact]
    public void What_is_beyond_a_fields_range_is_told_as_its_end()
    {
        var octets = new byte[RemoteIdMessages.MessageLength];
        new LocationVector { SpeedMps = 400, ClimbMps = -90, GeodeticAltitudeM = 90_000, PressureAltitudeM = -2000, SinceHourS = 1e9 }.Write(octets, 2);
        var read = LocationVector.Read(octets);
        Assert.Equal([254.25, -64, 31_767.5, -999.5, 6553.4], [read.SpeedMps, read.ClimbMps, read.GeodeticAltitudeM, read.PressureAltitudeM, read.SinceHourS]);
    }

    [Theory]
    [MemberData(nameof(RemoteIdTests.Captures), MemberType = typeof(RemoteIdTests))]
    public void Every_message_of_the_real_captures_is_written_as_it_was_sent(string capture, string golden)
    {
        _ = golden;
        using var stream = File.OpenRead(SharedData.Path($"remoteid/{capture}"));
        var messages = 0;
        foreach (var piece in RemoteIdRecording.Read(stream, Instant.UnixEpoch))
        {
            if (!RemoteIdPiece.TryOpen(piece.Octets.Span, out var frame)) continue;

            // Some transmitters drop the padding at the end of a pack.
            byte[] octets = [.. frame.Octets, .. new byte[15]];
            var read = RemoteIdMessages.Open(octets, out _);
            for (; read.MoveNext(); messages++) Assert.Equal(Convert.ToHexString(Meant(read.Current)), Convert.ToHexString(RemoteIdGen.Again(read.Current)));
        }

        Assert.True(messages > 0);
    }

    /// <summary>A message without what its reserved bits and the octets behind the end of a text happened to hold.</summary>
    private static byte[] Meant(ReadOnlySpan<byte> message)
    {
        var octets = message.ToArray();
        octets[24] = octets[0] >> 4 == (int)MessageType.Authentication ? octets[24] : (byte)0;
        switch ((MessageType)(octets[0] >> 4))
        {
            case MessageType.Location:
                octets[1] &= 0xF7;
                octets[23] &= 0x0F;
                break;
            case MessageType.BasicId or MessageType.OperatorId or MessageType.SelfId:
                var length = octets[0] >> 4 == (int)MessageType.SelfId ? 23 : 20;
                if (message.Slice(2, length).IndexOf((byte)0) is >= 0 and var end) length = end;
                octets.AsSpan(2 + length).Clear();
                break;
        }

        return octets;
    }
}
