using CsCheck;
using Vedette.Kernel.Matrices;

namespace Vedette.Kernel.Tests.Matrices;

/// <summary>The packed matrix against plain 6x6 arithmetic.</summary>
public class Symmetric6Tests
{
    private static readonly Gen<double[]> SixNumbers = Gen.Double[-3, 3].Array[6];

    /// <summary>A sum of outer products: what covariances are.</summary>
    private static readonly Gen<Symmetric6> Matrices = SixNumbers.Array[7].Select(rows =>
    {
        Symmetric6 m = default;
        foreach (var row in rows) m.AddOuter(ToVector(row), 1);
        return m;
    });

    [Fact]
    public void Drifting_is_F_P_F_transposed()
    {
        Gen.Select(Matrices, Gen.Double[-20, 20]).Sample((m, dt) =>
        {
            var f = Identity();
            for (var i = 0; i < 3; i++) f[i, i + 3] = dt;
            var expected = Product(Product(f, ToDense(m)), Transposed(f));
            m.Drift(dt);
            Equal(expected, m);
        });
    }

    [Fact]
    public void Turning_the_velocity_is_F_P_F_transposed()
    {
        Gen.Select(Matrices, Gen.Double[-3, 3]).Sample((m, angle) =>
        {
            var (sin, cos) = Math.SinCos(angle);
            var f = Identity();
            (f[3, 3], f[3, 4], f[4, 3], f[4, 4]) = (cos, sin, -sin, cos);
            var expected = Product(Product(f, ToDense(m)), Transposed(f));
            m.TurnVelocity(sin, cos);
            Equal(expected, m);
        });
    }

    [Fact]
    public void Times_and_quadratic_agree_with_the_dense_product()
    {
        Gen.Select(Matrices, SixNumbers).Sample((m, numbers) =>
        {
            var v = ToVector(numbers);
            var dense = ToDense(m);
            var product = m.Times(v);
            var quadratic = 0.0;
            for (var i = 0; i < 6; i++)
            {
                var sum = 0.0;
                for (var j = 0; j < 6; j++) sum += dense[i, j] * numbers[j];
                Assert.Equal(sum, product[i], 9);
                quadratic += sum * numbers[i];
            }

            Assert.Equal(quadratic, m.Quadratic(v), 7);
        });
    }

    [Fact]
    public void Scaling_an_axis_scales_its_row_and_column()
    {
        Gen.Select(Matrices, Gen.Int[0, 5], Gen.Double[0.1, 3]).Sample((m, axis, factor) =>
        {
            var f = Identity();
            f[axis, axis] = factor;
            var expected = Product(Product(f, ToDense(m)), f);
            m.Scale(axis, factor);
            Equal(expected, m);
        });
    }

    private static void Equal(double[,] expected, in Symmetric6 actual)
    {
        for (var i = 0; i < 6; i++)
            for (var j = 0; j < 6; j++)
                Assert.Equal(expected[i, j], actual.At(i, j), 1e-9 * (1 + Math.Abs(expected[i, j])));
    }

    private static Vector6 ToVector(double[] numbers)
    {
        Vector6 v = default;
        for (var i = 0; i < 6; i++) v[i] = numbers[i];
        return v;
    }

    private static double[,] ToDense(in Symmetric6 m)
    {
        var dense = new double[6, 6];
        for (var i = 0; i < 6; i++)
            for (var j = 0; j < 6; j++)
                dense[i, j] = m.At(i, j);
        return dense;
    }

    private static double[,] Identity()
    {
        var f = new double[6, 6];
        for (var i = 0; i < 6; i++) f[i, i] = 1;
        return f;
    }

    private static double[,] Transposed(double[,] a)
    {
        var t = new double[6, 6];
        for (var i = 0; i < 6; i++)
            for (var j = 0; j < 6; j++)
                t[i, j] = a[j, i];
        return t;
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        var c = new double[6, 6];
        for (var i = 0; i < 6; i++)
            for (var j = 0; j < 6; j++)
                for (var k = 0; k < 6; k++)
                    c[i, j] += a[i, k] * b[k, j];
        return c;
    }
}
