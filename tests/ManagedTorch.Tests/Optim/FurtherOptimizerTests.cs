using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Optim;

/// <summary>Saving, options and mistakes of the optimizers beside SGD and Adam; their paths are in the parity group modules2.</summary>
public sealed class FurtherOptimizerTests
{
    public static TheoryData<string> Names =>
        ["RMSProp", "Adagrad", "Adadelta", "Adamax", "NAdam", "RAdam", "ASGD", "Rprop"];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_optimizer_goes_on_from_its_saved_state(string name)
    {
        Parameter[] parameters = [new(Numbers.Wave(0, 7)), new(Numbers.Wave(1, 5))];
        using OptimizerHelper first = Make(name, parameters);
        Step(first, parameters, 0);
        Step(first, parameters, 1);
        using MemoryStream stream = new();
        first.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;

        Parameter[] copies = Copies(parameters);
        using OptimizerHelper second = Make(name, copies);
        Assert.Contains(first.state_dict().State.Zip(second.state_dict().State), pair => !pair.First.ApproximatelyEquals(pair.Second));
        second.load_state_dict(new BinaryReader(stream));
        Assert.All(first.state_dict().State.Zip(second.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
        Parameter[] others = Copies(parameters);
        using OptimizerHelper third = Make(name, others);
        third.load_state_dict(first.state_dict());
        Step(first, parameters, 2);
        Step(second, copies, 2);
        Step(third, others, 2);
        Assert.Equal(Values(parameters), Values(copies));
        Assert.Equal(Values(parameters), Values(others));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void State_outlives_the_scope_of_a_step(string name)
    {
        Parameter[] parameters = [new(Numbers.Wave(0, 7)), new(Numbers.Wave(1, 5))];
        using OptimizerHelper optimizer = Make(name, parameters);
        double[] before = Values(parameters);
        for (int step = 0; step < 3; step++)
        {
            using (NewDisposeScope())
            {
                Step(optimizer, parameters, step);
            }
        }
        Assert.NotEqual(before, Values(parameters));
    }

    [Fact]
    public void Impossible_options_are_refused_in_words()
    {
        Parameter[] parameters = [new(zeros(2))];
        Assert.Contains("momentum >= 0", Assert.Throws<ArgumentException>(() => optim.RMSProp(parameters, momentum: -1)).Message);
        Assert.Contains("rho < 1", Assert.Throws<ArgumentException>(() => optim.Adadelta(parameters, rho: 1)).Message);
        Assert.Contains("beta1 < 1", Assert.Throws<ArgumentException>(() => optim.NAdam(parameters, beta1: 2)).Message);
        Assert.Contains("etaminus", Assert.Throws<ArgumentException>(() => optim.Rprop(parameters, etaplus: 0.9)).Message);
        Assert.Contains("history_size", Assert.Throws<ArgumentException>(() => optim.LBFGS(parameters, history_size: 0)).Message);
        Assert.Contains("closure", Assert.Throws<ArgumentNullException>(() => optim.LBFGS(parameters).step(null)).Message);
    }

    [Fact]
    public void Lbfgs_finds_the_solution_of_a_linear_problem_and_obeys_schedules()
    {
        Tensor a = Numbers.Wave(3, 6, 3).to(ScalarType.Float64);
        Tensor b = Numbers.Wave(5, 6).to(ScalarType.Float64);
        Parameter x = new(zeros(3, ScalarType.Float64));
        using LBFGS optimizer = optim.LBFGS([x], lr: 1, max_iter: 100, tolerange_grad: 1e-10, tolerance_change: 1e-14);
        optim.lr_scheduler.LRScheduler schedule = optim.lr_scheduler.StepLR(optimizer, 1, 0.5);
        Tensor loss() => (a.matmul(x) - b).square().sum();
        optimizer.step(() =>
        {
            optimizer.zero_grad();
            Tensor value = loss();
            value.backward();
            return value;
        });
        optimizer.zero_grad();
        loss().backward();
        Assert.All(Numbers.Of(x.grad!), g => Assert.Equal(0, g, 1e-6));
        schedule.step();
        Assert.Equal(0.5, optimizer.LearningRate);
    }

    [Fact]
    public void Parameters_go_to_a_vector_and_back()
    {
        Parameter[] parameters = [new(Numbers.Wave(0, 2, 3)), new(Numbers.Wave(1, 4))];
        Tensor vector = nn.utils.parameters_to_vector(parameters);
        Assert.Equal(Values(parameters), Numbers.Of(vector));
        nn.utils.vector_to_parameters(vector.detach() * 2, parameters);
        Assert.Equal(Numbers.Of(vector.detach() * 2), Values(parameters));
        Assert.Equal([2, 3], parameters[0].shape);
        Assert.Contains("10 elements", Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(zeros(9), parameters)).Message);
        Assert.Contains("no parameters", Assert.Throws<ArgumentException>(() => nn.utils.parameters_to_vector([])).Message);
    }

    private static OptimizerHelper Make(string name, Parameter[] p) => name switch
    {
        "RMSProp" => optim.RMSProp(p, momentum: 0.9, centered: true),
        "Adagrad" => optim.Adagrad(p),
        "Adadelta" => optim.Adadelta(p),
        "Adamax" => optim.Adamax(p),
        "NAdam" => optim.NAdam(p),
        "RAdam" => optim.RAdam(p),
        "ASGD" => optim.ASGD(p, t0: 1),
        "Rprop" => optim.Rprop(p),
        _ => throw new ArgumentException(name),
    };

    private static Parameter[] Copies(Parameter[] parameters) => [.. parameters.Select(p => new Parameter(p.detach().clone()))];

    private static void Step(OptimizerHelper optimizer, Parameter[] parameters, int step)
    {
        for (int k = 0; k < parameters.Length; k++)
        {
            parameters[k].grad = (Numbers.Wave(10 + step + k, parameters[k].numel()) * 0.5).DetachFromDisposeScope();
        }
        optimizer.step();
    }

    private static double[] Values(Parameter[] parameters) => [.. parameters.SelectMany(Numbers.Of)];
}
