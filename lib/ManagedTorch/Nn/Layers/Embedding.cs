using ManagedTorch.Operations;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A table of vectors: whole numbers (...) to the vectors of those numbers (..., dimensions).</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long? _padding_idx;
    [Utils.ComponentName(Name = nameof(weight))]
    private Parameter _weight = null!;

    internal Embedding(Parameter weight, long? padding_idx) : base(nameof(Embedding))
    {
        _padding_idx = padding_idx;
        this.weight = weight;
    }

    /// <summary>Shape (number of vectors, dimensions).</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>(...) of type Int64 to (..., dimensions).</summary>
    public override Tensor forward(Tensor input) => Lookups.Embedding(input, _weight, _padding_idx);

    /// <summary>A table of standard normal vectors; the one at <paramref name="padding_idx"/> is zero and does not learn.</summary>
    internal static Embedding Drawn(long count, long dimensions, long? padding_idx, Device? device, ScalarType? dtype)
    {
        long? padding = Place(padding_idx, count);
        Parameter table = new(empty([count, dimensions], dtype, device));
        nn.init.normal_(table);
        if (padding is { } row)
        {
            using (no_grad())
            {
                table[row].zero_();
            }
        }
        return new Embedding(table, padding);
    }

    /// <summary>A table of given vectors.</summary>
    internal static Embedding FromPretrained(Tensor vectors, bool freeze, long? padding_idx)
    {
        if (vectors.ndim != 2)
        {
            throw new ArgumentException(
                $"Embedding_from_pretrained: expects (count, dimensions), got [{string.Join(", ", vectors.shape)}]");
        }
        return new Embedding(new Parameter(vectors, !freeze), Place(padding_idx, vectors.shape[0]));
    }

    private static long? Place(long? padding_idx, long count)
    {
        if (padding_idx is { } given && (given >= count || given < -count))
        {
            throw new ArgumentException($"Embedding: padding_idx = {given} is no row of a table of {count}");
        }
        return padding_idx < 0 ? padding_idx + count : padding_idx;
    }
}
