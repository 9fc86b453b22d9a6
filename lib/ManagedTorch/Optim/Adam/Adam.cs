using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam (Kingma and Ba 2015): steps by the average gradient over the root of the average squared gradient. Weight decay joins the
/// gradient.
/// </summary>
public partial class Adam : OptimizerHelper, optim.IBetas
{
    /// <summary>Optimizes one group of parameters.</summary>
    public Adam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The rate at which the average gradient forgets.</param>
    /// <param name="beta2">The rate at which the average squared gradient forgets.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">How much parameters are drawn to zero.</param>
    /// <param name="amsgrad">Whether to divide by the largest average so far (Reddi et al. 2018).</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    public Adam(IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        OptionChecks.NotNegative(nameof(Adam), nameof(lr), lr);
        OptionChecks.NotNegative(nameof(Adam), nameof(eps), eps);
        OptionChecks.NotNegative(nameof(Adam), nameof(weight_decay), weight_decay);
        OptionChecks.Rate(nameof(Adam), nameof(beta1), beta1);
        OptionChecks.Rate(nameof(Adam), nameof(beta2), beta2);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
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
        options.amsgrad ??= defaults.amsgrad;
        options.maximize ??= defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        Options options = (Options)group.Options;
        AdamUpdate update = new(options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.eps!.Value,
            options.weight_decay!.Value, Decoupled: false);
        ForEachGradient<State>(group, options.maximize!.Value, (parameter, gradient, state) =>
            update.Apply(parameter, gradient, state.exp_avg, state.exp_avg_sq, state.max_exp_avg_sq, ++state.step));
    }
}
