namespace TorchSharp;

/// <summary>Keeps the current <see cref="DisposeScope"/> of each thread.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScope? current;

    internal static DisposeScope? Current => current;

    internal static DisposeScope Open() => current = new DisposeScope(current);

    internal static void Register(torch.Tensor tensor) => current?.Attach(tensor);

    internal static void Remove(DisposeScope scope)
    {
        // Scopes are usually closed innermost first; one closed early only drops out of the chain when it is on top.
        if (ReferenceEquals(current, scope))
            current = scope.Outer;
    }

    /// <summary>Makes no scope current until disposed, so that what the engine keeps is not disposed under its feet.</summary>
    internal static Suspension Suspend()
    {
        var before = current;
        current = null;
        return new Suspension(before);
    }

    internal readonly struct Suspension(DisposeScope? before) : IDisposable
    {
        public void Dispose() => current = before;
    }
}
