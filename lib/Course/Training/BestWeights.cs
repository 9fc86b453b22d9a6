using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training;

/// <summary>A copy of a model's weights at its best epoch.</summary>
internal sealed class BestWeights(nn.Module model) : IDisposable
{
    private Dictionary<string, Tensor> _weights = [];
    private double _accuracy = double.NegativeInfinity;

    /// <summary>Copies the weights if <paramref name="accuracy"/> is the highest so far.</summary>
    public void Offer(double accuracy)
    {
        if (!(accuracy > _accuracy)) return;
        Dispose();
        using DisposeScope scope = NewDisposeScope();
        _weights = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope());
        _accuracy = accuracy;
    }

    /// <summary>Gives the model its best weights back; nothing if there are none.</summary>
    public void Restore()
    {
        if (_weights.Count > 0) model.load_state_dict(_weights);
    }

    public void Dispose()
    {
        foreach (Tensor weight in _weights.Values) weight.Dispose();
        _weights = [];
    }
}
