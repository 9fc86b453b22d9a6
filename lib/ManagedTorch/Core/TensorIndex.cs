namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// One index of <c>tensor[i, 1.., TensorIndex.Ellipsis]</c>: a number, a slice, an ellipsis, a new axis, or a tensor.
    /// </summary>
    public struct TensorIndex
    {
#pragma warning disable CA2211 // TorchSharp declares these as fields
        /// <summary>All of a dimension.</summary>
        public static TensorIndex Colon = new(Kind.Slice);

        /// <summary>As many whole dimensions as are left.</summary>
        public static TensorIndex Ellipsis = new(Kind.Ellipsis);

        /// <summary>A new dimension of length 1.</summary>
        public static TensorIndex None = new(Kind.NewAxis);

        /// <summary>A new dimension of length 1.</summary>
        public static TensorIndex Null = new(Kind.NewAxis);
#pragma warning restore CA2211

        private TensorIndex(Kind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Form = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Value = tensor;
        }

        internal enum Kind
        {
            Slice,
            Single,
            Ellipsis,
            NewAxis,
            Tensor,
        }

        internal Kind Form { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Value { get; }

        /// <summary>One position; the dimension goes.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>One position, counted from either end.</summary>
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>A slice such as <c>1..</c> or <c>..^1</c>.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>A slice from start to end.</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A new dimension of length 1 (true: as True in Python's indexing).</summary>
        public static TensorIndex Bool(bool value) => Tensor(tensor(value));

        /// <summary>One position; the dimension goes.</summary>
        public static TensorIndex Single(long? index) => new(Kind.Single, index ?? throw new ArgumentNullException(nameof(index)));

        /// <summary>Positions start, start + step, ... below stop; null means the end of the dimension on that side.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Kind.Slice, start, stop, step);

        /// <summary>A slice from start to end.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A slice such as <c>1..</c> or <c>..^1</c>.</summary>
        public static TensorIndex Slice(Range range)
        {
            var start = range.Start.IsFromEnd ? -range.Start.Value : (long)range.Start.Value;
            if (range.Start is { IsFromEnd: true, Value: 0 })
                start = long.MaxValue;
            long? stop = range.End is { IsFromEnd: true, Value: 0 } ? null : range.End.IsFromEnd ? -range.End.Value : range.End.Value;
            return Slice(start, stop);
        }

        /// <summary>Positions listed in an integer tensor, or chosen by a boolean one.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, tensor: tensor);
    }
}
