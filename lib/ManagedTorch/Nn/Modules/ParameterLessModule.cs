using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module of one input without parameters, buffers and submodules.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
{
    /// <summary>For subclasses.</summary>
    protected ParameterLessModule(string name) : base(name)
    {
    }
}
