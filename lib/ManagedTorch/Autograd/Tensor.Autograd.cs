using ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>True when gradients flow to or through the tensor.</summary>
        /// <exception cref="InvalidOperationException">Switched on for integers, or off for a tensor that an operation made.</exception>
        public bool requires_grad
        {
            get => Live().History is not null;
            set
            {
                Live();
                if (value == requires_grad)
                    return;
                if (value && !is_floating_point() && !is_complex())
                    throw new InvalidOperationException($"requires_grad: only floating-point tensors have gradients, not {dtype}.");
                if (!value && !is_leaf)
                    throw new InvalidOperationException("requires_grad: only a leaf can be switched off; use detach().");
                History = value ? new History() : null;
            }
        }

        /// <summary>True when no recorded operation made the tensor.</summary>
        public bool is_leaf => Live().History?.Node is null;

        /// <summary>The gradient that backward passes have added up, or null.</summary>
        public Tensor? grad
        {
            get => Live().History?.Gradient?.Alias();
            set
            {
                Live();
                if (value is null)
                {
                    ClearGradient();
                    return;
                }

                if (!value.Sizes.AsSpan().SequenceEqual(Sizes))
                    throw ManagedTorch.Core.Errors.Shapes("grad", Sizes, value.Sizes, "the gradient must have the tensor's shape");
                History ??= new History();
                using var suspended = DisposeScopeManager.Suspend();
                History.Gradient?.Dispose();
                History.Gradient = value.Alias();
            }
        }

        internal History? History { get; set; }

        /// <summary>The gradient itself, not an alias; null when there is none. Belongs to the tensor.</summary>
        internal Tensor? Gradient => History?.Gradient;

        /// <summary>Sets <see cref="requires_grad"/> and returns the tensor.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets <see cref="requires_grad"/> and returns the tensor.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is no leaf.</summary>
        public void retain_grad()
        {
            if (Live().History is { Node: not null } history)
                history.Retain = true;
        }

        /// <summary>The same elements without history.</summary>
        public Tensor detach() => Live().Alias();

        /// <summary>Drops the tensor's history.</summary>
        public Tensor detach_()
        {
            Live().History = null;
            return this;
        }

        /// <summary>Computes the gradient of this one-element tensor for every leaf it depends on.</summary>
        public void backward() => BackwardPass.Run([Live()], null, false, null);

        /// <summary>Computes gradients for every leaf, or only for <paramref name="inputs"/>.</summary>
        /// <param name="grad_tensors">The gradient of this tensor, of its shape; null for 1.</param>
        /// <param name="retain_graph">Keep the graph for another pass.</param>
        /// <param name="create_graph">Record the pass itself: not supported by the embedded engine.</param>
        /// <param name="inputs">Leaves that receive gradients; null for all.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            autograd.backward([Live()], grad_tensors, retain_graph, create_graph, inputs);

        internal void ClearGradient()
        {
            if (History is null)
                return;
            History.Gradient?.Dispose();
            History.Gradient = null;
        }

        /// <summary>Called before an in-place change: checks that autograd can follow it.</summary>
        internal void BeforeInPlace(string operation)
        {
            Live();
            if (GradMode.Enabled && History is { Node: null })
                throw new InvalidOperationException(
                    $"{operation}: a leaf that requires gradients cannot be changed in place. "
                    + "Do it under no_grad(), or use the operation without the underscore.");
            if (GradMode.Enabled && History is not null)
                RefuseView(operation);
            for (var i = 0; i < Sizes.Length; i++)
                if (Strides[i] == 0 && Sizes[i] > 1)
                    throw ManagedTorch.Core.Errors.Shape(operation, Sizes,
                        $"dimension {i} repeats one element, which cannot be changed in place; use clone() first");
        }

        /// <summary>
        /// A recorded change through a view would have to reach the history of every other view of the buffer, which the engine does not
        /// keep.
        /// </summary>
        internal void RefuseView(string operation)
        {
            if (IsView)
                throw new InvalidOperationException(
                    $"{operation}: gradients cannot follow a change in place through a view. "
                    + "Assign to the tensor itself (x[i] = value), or use the operation without the underscore.");
        }

        /// <summary>Called after an in-place change.</summary>
        internal void AfterInPlace() => Storage.Version++;
    }
}
