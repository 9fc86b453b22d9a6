using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The last changes of parameters (s) and gradient (y), and the direction -H g that they give.</summary>
internal sealed class LbfgsMemory(long size)
{
    private readonly List<(Tensor S, Tensor Y, double Rho)> _pairs = [];
    private double _scale = 1;

    /// <summary>The length of the last step, in units of its direction.</summary>
    internal double LastLength { get; set; }

    /// <summary>Adds a pair and forgets the oldest where there are too many.</summary>
    internal void Remember(Tensor s, Tensor y)
    {
        if (_pairs.Count == size)
        {
            Release(_pairs[0]);
            _pairs.RemoveAt(0);
        }
        double curvature = y.dot(s).ToDouble();
        _pairs.Add((s.clone().DetachFromDisposeScope(), y.clone().DetachFromDisposeScope(), 1 / curvature));
        _scale = curvature / y.dot(y).ToDouble();
    }

    /// <summary>The two-loop recursion: from the newest pair to the oldest and back.</summary>
    internal Tensor Direction(Tensor gradient)
    {
        Tensor q = gradient.neg();
        double[] shares = new double[_pairs.Count];
        for (int i = _pairs.Count - 1; i >= 0; i--)
        {
            shares[i] = _pairs[i].S.dot(q).ToDouble() * _pairs[i].Rho;
            q.add_(_pairs[i].Y, -shares[i]);
        }
        q.mul_(_scale);
        for (int i = 0; i < _pairs.Count; i++)
        {
            q.add_(_pairs[i].S, shares[i] - _pairs[i].Y.dot(q).ToDouble() * _pairs[i].Rho);
        }
        return q;
    }

    /// <summary>Forgets all pairs.</summary>
    internal void Clear()
    {
        _pairs.ForEach(Release);
        _pairs.Clear();
    }

    private static void Release((Tensor S, Tensor Y, double Rho) pair)
    {
        pair.S.Dispose();
        pair.Y.Dispose();
    }
}
