namespace TorchSharp.Modules;

/// <summary>Parameters that are optimized with the same options, of a known type.</summary>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions
{
    /// <summary>An empty group.</summary>
    public ParamGroup()
    {
    }

    /// <summary>A group of parameters; without options it takes the optimizer's.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = default)
    {
        base.Parameters = parameters;
        base.Options = options!;
    }

    /// <summary>The options; null until the group is given to an optimizer.</summary>
    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}
