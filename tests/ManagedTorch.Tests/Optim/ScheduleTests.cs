using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;
using Strategy = TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy;

namespace ManagedTorch.Tests.Optim;

/// <summary>The rates of each schedule, epoch after epoch, against PyTorch's.</summary>
public sealed class ScheduleTests
{
    private const double Tolerance = 1e-12;

    private static readonly JsonElement Expected = Fixture.Json("nn/schedules.json");

    public static TheoryData<string> Names =>
    [
        "LambdaLR", "MultiplicativeLR", "StepLR", "MultiStepLR", "ExponentialLR", "ConstantLR", "LinearLR", "PolynomialLR",
        "CosineAnnealingLR", "SequentialLR", "ChainedLR", "OneCycleLR", "OneCycleLR three phases",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_are_those_of_PyTorch(string name)
    {
        using SGD optimizer = TwoGroups(momentum: 0.9);
        LRScheduler scheduler = Make(name, optimizer);
        int epoch = 0;
        foreach (JsonElement expected in Expected.GetProperty(name).EnumerateArray())
        {
            Numbers.AssertClose(Numbers.Of(expected), Rates(optimizer), Tolerance, $"{name}, epoch {epoch++},");
            scheduler.step();
        }
        Assert.Equal(14, epoch);
    }

    [Theory]
    [InlineData("OneCycleLR momentum")]
    [InlineData("OneCycleLR betas")]
    public void One_cycle_moves_momentum_against_the_rate(string name)
    {
        Parameter[] parameters = [new(zeros(1))];
        using Optimizer optimizer = name.EndsWith("betas") ? AdamW(parameters, lr: 0.1) : SGD(parameters, 0.1, momentum: 0.9);
        LRScheduler scheduler = OneCycleLR(optimizer, 1.0, total_steps: 13);
        foreach (JsonElement expected in Expected.GetProperty(name).EnumerateArray())
        {
            ILearningRateController group = optimizer.ParamGroups.Single();
            double momentum = group is IBetas betas ? betas.Betas.Item1 : ((IMomentum)group).Momentum;
            Numbers.AssertClose(Numbers.Of(expected), [group.LearningRate, momentum], Tolerance, name);
            scheduler.step();
        }
    }

    [Fact]
    public void A_plateau_lowers_the_rates()
    {
        double[] losses = [1, 0.9, 0.9, 0.9, 0.9, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8];
        AssertPlateau("ReduceLROnPlateau", losses, o => ReduceLROnPlateau(o, factor: 0.5, patience: 1, cooldown: 1, min_lr: [0.1]));
        double[] scores = [1, 1.2, 1.25, 1.2, 1.1, 1.3, 1.2, 1.5, 1.5, 1.5];
        AssertPlateau("ReduceLROnPlateau max", scores, o =>
            ReduceLROnPlateau(o, mode: "max", factor: 0.1, patience: 2, threshold: 0.1, threshold_mode: "abs"));
    }

    [Fact]
    public void The_last_rates_are_reported()
    {
        using SGD optimizer = TwoGroups();
        LRScheduler scheduler = StepLR(optimizer, 1, 0.5);
        Assert.Equal([0.5, 0.2], scheduler.get_last_lr());
        scheduler.step();
        Assert.Equal([0.25, 0.1], scheduler.get_last_lr());
    }

    [Fact]
    public void An_epoch_can_be_jumped_to()
    {
        using SGD optimizer = TwoGroups();
        LRScheduler scheduler = CosineAnnealingLR(optimizer, 10);
        scheduler.step((int?)5);
        Numbers.AssertClose([0.25, 0.1], Rates(optimizer), Tolerance);
    }

    [Fact]
    public void Impossible_schedules_are_refused_in_words()
    {
        using SGD optimizer = TwoGroups();
        Assert.Contains("step_size > 0", Assert.Throws<ArgumentException>(() => StepLR(optimizer, 0)).Message);
        Assert.Contains("total_steps", Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 1.0)).Message);
        Assert.Contains("1 milestones", Assert.Throws<ArgumentException>(() =>
            SequentialLR(optimizer, [StepLR(optimizer, 1), StepLR(optimizer, 1)], [])).Message);
        Assert.Contains("metric", Assert.Throws<InvalidOperationException>(() => ReduceLROnPlateau(optimizer).step()).Message);
        Assert.Contains("'middle'", Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, mode: "middle")).Message);
        LRScheduler cycle = OneCycleLR(optimizer, 1.0, total_steps: 5, cycle_momentum: false);
        for (int step = 0; step < 5; step++)
        {
            cycle.step();
        }
        Assert.Contains("of 5 steps", Assert.Throws<InvalidOperationException>(cycle.step).Message);
    }

    private static LRScheduler Make(string name, Optimizer o) => name switch
    {
        "LambdaLR" => LambdaLR(o, epoch => 1.0 / (1 + epoch)),
        "MultiplicativeLR" => MultiplicativeLR(o, epoch => 0.9 + 0.01 * epoch),
        "StepLR" => StepLR(o, 3, 0.5),
        "MultiStepLR" => MultiStepLR(o, [2, 5, 5, 9], 0.3),
        "ExponentialLR" => ExponentialLR(o, 0.8),
        "ConstantLR" => ConstantLR(o, 0.25, 4),
        "LinearLR" => LinearLR(o, 0.1, 0.9, 6),
        "PolynomialLR" => PolynomialLR(o, 8, 2),
        "CosineAnnealingLR" => CosineAnnealingLR(o, 5, 0.05),
        "SequentialLR" => SequentialLR(o, [LinearLR(o, 0.01, 1, 4), CosineAnnealingLR(o, 8)], [4]),
        "ChainedLR" => ChainedLR([ConstantLR(o, 0.1, 3), ExponentialLR(o, 0.9)]),
        "OneCycleLR" => OneCycleLR(o, 1.0, total_steps: 15),
        "OneCycleLR three phases" => OneCycleLR(o, [1.0, 2.0], epochs: 3, steps_per_epoch: 5, pct_start: 0.4,
            anneal_strategy: Strategy.Linear, three_phase: true),
        _ => throw new ArgumentException(name),
    };

    private static void AssertPlateau(string name, double[] metrics, Func<Optimizer, LRScheduler> make)
    {
        using SGD optimizer = TwoGroups();
        LRScheduler scheduler = make(optimizer);
        JsonElement expected = Expected.GetProperty(name);
        Assert.Equal(expected.GetArrayLength(), metrics.Length);
        for (int i = 0; i < metrics.Length; i++)
        {
            scheduler.step(metrics[i]);
            Numbers.AssertClose(Numbers.Of(expected[i]), Rates(optimizer), Tolerance, $"{name}, epoch {i},");
        }
    }

    private static SGD TwoGroups(double momentum = 0) => SGD(
    [
        new SGD.ParamGroup([new Parameter(zeros(1))], new SGD.Options()),
        new SGD.ParamGroup([new Parameter(zeros(1))], new SGD.Options { LearningRate = 0.2 }),
    ], 0.5, momentum);

    private static double[] Rates(Optimizer optimizer) => [.. optimizer.ParamGroups.Select(g => g.LearningRate)];
}
