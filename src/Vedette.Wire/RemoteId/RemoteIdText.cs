namespace Vedette.Wire.RemoteId;

/// <summary>Text fields: padded with NUL.</summary>
internal static class RemoteIdText
{
    public static ReadOnlySpan<byte> Until0(ReadOnlySpan<byte> field) => field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field;
}
