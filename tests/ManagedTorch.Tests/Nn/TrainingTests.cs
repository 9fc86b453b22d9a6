using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace ManagedTorch.Tests.Nn;

/// <summary>A small training run with all its parts, against the same run in PyTorch.</summary>
[Collection("default generator")]
public sealed class TrainingTests
{
    private const double Tolerance = 1e-5;

    [Fact]
    public void A_training_run_gives_the_losses_that_PyTorch_gives()
    {
        JsonElement expected = Fixture.Json("nn/training.json");
        manual_seed(0);
        using Sequential model = Sequential(Linear(8, 16), GELU(), LayerNorm(16), Dropout(0.1), Linear(16, 3));
        Tensor x = randn(40, 8);
        Tensor y = randint(0, 3, [40]);
        using AdamW optimizer = AdamW(
        [
            new AdamW.ParamGroup(model.parameters().Where(p => p.ndim > 1), new AdamW.Options { weight_decay = 0.05 }),
            new AdamW.ParamGroup(model.parameters().Where(p => p.ndim == 1), new AdamW.Options { weight_decay = 0 }),
        ], lr: 0.01);
        LRScheduler scheduler = SequentialLR(optimizer, [LinearLR(optimizer, 0.1, 1, 5), CosineAnnealingLR(optimizer, 25)], [5]);
        List<double> losses = [];
        List<double> norms = [];
        for (int epoch = 0; epoch < 6; epoch++)
        {
            using var scope = NewDisposeScope();
            Tensor order = randperm(40);
            for (int start = 0; start < 40; start += 8)
            {
                Tensor rows = order[TensorIndex.Slice(start, start + 8)];
                Tensor loss = functional.cross_entropy(model.call(x.index_select(0, rows)), y.index_select(0, rows));
                optimizer.zero_grad();
                loss.backward();
                norms.Add(nn.utils.clip_grad_norm_(model.parameters(), 1));
                optimizer.step();
                scheduler.step();
                losses.Add(loss.item<float>());
            }
        }
        Numbers.AssertClose(Numbers.Of(expected.GetProperty("losses")), [.. losses], Tolerance, "loss,");
        Numbers.AssertClose(Numbers.Of(expected.GetProperty("norms")), [.. norms], 5 * Tolerance, "norm,");
        model.eval();
        Numbers.AssertClose(expected.GetProperty("logits"), model.call(x[TensorIndex.Slice(0, 2)]), 5 * Tolerance, "logits,");
    }
}
