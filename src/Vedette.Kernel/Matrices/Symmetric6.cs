using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vedette.Kernel.Matrices;

/// <summary>
/// Symmetric 6x6 matrix kept as its upper triangle by rows (21 values), for the covariance of
/// (east, north, up, vEast, vNorth, vUp). Everything works in place and allocates nothing; four elements at a time go through the
/// processor's vector registers, and fused multiplications round the same on every processor.
/// </summary>
[InlineArray(21)]
public struct Symmetric6
{
    private double first;

    public readonly double At(int row, int column) => this[Index(row, column)];

    public void Set(int row, int column, double value) => this[Index(row, column)] = value;

    public void Increase(int row, int column, double value) => this[Index(row, column)] += value;

    /// <summary>P += w v vᵀ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddOuter(in Vector6 v, double weight)
    {
        var by = Vector256.Create(weight);
        Vector256<double> low = v.Low, high = v.High;
        Vector256<double> lowBy = low * by, highBy = high * by;
        Put(0, Vector256.FusedMultiplyAdd(Vector256.Shuffle(lowBy, Vector256.Create(0L, 0, 0, 0)), low, Load(0)));
        Put(4, Vector256.FusedMultiplyAdd(Vector256.Shuffle(lowBy, Vector256.Create(0L, 0, 1, 1)), Wrapped(low, high), Load(4)));
        Put(8, Vector256.FusedMultiplyAdd(Vector256.Shuffle(lowBy, Vector256.Create(1L, 1, 1, 2)), Vector256.Shuffle(high, Vector256.Create(1L, 2, 3, 0)), Load(8)));
        Put(12, Vector256.FusedMultiplyAdd(Vector256.Shuffle(lowBy, Vector256.Create(2L, 2, 2, 3)), Vector256.Shuffle(high, Vector256.Create(1L, 2, 3, 1)), Load(12)));
        Put(16, Vector256.FusedMultiplyAdd(Vector256.Shuffle(highBy, Vector256.Create(1L, 1, 2, 2)), Vector256.Shuffle(high, Vector256.Create(2L, 3, 2, 3)), Load(16)));
        this[20] = Math.FusedMultiplyAdd(weight * v[5], v[5], this[20]);
    }

    /// <summary>P += w A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Symmetric6 other, double weight)
    {
        var by = Vector256.Create(weight);
        Put(0, Vector256.FusedMultiplyAdd(other.Load(0), by, Load(0)));
        Put(4, Vector256.FusedMultiplyAdd(other.Load(4), by, Load(4)));
        Put(8, Vector256.FusedMultiplyAdd(other.Load(8), by, Load(8)));
        Put(12, Vector256.FusedMultiplyAdd(other.Load(12), by, Load(12)));
        Put(16, Vector256.FusedMultiplyAdd(other.Load(16), by, Load(16)));
        this[20] = Math.FusedMultiplyAdd(other[20], weight, this[20]);
    }

    /// <summary>P = w A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetTo(in Symmetric6 other, double weight)
    {
        var by = Vector256.Create(weight);
        Put(0, other.Load(0) * by);
        Put(4, other.Load(4) * by);
        Put(8, other.Load(8) * by);
        Put(12, other.Load(12) * by);
        Put(16, other.Load(16) * by);
        this[20] = other[20] * weight;
    }

    /// <summary>P += w (A + v vᵀ): a part of a mixture, whose mean lies <paramref name="v"/> from that of the whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddPart(in Symmetric6 other, in Vector6 v, double weight)
    {
        var by = Vector256.Create(weight);
        Vector256<double> low = v.Low, high = v.High;
        Put(0, Part(other, 0, Vector256.Shuffle(low, Vector256.Create(0L, 0, 0, 0)), low, by));
        Put(4, Part(other, 4, Vector256.Shuffle(low, Vector256.Create(0L, 0, 1, 1)), Wrapped(low, high), by));
        Put(8, Part(other, 8, Vector256.Shuffle(low, Vector256.Create(1L, 1, 1, 2)), Vector256.Shuffle(high, Vector256.Create(1L, 2, 3, 0)), by));
        Put(12, Part(other, 12, Vector256.Shuffle(low, Vector256.Create(2L, 2, 2, 3)), Vector256.Shuffle(high, Vector256.Create(1L, 2, 3, 1)), by));
        Put(16, Part(other, 16, Vector256.Shuffle(high, Vector256.Create(1L, 1, 2, 2)), Vector256.Shuffle(high, Vector256.Create(2L, 3, 2, 3)), by));
        this[20] = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(v[5], v[5], other[20]), weight, this[20]);
    }

    /// <summary>P v.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector6 Times(in Vector6 v)
    {
        // By rows of the upper triangle; the sums of a row run one beside the other.
        double a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5];
        ref readonly var p = ref this;
        Unsafe.SkipInit(out Vector6 product);
        var y0 = Sum(Sum(p[0] * a, p[1], b), p[2], c) + Sum(Sum(p[3] * d, p[4], e), p[5], f);
        var y1 = Sum(Sum(p[1] * a, p[6], b), p[7], c) + Sum(Sum(p[8] * d, p[9], e), p[10], f);
        var y2 = Sum(Sum(p[2] * a, p[7], b), p[11], c) + Sum(Sum(p[12] * d, p[13], e), p[14], f);
        var y3 = Sum(Sum(p[3] * a, p[8], b), p[12], c) + Sum(Sum(p[15] * d, p[16], e), p[17], f);
        var y4 = Sum(Sum(p[4] * a, p[9], b), p[13], c) + Sum(Sum(p[16] * d, p[18], e), p[19], f);
        var y5 = Sum(Sum(p[5] * a, p[10], b), p[14], c) + Sum(Sum(p[17] * d, p[19], e), p[20], f);
        product.Put(Vector256.Create(y0, y1, y2, y3), Vector128.Create(y4, y5));
        return product;
    }

    /// <summary>A column of P: P times a unit vector.</summary>
    public readonly Vector6 Column(int column)
    {
        Unsafe.SkipInit(out Vector6 values);
        for (var i = 0; i < 6; i++) values[i] = this[Index(i, column)];
        return values;
    }

    /// <summary>vᵀ P v.</summary>
    public readonly double Quadratic(in Vector6 v) => Times(v).Dot(v);

    /// <summary>P becomes F P Fᵀ with F = [I, dt I; 0, I]: positions drift along velocities for <paramref name="dt"/> seconds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Drift(double dt)
    {
        ref var p = ref this;
        // Rows of positions against positions: P_pp + dt (P_pv + P_vp) + dt² P_vv.
        p[0] += dt * ((2 * p[3]) + (dt * p[15]));
        p[1] += dt * (p[4] + p[8] + (dt * p[16]));
        p[2] += dt * (p[5] + p[12] + (dt * p[17]));
        p[6] += dt * ((2 * p[9]) + (dt * p[18]));
        p[7] += dt * (p[10] + p[13] + (dt * p[19]));
        p[11] += dt * ((2 * p[14]) + (dt * p[20]));
        // Positions against velocities: P_pv + dt P_vv.
        p[3] += dt * p[15];
        p[4] += dt * p[16];
        p[5] += dt * p[17];
        p[8] += dt * p[16];
        p[9] += dt * p[18];
        p[10] += dt * p[19];
        p[12] += dt * p[17];
        p[13] += dt * p[19];
        p[14] += dt * p[20];
    }

    /// <summary>Turns the horizontal velocity axes (rows and columns 3 and 4) clockwise by an angle given as sine and cosine.</summary>
    public void TurnVelocity(double sin, double cos)
    {
        ref var p = ref this;
        (p[3], p[4]) = ((cos * p[3]) + (sin * p[4]), (cos * p[4]) - (sin * p[3]));
        (p[8], p[9]) = ((cos * p[8]) + (sin * p[9]), (cos * p[9]) - (sin * p[8]));
        (p[12], p[13]) = ((cos * p[12]) + (sin * p[13]), (cos * p[13]) - (sin * p[12]));
        (p[17], p[19]) = ((cos * p[17]) + (sin * p[19]), (cos * p[19]) - (sin * p[17]));
        double ee = p[15], en = p[16], nn = p[18], cross = 2 * sin * cos * en;
        p[15] = (cos * cos * ee) + cross + (sin * sin * nn);
        p[18] = (sin * sin * ee) - cross + (cos * cos * nn);
        p[16] = (sin * cos * (nn - ee)) + (((cos * cos) - (sin * sin)) * en);
    }

    /// <summary>Scales row and column <paramref name="axis"/>.</summary>
    public void Scale(int axis, double factor)
    {
        for (var j = 0; j < 6; j++) this[Index(axis, j)] *= j == axis ? factor * factor : factor;
    }

    /// <summary>(4, 5, 1, 2) of a vector given as its elements 0 to 3 and 2 to 5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Wrapped(Vector256<double> low, Vector256<double> high) =>
        Vector256.Create(high.GetUpper(), Vector256.Shuffle(low, Vector256.Create(1L, 2, 1, 2)).GetLower());

    /// <summary>Four elements of P + w (A + l rᵀ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<double> Part(in Symmetric6 other, nuint at, Vector256<double> left, Vector256<double> right, Vector256<double> by) =>
        Vector256.FusedMultiplyAdd(Vector256.FusedMultiplyAdd(left, right, other.Load(at)), by, Load(at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(double sum, double x, double y) => Math.FusedMultiplyAdd(x, y, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<double> Load(nuint at) => Vector256.LoadUnsafe(in first, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(nuint at, Vector256<double> four) => four.StoreUnsafe(ref first, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Index(int row, int column)
    {
        var (i, j) = row <= column ? (row, column) : (column, row);
        return (i * 6) - (i * (i - 1) / 2) + (j - i);
    }
}
