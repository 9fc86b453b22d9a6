using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent that also keeps an average of the parameters (Polyak and Juditsky 1992).</summary>
/// <remarks>
/// p -= eta (g + lambd p), eta = lr / (1 + lambd lr step)^alpha; from step t0 on ax averages p.
/// Here g is the gradient, with weight_decay p added.
/// </remarks>
public partial class ASGD : OptimizerHelper
{
    /// <summary>Optimizes one group of parameters.</summary>
    public ASGD(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000,
        double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="lambd">How fast the rate falls.</param>
    /// <param name="alpha">The power with which the rate falls.</param>
    /// <param name="t0">The step at which averaging begins.</param>
    /// <param name="weight_decay">How much parameters are drawn to zero.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    public ASGD(IEnumerable<ParamGroup<Options>> parameters, double lr = 0.01, double lambd = 0.0001, double alpha = 0.75,
        double t0 = 1000000, double weight_decay = 0, bool maximize = false)
    {
        OptionChecks.NotNegative(nameof(ASGD), nameof(lr), lr);
        OptionChecks.NotNegative(nameof(ASGD), nameof(weight_decay), weight_decay);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            lambd = lambd,
            alpha = alpha,
            t0 = t0,
            weight_decay = weight_decay,
            maximize = maximize,
        };
        foreach (ParamGroup<Options> group in parameters)
        {
            add_param_group(group);
        }
    }

    /// <summary>Changes the parameters once.</summary>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Update, closure);

    private protected override void Complete(Modules.ParamGroup group)
    {
        Options defaults = (Options)_defaults;
        Options options = (Options)(group.Options ??= new Options());
        options.LearningRate ??= defaults.LearningRate;
        options.lambd ??= defaults.lambd;
        options.alpha ??= defaults.alpha;
        options.t0 ??= defaults.t0;
        options.weight_decay ??= defaults.weight_decay;
        options.maximize ??= defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        Options options = (Options)group.Options;
        double rate = options.LearningRate!.Value;
        (double lambd, double alpha) = (options.lambd!.Value, options.alpha!.Value);
        (double t0, double decay) = (options.t0!.Value, options.weight_decay!.Value);
        ForEachGradient<State>(group, options.maximize!.Value, (parameter, gradient, state) =>
        {
            Tensor g = Decayed(gradient, parameter, decay);
            state.step++;
            parameter.mul_(1 - lambd * state.eta);
            parameter.add_(g, -state.eta);
            if (state.mu == 1)
            {
                state.ax.copy_(parameter);
            }
            else
            {
                state.ax.add_((parameter - state.ax).mul_(state.mu));
            }
            state.eta = rate / Math.Pow(1 + lambd * rate * state.step, alpha);
            state.mu = 1 / Math.Max(1, state.step - t0);
        });
    }
}
