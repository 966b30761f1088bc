using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Tests.Asterix.Records;

/// <summary>A record that cannot be read holds nothing: its properties read octets without another check.</summary>
public class RefusedRecordTests
{
    private static readonly byte[] Whole = [0xF0, 1, 2, 0, 0, 1, 0x20, 0x10, 0, 0x20, 0];

    [Fact]
    public void ARecordIsFoundWhole()
    {
        var records = new Cat048Records(Whole);
        Assert.Equal(Decode.Record, records.TryRead(out var record));
        Assert.Equal((1, 2, 0x1000, 0x2000), (record.I010.Sac, record.I010.Sic, record.I040.Rho, record.I040.Theta));
        Assert.Equal(Decode.End, records.TryRead(out _));
    }

    [Theory]
    [InlineData(2, "I048/010", 1)]
    [InlineData(5, "I048/140", 3)]
    [InlineData(6, "I048/020", 6)]
    [InlineData(8, "I048/040", 7)]
    public void ARecordCutShortNamesItsItemAndIsEmpty(int octets, string item, int offset)
    {
        var records = new Cat048Records(Whole.AsSpan(0, octets));
        Assert.Equal(Decode.Malformed, records.TryRead(out var record));
        Assert.Equal((item, offset), (records.Fault.Item, records.Fault.Offset));
        Assert.False(record.HasI010 || record.HasI140 || record.HasI020 || record.HasI040);
        Assert.Equal((0, 0U, 0), (record.I010.Sac, record.I140, record.I040.Rho));
    }

    [Fact]
    public void SubfieldsOfACompoundThatWasNotSentAreAbsent()
    {
        var records = new Cat062Records([0x80, 1, 2]);
        Assert.Equal(Decode.Record, records.TryRead(out var record));
        Assert.False(record.I380.HasAdr || record.I290.HasTrk || record.I390.HasTag || record.I110.HasSum || record.I500.HasApc);
    }
}
