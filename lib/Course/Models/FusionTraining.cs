// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Trains a fusion model and keeps the weights that were best on validation.</summary>
public static class FusionTraining
{
    /// <summary>Share of right answers, and cross-entropy.</summary>
    public static (double Accuracy, double Loss) Measure(nn.Module<Tensor, Tensor, Tensor> model, MultimodalBatch batch)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        model.eval();
        var logits = model.call(batch.Values, batch.Present);                                                         // (B, K)
        return (logits.argmax(1).eq(batch.Labels).to(ScalarType.Float32).mean().item<float>(),
            F.cross_entropy(logits, batch.Labels).item<float>());
    }

    /// <summary>Trains; at the end the model has the weights of the look at validation with the lowest loss.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">The batch of each step.</param>
    /// <param name="validation">What decides.</param>
    /// <param name="settings">Steps, learning rate and decay.</param>
    /// <param name="every">Steps between looks at validation.</param>
    /// <returns>Step, training loss and validation loss of each look.</returns>
    public static IReadOnlyList<(long Step, double Training, double Validation)> Fit(nn.Module<Tensor, Tensor, Tensor> model,
        Func<long, MultimodalBatch> batch, MultimodalBatch validation, ClipTraining settings, long every = 50)
    {
        var trainer = new LossTrainer(settings, model.parameters());
        var history = new List<(long, double, double)>();
        var (best, sum) = (double.PositiveInfinity, 0.0);
        Dictionary<string, Tensor> kept = [];
        for (long step = 0; step < settings.Steps; step++)
        {
            using var scope = NewDisposeScope();
            var questions = batch(step);
            model.train();
            sum += trainer.Step(step, settings, () => F.cross_entropy(model.call(questions.Values, questions.Present), questions.Labels));
            if ((step + 1) % every != 0) continue;
            var (_, loss) = Measure(model, validation);
            history.Add((step + 1, sum / every, loss));
            sum = 0;
            if (loss >= best) continue;
            best = loss;
            foreach (var old in kept.Values) old.Dispose();
            kept = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope());
        }

        if (kept.Count > 0) model.load_state_dict(kept);
        foreach (var old in kept.Values) old.Dispose();
        return history;
    }
}
