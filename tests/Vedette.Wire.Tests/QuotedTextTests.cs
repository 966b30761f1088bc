using System.Text;
using System.Text.Json;

namespace Vedette.Wire.Tests;

/// <summary>Text that a station sent comes out as JSON, whatever it sent, in no more room than is asked for it.</summary>
public sealed class QuotedTextTests
{
    /// <summary>An escaped control character.</summary>
    private const int LongestCharacter = 6;

    private static readonly byte[] Octets = [.. Enumerable.Range(0, 256).Select(octet => (byte)octet)];

    [Fact]
    public void Every_octet_reads_back_as_its_character_or_as_a_dot()
    {
        foreach (var octet in Octets) Assert.Equal(Expected(octet), Read(LongestCharacter, text => QuotedText.Ascii(text, [octet])));
    }

    [Fact]
    public void Octets_in_a_number_read_as_octets_in_a_row()
    {
        foreach (var octet in Octets) Assert.Equal("A" + Expected(octet), Read(1 + LongestCharacter, text => QuotedText.Ascii(text, (0x41UL << 8) | octet, 16)));
    }

    [Fact]
    public void Characters_of_six_bits_are_those_of_Annex_10()
    {
        const string Alphabet = "\0ABCDEFGHIJKLMNOPQRSTUVWXYZ····· ···············0123456789······";
        for (var code = 0; code < Alphabet.Length; code++)
            Assert.Equal($"Z{Alphabet[code]}", Read(1 + LongestCharacter, text => QuotedText.SixBit(text, (26UL << 6) | (uint)code, 12)));
    }

    [Theory]
    [InlineData(0x0000UL, "0000")]
    [InlineData(0x0FFFUL, "7777")]
    [InlineData(0x0E80UL, "7200")]
    public void Replies_of_mode_A_keep_their_zeros(ulong code, string expected) => Assert.Equal(expected, Read(4, text => QuotedText.Octal(text, code, 12)));

    [Fact]
    public void Octets_in_hexadecimal_keep_their_zeros() => Assert.Equal("00ff0a", Read(6, text => QuotedText.Hex(text, [0x00, 0xFF, 0x0A])));

    private static string Expected(byte octet) => octet < 0x80 ? ((char)octet).ToString() : "·";

    /// <param name="most">Octets between the quotes.</param>
    private static string? Read(int most, Func<byte[], int> write)
    {
        var text = new byte[most + 2];
        return JsonSerializer.Deserialize<string>(Encoding.UTF8.GetString(text, 0, write(text)));
    }
}
