using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam whose first steps, while the average of squares is still uncertain, do without it (Liu et al. 2020).</summary>
/// <remarks>
/// r_inf = 2 / (1 - beta2) - 1, r = r_inf - 2 t beta2^t / (1 - beta2^t); while r &lt;= 5 the step is lr m / (1 - beta1^t), then Adam's
/// step times sqrt((r - 4) (r - 2) r_inf / ((r_inf - 4) (r_inf - 2) r)).
/// Here g is the gradient, with weight_decay p added.
/// </remarks>
public partial class RAdam : OptimizerHelper, optim.IBetas
{
    /// <summary>The length of the average of squares from which its variance is known well enough.</summary>
    private const double LeastLength = 5;

    /// <summary>Optimizes one group of parameters.</summary>
    public RAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="beta1">The rate at which the average gradient forgets.</param>
    /// <param name="beta2">The rate at which the average squared gradient forgets.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">How much parameters are drawn to zero.</param>
    public RAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
        double weight_decay = 0)
    {
        OptionChecks.NotNegative(nameof(RAdam), nameof(lr), lr);
        OptionChecks.NotNegative(nameof(RAdam), nameof(eps), eps);
        OptionChecks.NotNegative(nameof(RAdam), nameof(weight_decay), weight_decay);
        OptionChecks.Rate(nameof(RAdam), nameof(beta1), beta1);
        OptionChecks.Rate(nameof(RAdam), nameof(beta2), beta2);
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
            long step = ++state.step;
            state.exp_avg.mul_(beta1).add_(g, 1 - beta1);
            state.exp_avg_sq.mul_(beta2).addcmul_(g, g, 1 - beta2);
            double stepRate = rate / (1 - Math.Pow(beta1, step));
            double forgotten = Math.Pow(beta2, step);
            double longest = 2 / (1 - beta2) - 1;
            double length = longest - 2 * step * forgotten / (1 - forgotten);
            if (length > LeastLength)
            {
                double rectification = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
                Tensor root = state.exp_avg_sq.sqrt().add_(eps);
                parameter.addcdiv_(state.exp_avg, root, -stepRate * rectification * Math.Sqrt(1 - forgotten));
            }
            else
            {
                parameter.add_(state.exp_avg, -stepRate);
            }
        });
    }
}
