using System.Runtime.CompilerServices;

namespace Vedette.Kernel.Matrices;

/// <summary>
/// Symmetric 6x6 matrix kept as its upper triangle by rows (21 values), for the covariance of
/// (east, north, up, vEast, vNorth, vUp). Everything works in place and allocates nothing.
/// </summary>
[InlineArray(21)]
public struct Symmetric6
{
    private double first;

    public readonly double At(int row, int column) => this[Index(row, column)];

    public void Set(int row, int column, double value) => this[Index(row, column)] = value;

    public void Increase(int row, int column, double value) => this[Index(row, column)] += value;

    /// <summary>P += w v vᵀ.</summary>
    public void AddOuter(in Vector6 v, double weight)
    {
        var k = 0;
        for (var i = 0; i < 6; i++)
        {
            var vi = v[i] * weight;
            for (var j = i; j < 6; j++) this[k++] += vi * v[j];
        }
    }

    /// <summary>P += w A.</summary>
    public void Add(in Symmetric6 other, double weight)
    {
        for (var k = 0; k < 21; k++) this[k] += other[k] * weight;
    }

    /// <summary>P v.</summary>
    public readonly Vector6 Times(in Vector6 v)
    {
        Vector6 product = default;
        var k = 0;
        for (var i = 0; i < 6; i++)
        {
            var sum = this[k++] * v[i];
            for (var j = i + 1; j < 6; j++)
            {
                var p = this[k++];
                sum += p * v[j];
                product[j] += p * v[i];
            }

            product[i] += sum;
        }

        return product;
    }

    /// <summary>vᵀ P v.</summary>
    public readonly double Quadratic(in Vector6 v) => Times(v).Dot(v);

    /// <summary>P becomes F P Fᵀ with F = [I, dt I; 0, I]: positions drift along velocities for <paramref name="dt"/> seconds.</summary>
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Index(int row, int column)
    {
        var (i, j) = row <= column ? (row, column) : (column, row);
        return (i * 6) - (i * (i - 1) / 2) + (j - i);
    }
}
