using CsCheck;
using Vedette.Kernel.Matrices;

namespace Vedette.Kernel.Tests.Matrices;

public class Matrix6Tests
{
    private static readonly Gen<double[]> SixNumbers = Gen.Double[-3, 3].Array[6];
    private static readonly Gen<Matrix6> Squares = SixNumbers.Array[6].Select(rows =>
    {
        Matrix6 m = default;
        for (var i = 0; i < 6; i++) m[i] = ToVector(rows[i]);
        return m;
    });

    /// <summary>Positive definite: outer products and something on the diagonal.</summary>
    private static readonly Gen<Symmetric6> Covariances = Squares.Select(square =>
    {
        Symmetric6 m = default;
        for (var i = 0; i < 6; i++)
        {
            m.AddOuter(square[i], 1);
            m.Increase(i, i, 0.5);
        }

        return m;
    });

    [Fact]
    public void The_factor_of_a_covariance_solves_its_equations()
    {
        Gen.Select(Covariances, SixNumbers).Sample((p, numbers) =>
        {
            Assert.True(Cholesky6.TryFactor(p, out var factor));
            var back = p.Times(factor.Solve(ToVector(numbers)));
            for (var i = 0; i < 6; i++) Assert.Equal(numbers[i], back[i], 1e-8);
        });
    }

    [Fact]
    public void What_is_not_positive_definite_has_no_factor()
    {
        Gen.Select(Covariances, Gen.Int[0, 5]).Sample((p, axis) =>
        {
            p.Set(axis, axis, -1);
            Assert.False(Cholesky6.TryFactor(p, out _));
        });
    }

    [Fact]
    public void A_congruence_gives_the_variance_that_its_transpose_sees()
    {
        Gen.Select(Squares, Covariances, SixNumbers).Sample((m, p, numbers) =>
        {
            var v = ToVector(numbers);
            var expected = p.Quadratic(m.TransposeTimes(v));
            Assert.Equal(expected, m.Congruent(p).Quadratic(v), 1e-9 * (1 + expected));
        });
    }

    [Fact]
    public void A_product_acts_as_one_factor_after_the_other()
    {
        Gen.Select(Squares, Squares, SixNumbers).Sample((a, b, numbers) =>
        {
            var once = a.Times(b).Times(ToVector(numbers));
            var twice = a.Times(b.Times(ToVector(numbers)));
            for (var i = 0; i < 6; i++) Assert.Equal(twice[i], once[i], 1e-9 * (1 + Math.Abs(twice[i])));
        });
    }

    private static Vector6 ToVector(double[] numbers)
    {
        Vector6 v = default;
        for (var i = 0; i < 6; i++) v[i] = numbers[i];
        return v;
    }
}
