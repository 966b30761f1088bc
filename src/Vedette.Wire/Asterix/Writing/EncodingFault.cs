namespace Vedette.Wire.Asterix.Writing;

/// <summary>Why no octets could be made of a value.</summary>
/// <param name="Path">Where it stands: items.130.SRL in a line of JSON, I048/130 SRL in a record that is written value by value.</param>
/// <param name="Reason">Plain words.</param>
public readonly record struct EncodingFault(string Path, string Reason)
{
    public override string ToString() => string.IsNullOrEmpty(Path) ? Reason ?? "nothing is wrong" : $"{Path}: {Reason}";
}
