using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vedette.Kernel.Matrices;

/// <summary>
/// Six numbers in a row, kept in place: (east, north, up, vEast, vNorth, vUp) or the gradient of a measurement by them. Four and two of
/// them at a time go through the processor's vector registers; fused multiplications round the same on every processor.
/// </summary>
[InlineArray(6)]
public struct Vector6
{
    private double first;

    /// <summary>Elements 0 to 3.</summary>
    internal readonly Vector256<double> Low
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.LoadUnsafe(in first);
    }

    /// <summary>Elements 2 to 5, put together: a load across two earlier stores would have to wait for both.</summary>
    internal readonly Vector256<double> High
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(Low.GetUpper(), Last);
    }

    /// <summary>Elements 4 and 5.</summary>
    private readonly Vector128<double> Last
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.LoadUnsafe(in first, 4);
    }

    /// <summary>Puts elements 0 to 3 and 4 to 5 in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Put(Vector256<double> low, Vector128<double> last)
    {
        low.StoreUnsafe(ref first);
        last.StoreUnsafe(ref first, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Dot(in Vector6 other)
    {
        var low = Low * other.Low;
        return Vector128.Sum(low.GetLower() + low.GetUpper() + (Last * other.Last));
    }

    /// <summary>v += factor × other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Vector6 other, double factor)
    {
        Vector256.FusedMultiplyAdd(other.Low, Vector256.Create(factor), Low).StoreUnsafe(ref first);
        Vector128.FusedMultiplyAdd(other.Last, Vector128.Create(factor), Last).StoreUnsafe(ref first, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector6 Difference(in Vector6 a, in Vector6 b)
    {
        Unsafe.SkipInit(out Vector6 d);
        (a.Low - b.Low).StoreUnsafe(ref d.first);
        (a.Last - b.Last).StoreUnsafe(ref d.first, 4);
        return d;
    }
}
