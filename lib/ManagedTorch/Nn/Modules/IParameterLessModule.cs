namespace TorchSharp.Modules;

/// <summary>Marks modules without parameters, buffers and submodules.</summary>
public interface IParameterLessModule
{
}
