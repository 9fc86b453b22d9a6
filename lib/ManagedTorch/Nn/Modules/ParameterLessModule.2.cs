using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module of two inputs without parameters, buffers and submodules.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
{
    /// <summary>For subclasses.</summary>
    protected ParameterLessModule(string name) : base(name)
    {
    }
}
