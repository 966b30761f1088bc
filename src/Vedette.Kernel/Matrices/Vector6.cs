using System.Runtime.CompilerServices;

namespace Vedette.Kernel.Matrices;

/// <summary>Six numbers in a row, kept in place: (east, north, up, vEast, vNorth, vUp) or the gradient of a measurement by them.</summary>
[InlineArray(6)]
public struct Vector6
{
    private double first;

    public readonly double Dot(in Vector6 other)
    {
        var sum = 0.0;
        for (var i = 0; i < 6; i++) sum += this[i] * other[i];
        return sum;
    }

    public void Add(in Vector6 other, double factor)
    {
        for (var i = 0; i < 6; i++) this[i] += other[i] * factor;
    }

    public static Vector6 Difference(in Vector6 a, in Vector6 b)
    {
        Vector6 d = default;
        for (var i = 0; i < 6; i++) d[i] = a[i] - b[i];
        return d;
    }
}
