using Course.Training.Runs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Tests.Training.Runs;

/// <summary>A line fitted through noise: weights, AdamW's memory and torch's random numbers all change from step to step.</summary>
internal sealed class NoisyLine : ITrainingTask
{
    private readonly Linear _line = nn.Linear(3, 1);
    private readonly NoisyLineSettings _settings;
    private readonly AdamW _optimizer;

    public NoisyLine(NoisyLineSettings settings)
    {
        _settings = settings;
        _optimizer = optim.AdamW(_line.parameters(), settings.LearningRate);
    }

    public nn.Module Model => _line;

    public OptimizerHelper Optimizer => _optimizer;

    public long Steps => _settings.Steps;

    public double Step(long number)
    {
        if (number == _settings.BrokenStep) return double.NaN;
        using DisposeScope scope = NewDisposeScope();
        Tensor x = randn(8, 3), noise = nn.functional.dropout(randn(8, 1), 0.5, training: true);
        _optimizer.zero_grad();
        Tensor loss = (_line.call(x) - x.sum(1, keepdim: true) - noise).pow(2).mean();
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    public IReadOnlyList<Measurement> Measure() => [new("bias", _line.bias!.item<float>(), Chance: 0)];

    public void SaveCompanions(string folder) => File.WriteAllText(Path.Combine(folder, "companion.txt"), "slope");

    public void Dispose()
    {
        _optimizer.Dispose();
        _line.Dispose();
    }
}
