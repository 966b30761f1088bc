using Vedette.Wire.ModeS.CommB;
using Vedette.Wire.ModeS.Json;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>
/// Adds to each line of ASTERIX what the Mode S registers in it say (I010/250, I020/250, I021/250, I048/250, I011/380, I062/380):
/// <c>"mb":[{"bds":"4,0","mb":"c84e4270a80000","selectedAltitudeMcpFt":37008,...},...]</c>, in the order of the record. Register 0,0 (which one is not told) is told by its content.
/// </summary>
/// <param name="next">Gets the lines then.</param>
public sealed class RegisterLines(IRecordLines next) : IRecordLines
{
    private readonly Utf8Text line = new();

    public bool WantsText => next.WantsText;

    public void OnRefusal(string kind, ReadOnlySpan<byte> line) => next.OnRefusal(kind, line);

    public void OnRecord(string kind, ReadOnlySpan<byte> line)
    {
        var items = line;
        if (line.IndexOf(",\"phys\":"u8) is > 0 and var end) items = line[..end];
        next.OnRecord(kind, new RegisterText(items).TryTake(out _, out _) ? Extended(line, items) : line);
    }

    private ReadOnlySpan<byte> Extended(ReadOnlySpan<byte> record, ReadOnlySpan<byte> items)
    {
        line.Length = 0;
        line.Append(record[..^1]);
        line.Append(",\"mb\":["u8);
        for (var registers = new RegisterText(items); registers.TryTake(out var mb, out var register);)
        {
            if (register == CommBRegister.Unknown) register = RegisterInference.Of(mb, new());
            line.Append((byte)'{');
            if (register != CommBRegister.Unknown) CommBJson.Number(line, "bds"u8, (byte)register);
            line.Raw("mb"u8, mb);
            CommBJson.Write(line, register, mb);
            line.Close((byte)'}');
        }

        line.Close((byte)']');
        line.Close((byte)'}');
        return line.WithoutComma;
    }
}
