namespace TorchSharp.Modules;

/// <summary>Meets the values of an <see cref="OptimizerState"/> in the order of the file format, and may replace each.</summary>
internal interface IStateVisitor
{
    /// <summary>A whole number.</summary>
    void Visit(ref long value);

    /// <summary>A number.</summary>
    void Visit(ref double value);

    /// <summary>A tensor of the parameter's shape and type.</summary>
    void VisitTensor(ref torch.Tensor value);

    /// <summary>A tensor that some options go without.</summary>
    void VisitOptional(ref torch.Tensor? value);
}
