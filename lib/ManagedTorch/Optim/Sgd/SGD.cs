using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum and Nesterov's look ahead where wanted.</summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
    /// <summary>Optimizes one group of parameters.</summary>
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="momentum">The share of the last step that is kept.</param>
    /// <param name="dampening">What the gradient loses when it joins the momentum.</param>
    /// <param name="weight_decay">How much parameters are drawn to zero.</param>
    /// <param name="nesterov">Whether to look one momentum step ahead.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
    {
        OptionChecks.NotNegative(nameof(SGD), nameof(lr), lr);
        OptionChecks.NotNegative(nameof(SGD), nameof(momentum), momentum);
        OptionChecks.NotNegative(nameof(SGD), nameof(weight_decay), weight_decay);
        if (nesterov && (momentum == 0 || dampening != 0))
        {
            throw new ArgumentException($"SGD: nesterov needs momentum > 0 and dampening = 0, got {momentum} and {dampening}");
        }
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
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
        options.momentum ??= defaults.momentum;
        options.dampening ??= defaults.dampening;
        options.weight_decay ??= defaults.weight_decay;
        options.nesterov ??= defaults.nesterov;
        options.maximize ??= defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        Options options = (Options)group.Options;
        SgdUpdate update = new(options.LearningRate!.Value, options.momentum!.Value, options.dampening!.Value,
            options.weight_decay!.Value, options.nesterov!.Value);
        ForEachGradient<State>(group, options.maximize!.Value, (parameter, gradient, state) =>
        {
            bool isFirst = state.momentum_buffer is null;
            if (isFirst && update.Momentum != 0)
            {
                state.momentum_buffer = zeros_like(parameter).DetachFromDisposeScope();
            }
            update.Apply(parameter, gradient, update.Momentum == 0 ? null : state.momentum_buffer, isFirst);
        });
    }
}
