namespace Vedette.Kernel.Matrices;

/// <summary>Lower triangular factor L of a positive definite matrix P = L Lᵀ, to solve P x = b.</summary>
public struct Cholesky6
{
    private Matrix6 lower;

    /// <summary>Factors a matrix; false where it is not positive definite.</summary>
    public static bool TryFactor(in Symmetric6 matrix, out Cholesky6 factor)
    {
        factor = default;
        ref var l = ref factor.lower;
        for (var i = 0; i < 6; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix.At(i, j);
                for (var k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
                if (i != j) l[i][j] = sum / l[j][j];
                else if (sum <= 0 || !double.IsFinite(sum)) return false;
                else l[i][i] = Math.Sqrt(sum);
            }
        }

        return true;
    }

    public readonly Vector6 Solve(Vector6 b)
    {
        for (var i = 0; i < 6; i++)
        {
            for (var k = 0; k < i; k++) b[i] -= lower[i][k] * b[k];
            b[i] /= lower[i][i];
        }

        for (var i = 5; i >= 0; i--)
        {
            for (var k = i + 1; k < 6; k++) b[i] -= lower[k][i] * b[k];
            b[i] /= lower[i][i];
        }

        return b;
    }
}
