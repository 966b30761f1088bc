using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>Random values that a wire can carry: whole multiples of each item's least significant bit.</summary>
internal static class Generators
{
    public static readonly Gen<AsterixSource?> Source = Maybe(Gen.Select(Gen.Byte, Gen.Byte, (sac, sic) => new AsterixSource(sac, sic)));

    public static readonly Gen<TimeSpan?> TimeOfDay = Maybe(Gen.Int[0, 0xFFFFFF].Select(raw => new TimeSpan(raw * (TimeSpan.TicksPerSecond / 128))));

    public static readonly Gen<Callsign?> Text = Maybe(Gen.Char["ABCXYZ0129 "].Array[8].Select(c => Callsign.From(c)));

    public static readonly Gen<CodeReport?> Code = Maybe(Gen.UShort.Select(raw => new CodeReport(raw)));

    public static readonly Gen<TransponderAddress?> Address = Maybe(Gen.Int[0, 0xFFFFFF].Select(raw => new TransponderAddress(raw)));

    public static readonly Gen<byte?> Octet = Maybe(Gen.Byte);

    public static readonly Gen<ushort?> TwoOctets = Maybe(Gen.UShort);

    public static readonly Gen<Angle> Angle16 = Gen.UShort.Select(raw => new Angle(raw * (2 * Math.PI / 65536)));

    public static readonly Gen<Angle?> Angle8 = Maybe(Gen.Byte.Select(raw => new Angle(raw * (2 * Math.PI / 256))));

    public static Gen<T?> Maybe<T>(Gen<T> gen) where T : struct => Gen.Select(Gen.Bool, gen, (there, value) => there ? value : (T?)null);

    public static Gen<ExtendedItem?> Extended(int octets) => Maybe(Gen.Byte.Array[1, octets].Select(o => ExtendedItem.Of(o)));

    public static Gen<Length> NauticalMiles(int from, int to, double lsb) => Gen.Int[from, to].Select(raw => Length.FromNauticalMiles(raw * lsb));

    public static Gen<Angle> Turn(int from, int to, int bits) => Gen.Int[from, to].Select(raw => new Angle(raw * (2 * Math.PI / (1 << bits))));
}
