using System.Globalization;
using System.Text;
using CsCheck;

namespace Vedette.Wire.Tests;

/// <summary>Digits written at once against the general formatter.</summary>
public sealed class DecimalsTests
{
    /// <summary>Numbers of every length alike.</summary>
    private static readonly Gen<ulong> Numbers = Gen.Select(Gen.ULong, Gen.Int[0, 63]).Select((bits, shift) => bits >> shift);

    [Fact]
    public void Whole_numbers_have_the_digits_of_the_general_formatter() =>
        Numbers.Sample(value => Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Written((text, at) => Decimals.Write(text, at, value))), iter: 100_000);

    [Theory]
    [InlineData(0UL)]
    [InlineData(9UL)]
    [InlineData(10UL)]
    [InlineData(99_999_999UL)]
    [InlineData(100_000_000UL)]
    [InlineData(10_000_000_000_000_000UL)]
    [InlineData(ulong.MaxValue)]
    public void Where_the_number_of_digits_changes_none_is_lost(ulong value) =>
        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Written((text, at) => Decimals.Write(text, at, value)));

    [Fact]
    public void A_number_over_a_power_of_two_reads_back_as_the_same_double() =>
        Gen.Select(Gen.Long[-(1L << 40), 1L << 40], Gen.Int[0, 32], Gen.Int[0, 39]).Sample(
            (bits, halvings, shift) =>
            {
                var product = bits >> shift;
                var text = Written((octets, at) => Decimals.Write(octets, at, product, halvings));
                Assert.Equal(Math.ScaleB(product, -halvings), double.Parse(text, CultureInfo.InvariantCulture));
            },
            iter: 100_000);

    [Fact]
    public void Every_power_of_two_reads_back_as_itself()
    {
        for (var exponent = -1074; exponent < 1024; exponent++)
            Assert.Equal(Math.ScaleB(1, exponent), double.Parse(Written((octets, at) => Decimals.Write(octets, at, Math.ScaleB(1, exponent))), CultureInfo.InvariantCulture));
    }

    private static string Written(Func<byte[], int, int> write)
    {
        var text = new byte[Decimals.Longest + 1];
        return Encoding.UTF8.GetString(text, 1, write(text, 1) - 1);
    }
}
