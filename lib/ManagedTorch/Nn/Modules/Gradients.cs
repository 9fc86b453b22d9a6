namespace TorchSharp;

/// <summary>What modules and optimizers do with gradients.</summary>
internal static class Gradients
{
    /// <summary>Forgets a tensor's gradient, or fills it with zeros.</summary>
    internal static void Reset(torch.Tensor tensor, bool setToNone)
    {
        if (setToNone)
        {
            tensor.grad = null;
        }
        else
        {
            tensor.grad?.zero_();
        }
    }
}
