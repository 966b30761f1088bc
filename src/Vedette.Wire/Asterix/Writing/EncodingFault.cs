namespace Vedette.Wire.Asterix.Writing;

/// <summary>Why no octets could be made of a value.</summary>
/// <param name="Path">Where it stands in the line: items.130.SRL.</param>
/// <param name="Reason">Plain words.</param>
public readonly record struct EncodingFault(string Path, string Reason)
{
    public override string ToString() => string.IsNullOrEmpty(Path) ? Reason ?? "nothing is wrong" : $"{Path}: {Reason}";
}
