using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam with the largest gradient so far, slowly forgotten, in place of the average square (Kingma and Ba 2015, section 7.1).
/// </summary>
/// <remarks>
/// m = beta1 m + (1 - beta1) g; u = max(beta2 u, |g| + eps); p -= lr / (1 - beta1^step) m / u.
/// Here g is the gradient, with weight_decay p added.
/// </remarks>
public partial class Adamax : OptimizerHelper, optim.IBetas
{
    /// <summary>Optimizes one group of parameters.</summary>
    public Adamax(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The rate at which the average gradient forgets.</param>
    /// <param name="beta2">The rate at which the largest gradient forgets.</param>
    /// <param name="eps">Added to the size of each gradient.</param>
    /// <param name="weight_decay">How much parameters are drawn to zero.</param>
    public Adamax(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0)
    {
        OptionChecks.NotNegative(nameof(Adamax), nameof(lr), lr);
        OptionChecks.NotNegative(nameof(Adamax), nameof(eps), eps);
        OptionChecks.NotNegative(nameof(Adamax), nameof(weight_decay), weight_decay);
        OptionChecks.Rate(nameof(Adamax), nameof(beta1), beta1);
        OptionChecks.Rate(nameof(Adamax), nameof(beta2), beta2);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
        };
        foreach (ParamGroup group in parameters)
        {
            add_param_group(group);
        }
    }

    /// <summary>The rates of new groups.</summary>
    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
        set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
    }

    /// <summary>Changes the parameters once.</summary>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Update, closure);

    private protected override void Complete(Modules.ParamGroup group)
    {
        Options defaults = (Options)_defaults;
        Options options = (Options)(group.Options ??= new Options());
        options.LearningRate ??= defaults.LearningRate;
        options.beta1 ??= defaults.beta1;
        options.beta2 ??= defaults.beta2;
        options.eps ??= defaults.eps;
        options.weight_decay ??= defaults.weight_decay;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        Options options = (Options)group.Options;
        double rate = options.LearningRate!.Value;
        (double beta1, double beta2) = (options.beta1!.Value, options.beta2!.Value);
        (double eps, double decay) = (options.eps!.Value, options.weight_decay!.Value);
        ForEachGradient<State>(group, maximize: false, (parameter, gradient, state) =>
        {
            Tensor g = Decayed(gradient, parameter, decay);
            state.step++;
            state.exp_avg.mul_(beta1).add_(g, 1 - beta1);
            state.exp_inf.copy_((state.exp_inf * beta2).maximum(g.abs().add_(eps)));
            parameter.addcdiv_(state.exp_avg, state.exp_inf, -rate / (1 - Math.Pow(beta1, state.step)));
        });
    }
}
