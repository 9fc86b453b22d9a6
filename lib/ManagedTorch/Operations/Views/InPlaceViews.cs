using ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Removes dimensions of length 1, all or one, from this tensor.</summary>
        public Tensor squeeze_(long? dim = null) => BecomeView("squeeze_", x => x.squeeze(dim));

        /// <summary>Adds a dimension of length 1 to this tensor.</summary>
        public Tensor unsqueeze_(long dim) => BecomeView("unsqueeze_", x => x.unsqueeze(dim));

        /// <summary>Swaps two dimensions of this tensor.</summary>
        public Tensor transpose_(long dim0, long dim1) => BecomeView("transpose_", x => x.transpose(dim0, dim1));

        // The tensor takes over shape, strides and history of a view of itself that has every element.
        private Tensor BecomeView(string name, Func<Tensor, Tensor> view)
        {
            BeforeInPlace(name);
            using var before = ViewOf(Sizes, Strides, Offset);
            before.History = History;
            using var after = view(before);
            if (after.Storage != Storage)
                throw new InvalidOperationException($"{name}: the elements cannot be seen in this shape without a copy.");
            MoveTo(after.Sizes, after.Strides);
            if (GradMode.Enabled && after.History is { Node: { } node } history)
            {
                History = new History { Node = node, Output = history.Output };
                node.Outputs[history.Output] = History;
            }

            return this;
        }
    }

    /// <summary>Removes dimensions of length 1, all or one, from the tensor.</summary>
    public static Tensor squeeze_(Tensor input, long? dim = null) => input.squeeze_(dim);

    /// <summary>Adds a dimension of length 1 to the tensor.</summary>
    public static Tensor unsqueeze_(Tensor input, long dim) => input.unsqueeze_(dim);
}
