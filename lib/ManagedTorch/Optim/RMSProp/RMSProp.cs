using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Divides the gradient by the root of the average of its squares (Hinton 2012, lecture 6e of "Neural Networks for Machine
/// Learning").
/// </summary>
/// <remarks>
/// v = alpha v + (1 - alpha) g^2, less the squared average gradient where centered; p -= lr g / (sqrt(v) + eps). With momentum m the
/// quotient joins a buffer, b = m b + quotient, and p -= lr b.
/// Here g is the gradient, with weight_decay p added.
/// </remarks>
public partial class RMSProp : OptimizerHelper, optim.IMomentum
{
    /// <summary>Optimizes one group of parameters.</summary>
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1E-08,
        double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="alpha">The rate at which the average squared gradient forgets.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">How much parameters are drawn to zero.</param>
    /// <param name="momentum">The share of the last step that is kept.</param>
    /// <param name="centered">Whether the average gradient is taken out of the squares, which leaves their variance.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1E-08,
        double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
    {
        OptionChecks.NotNegative(nameof(RMSProp), nameof(lr), lr);
        OptionChecks.NotNegative(nameof(RMSProp), nameof(alpha), alpha);
        OptionChecks.NotNegative(nameof(RMSProp), nameof(eps), eps);
        OptionChecks.NotNegative(nameof(RMSProp), nameof(weight_decay), weight_decay);
        OptionChecks.NotNegative(nameof(RMSProp), nameof(momentum), momentum);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        };
        foreach (ParamGroup group in parameters)
        {
            add_param_group(group);
        }
    }

    /// <summary>The momentum of new groups.</summary>
    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
    }

    /// <summary>Changes the parameters once.</summary>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Update, closure);

    private protected override void Complete(Modules.ParamGroup group)
    {
        Options defaults = (Options)_defaults;
        Options options = (Options)(group.Options ??= new Options());
        options.LearningRate ??= defaults.LearningRate;
        options.alpha ??= defaults.alpha;
        options.eps ??= defaults.eps;
        options.weight_decay ??= defaults.weight_decay;
        options.momentum ??= defaults.momentum;
        options.centered ??= defaults.centered;
        options.maximize ??= defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        Options options = (Options)group.Options;
        double rate = options.LearningRate!.Value;
        (double alpha, double eps) = (options.alpha!.Value, options.eps!.Value);
        (double decay, double momentum) = (options.weight_decay!.Value, options.momentum!.Value);
        ForEachGradient<State>(group, options.maximize!.Value, (parameter, gradient, state) =>
        {
            Tensor g = Decayed(gradient, parameter, decay);
            state.step++;
            state.square_avg.mul_(alpha).addcmul_(g, g, 1 - alpha);
            Tensor variance = state.square_avg;
            if (state.grad_avg is { } mean)
            {
                mean.mul_(alpha).add_(g, 1 - alpha);
                variance = state.square_avg.addcmul(mean, mean, -1);
            }
            Tensor root = variance.sqrt().add_(eps);
            if (state.momentum_buffer is { } buffer)
            {
                buffer.mul_(momentum).addcdiv_(g, root, 1);
                parameter.add_(buffer, -rate);
            }
            else
            {
                parameter.addcdiv_(g, root, -rate);
            }
        });
    }
}
