using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam that looks one step ahead as Nesterov does (Dozat 2016).</summary>
/// <remarks>
/// mu(t) = beta1 (1 - 0.96^(t momentum_decay) / 2), M the product of all mu so far, v and m as in Adam, d = sqrt(v / (1 - beta2^t)) + eps;
/// p -= lr (1 - mu(t)) / (1 - M) g / d + lr mu(t+1) / (1 - M mu(t+1)) m / d.
/// Here g is the gradient, with weight_decay p added.
/// </remarks>
public partial class NAdam : OptimizerHelper, optim.IBetas
{
    /// <summary>Optimizes one group of parameters.</summary>
    public NAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, double momentum_decay = 0.004)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, momentum_decay)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The rate at which the average gradient forgets.</param>
    /// <param name="beta2">The rate at which the average squared gradient forgets.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">How much parameters are drawn to zero.</param>
    /// <param name="momentum_decay">How fast the momentum rises to beta1.</param>
    public NAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, double momentum_decay = 0.004)
    {
        OptionChecks.NotNegative(nameof(NAdam), nameof(lr), lr);
        OptionChecks.NotNegative(nameof(NAdam), nameof(eps), eps);
        OptionChecks.NotNegative(nameof(NAdam), nameof(weight_decay), weight_decay);
        OptionChecks.NotNegative(nameof(NAdam), nameof(momentum_decay), momentum_decay);
        OptionChecks.Rate(nameof(NAdam), nameof(beta1), beta1);
        OptionChecks.Rate(nameof(NAdam), nameof(beta2), beta2);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            momentum_decay = momentum_decay,
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
        options.momentum_decay ??= defaults.momentum_decay;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private static double Momentum(double beta1, long step, double decay) => beta1 * (1 - 0.5 * Math.Pow(0.96, step * decay));

    private void Update(Modules.ParamGroup group)
    {
        Options options = (Options)group.Options;
        double rate = options.LearningRate!.Value;
        (double beta1, double beta2, double eps) = (options.beta1!.Value, options.beta2!.Value, options.eps!.Value);
        (double decay, double momentumDecay) = (options.weight_decay!.Value, options.momentum_decay!.Value);
        ForEachGradient<State>(group, maximize: false, (parameter, gradient, state) =>
        {
            Tensor g = Decayed(gradient, parameter, decay);
            long step = ++state.step;
            double momentum = Momentum(beta1, step, momentumDecay);
            double next = Momentum(beta1, step + 1, momentumDecay);
            state.mu_product *= momentum;
            state.exp_avg.mul_(beta1).add_(g, 1 - beta1);
            state.exp_avg_sq.mul_(beta2).addcmul_(g, g, 1 - beta2);
            Tensor root = (state.exp_avg_sq / (1 - Math.Pow(beta2, step))).sqrt_().add_(eps);
            parameter.addcdiv_(g, root, -rate * (1 - momentum) / (1 - state.mu_product));
            parameter.addcdiv_(state.exp_avg, root, -rate * next / (1 - state.mu_product * next));
        });
    }
}
