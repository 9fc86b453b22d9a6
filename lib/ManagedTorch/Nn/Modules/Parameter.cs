namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns: registered by its field, saved, and updated by an optimizer.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Takes over the elements of <paramref name="data"/>; the two share their memory.</summary>
    public Parameter(torch.Tensor data, bool requires_grad = true) : base(data)
    {
        this.requires_grad = requires_grad;
    }
}
