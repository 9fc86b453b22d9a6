namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>
                /// Sequences of different lengths without padding: the first elements of all, then the second ones of those that have one,
                /// and so on, with the longest sequence first.
                /// </summary>
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>The elements (sum of lengths, ...).</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences have a first, second, ... element.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>Which of the given sequences stands where; null when they were given in this order.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>Where each of the given sequences stands; null when they were given in this order.</summary>
                    public readonly Tensor? unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices)
                    {
                        this.data = data;
                        this.batch_sizes = batch_sizes;
                        this.sorted_indices = sorted_indices;
                        this.unsorted_indices = unsorted_indices;
                    }

                    private IEnumerable<Tensor> Parts => new[] { data, batch_sizes, sorted_indices, unsorted_indices }.OfType<Tensor>();

                    /// <summary>Takes the tensors out of all dispose scopes.</summary>
                    public PackedSequence DetachFromDisposeScope() => Each(part => part.DetachFromDisposeScope());

                    /// <summary>Moves the tensors to the scope around the current one.</summary>
                    public PackedSequence MoveToOuterDisposeScope() => Each(part => part.MoveToOuterDisposeScope());

                    /// <summary>Moves the tensors to another scope.</summary>
                    public PackedSequence MoveToOtherDisposeScope(DisposeScope other) => Each(part => part.MoveToOtherDisposeScope(other));

                    /// <summary>Disposes the tensors.</summary>
                    public void Dispose() => Each(part => part.Dispose());

                    private PackedSequence Each(Action<Tensor> action)
                    {
                        foreach (Tensor part in Parts)
                        {
                            action(part);
                        }
                        return this;
                    }
                }
            }
        }
    }
}
