using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>
/// Writes the leaves of a record as two JSON values at once: the numbers as they were sent, and what they mean (scaled, signed, text).
/// Every member of an object ends in a comma; closing an object or a list takes the last one back. Its buffers grow to the largest record and stay.
/// </summary>
internal sealed class LeafWriter
{
    /// <summary>A short name, a number and a comma.</summary>
    public const int LongestMember = sizeof(ulong) + Decimals.Longest + 1;

    private readonly Utf8Text sent = new();
    private readonly Utf8Text meant = new();
    private bool isOpen;

    /// <summary>The record as it was sent.</summary>
    public ReadOnlySpan<byte> Sent => sent.WithoutComma;

    /// <summary>What it means.</summary>
    public ReadOnlySpan<byte> Meant => meant.WithoutComma;

    public (int Sent, int Meant) Place => (sent.Length, meant.Length);

    /// <summary>Writes what is the same in both texts into the first alone; <see cref="Repeat"/> then copies it into the other.</summary>
    public OnceWriter Once => new(sent);

    public void Repeat(int from) => meant.Append(sent.From(from));

    public void Clear() => (sent.Length, meant.Length, isOpen) = (0, 0, false);

    /// <summary>Forgets what was written since that place, at which a member had ended: a bracket may have taken its comma since.</summary>
    public void Return((int Sent, int Meant) place)
    {
        (sent.Length, meant.Length, isOpen) = (place.Sent, place.Meant, false);
        sent.Replace(1, (byte)',');
        meant.Replace(1, (byte)',');
    }

    /// <summary>A pen for so many octets of either text; nothing else may write before <see cref="End"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LeafPen Begin(int octets) => new(sent.Begin(octets), meant.Begin(octets));

    /// <summary>Takes over what the pen wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(LeafPen pen)
    {
        sent.End(pen.Sent);
        meant.End(pen.Meant);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Name(JsonName name)
    {
        var pen = Begin(sizeof(ulong));
        pen.Name(name.Packed, name.Length);
        End(pen);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Open()
    {
        if (!isOpen) Append((byte)'{');
        isOpen = false;
    }

    /// <summary>The object that is opened next goes on in the one that is open.</summary>
    public void GoOn() => isOpen = true;

    public void Close()
    {
        sent.Close((byte)'}');
        meant.Close((byte)'}');
    }

    public void OpenList() => Append((byte)'[');

    public void CloseList()
    {
        sent.Close((byte)']');
        meant.Close((byte)']');
    }

    /// <summary>Octets and a comma.</summary>
    public void Opaque(ReadOnlySpan<byte> octets)
    {
        sent.Hex(octets);
        meant.Hex(octets);
    }

    /// <summary>A member and its comma: what most items come to is written in one place, which stays near the processor.</summary>
    /// <param name="name">In quotes and with its colon, the first octet lowest.</param>
    /// <param name="length">Of the name; 0 where the value has none.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Raw(ulong name, int length, ulong value)
    {
        var pen = Begin(LongestMember);
        pen.Name(name, length);
        pen.Raw(value);
        pen.Mark((byte)',');
        End(pen);
    }

    /// <summary>As <see cref="LeafPen.Unsigned(ulong, int, int)"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Unsigned(ulong name, int length, ulong value, int factor, int halvings)
    {
        var pen = Begin(LongestMember);
        pen.Name(name, length);
        pen.Unsigned(value, factor, halvings);
        pen.Mark((byte)',');
        End(pen);
    }

    /// <summary>As <see cref="LeafPen.Signed(ulong, int, int, int)"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Signed(ulong name, int length, ulong value, int bits, int factor, int halvings)
    {
        var pen = Begin(LongestMember);
        pen.Name(name, length);
        pen.Signed(value, bits, factor, halvings);
        pen.Mark((byte)',');
        End(pen);
    }

    private void Append(byte character)
    {
        sent.Append(character);
        meant.Append(character);
    }
}
