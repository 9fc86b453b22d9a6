namespace TorchSharp;

/// <summary>The library's functions, as PyTorch's module <c>torch</c> has them.</summary>
public static partial class torch
{
    /// <summary>The scope that takes new tensors of this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Current;

    /// <summary>Opens a scope; dispose it to dispose the tensors made in it.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Open();

    /// <summary>Runs an expression in a scope of its own and keeps only its result.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }

    public unsafe partial class Tensor
    {
        /// <summary>Hands the tensor to the scope around its own.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            Live();
            if (Scope is { } scope)
                scope.MoveToOuter(this);
            return this;
        }

        /// <summary>Hands the tensor to another scope.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope other)
        {
            Live();
            if (Scope is { } scope)
                scope.MoveToOther(other, this);
            else
                other?.Attach(this);
            return this;
        }

        /// <summary>Takes the tensor out of its scope: it then lives until it is disposed or collected.</summary>
        public Tensor DetachFromDisposeScope()
        {
            Live();
            Scope?.Detach(this);
            return this;
        }
    }
}
