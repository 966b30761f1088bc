using System.Runtime.CompilerServices;

namespace Vedette.Kernel.Matrices;

/// <summary>General 6x6 matrix kept in place by rows.</summary>
[InlineArray(6)]
public struct Matrix6
{
    private Vector6 first;

    public static Matrix6 Identity()
    {
        Matrix6 one = default;
        for (var i = 0; i < 6; i++) one[i][i] = 1;
        return one;
    }

    /// <summary>M v.</summary>
    public readonly Vector6 Times(in Vector6 v)
    {
        Vector6 product = default;
        for (var i = 0; i < 6; i++) product[i] = this[i].Dot(v);
        return product;
    }

    /// <summary>Mᵀ v.</summary>
    public readonly Vector6 TransposeTimes(in Vector6 v)
    {
        Vector6 product = default;
        for (var i = 0; i < 6; i++) product.Add(this[i], v[i]);
        return product;
    }

    /// <summary>M N.</summary>
    public readonly Matrix6 Times(in Matrix6 other)
    {
        Matrix6 product = default;
        for (var i = 0; i < 6; i++) product[i] = other.TransposeTimes(this[i]);
        return product;
    }

    /// <summary>M S Mᵀ.</summary>
    public readonly Symmetric6 Congruent(in Symmetric6 middle)
    {
        Symmetric6 product = default;
        for (var i = 0; i < 6; i++)
        {
            var half = middle.Times(this[i]);
            for (var j = i; j < 6; j++) product.Set(i, j, this[j].Dot(half));
        }

        return product;
    }
}
