namespace TorchSharp;

/// <summary>Disposes the tensors that were made while it was the current scope of its thread, unless they were moved out.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> held = new(ReferenceEqualityComparer.Instance);

    internal DisposeScope(DisposeScope? outer) => Outer = outer;

    /// <summary>What the scope will dispose.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => held.ToList();

    /// <summary>How many things the scope will dispose.</summary>
    public int DisposablesCount => held.Count;

    internal DisposeScope? Outer { get; }

    /// <summary>True when the scope will dispose the object.</summary>
    public bool Contains(IDisposable disposable) => held.Contains(disposable);

    /// <summary>Puts an object under this scope's care.</summary>
    public void Attach(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope?.held.Remove(tensor);
            tensor.Scope = this;
        }

        held.Add(disposable);
    }

    /// <summary>Puts objects under this scope's care.</summary>
    public void Attach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables)
            Attach(disposable);
    }

    /// <summary>Takes an object out of every scope: it then lives until it is disposed or collected.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        Forget(disposable);
        return disposable;
    }

    /// <summary>Takes objects out of every scope.</summary>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (Detach(first), Detach(second));

    /// <summary>Takes objects out of every scope.</summary>
    public void Detach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables)
            Forget(disposable);
    }

    /// <summary>Hands an object to the scope around this one.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(Outer!, disposable);

    /// <summary>Hands objects to the scope around this one.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Hands objects to the scope around this one.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Hands objects to the scope around this one.</summary>
    public void MoveToOuter(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables)
            MoveToOuter(disposable);
    }

    /// <summary>Hands an object to another scope, or to none.</summary>
    public T MoveToOther<T>(DisposeScope scope, T disposable) where T : IDisposable
    {
        if (scope is null)
            return Detach(disposable);
        Forget(disposable);
        scope.Attach(disposable);
        return disposable;
    }

    /// <summary>Disposes what the scope holds, now.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes what the scope holds except some objects, which it lets go.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep)
    {
        foreach (var disposable in keep)
            Forget(disposable);
        var doomed = held.ToArray();
        held.Clear();
        foreach (var disposable in doomed)
        {
            if (disposable is torch.Tensor tensor)
                tensor.Scope = null;
            disposable.Dispose();
        }
    }

    /// <summary>Disposes what the scope holds except one object, which it lets go.</summary>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <summary>Tells the scope that an object has been disposed.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Forget(disposable);

    /// <summary>Disposes what the scope holds and makes the outer scope current.</summary>
    public void Dispose()
    {
        DisposeEverything();
        DisposeScopeManager.Remove(this);
    }

    private void Forget(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope?.held.Remove(tensor);
            tensor.Scope = null;
        }

        held.Remove(disposable);
    }
}
