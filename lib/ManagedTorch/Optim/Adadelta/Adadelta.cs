using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps of the size of past steps, over the size of past gradients (Zeiler 2012).</summary>
/// <remarks>
/// v = rho v + (1 - rho) g^2; d = sqrt(a + eps) / sqrt(v + eps) g; a = rho a + (1 - rho) d^2; p -= lr d.
/// Here g is the gradient, with weight_decay p added.
/// </remarks>
public partial class Adadelta : OptimizerHelper
{
    /// <summary>Optimizes one group of parameters.</summary>
    public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1E-06, double weight_decay = 0,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="rho">The rate at which the averages forget.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">How much parameters are drawn to zero.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1, double rho = 0.9, double eps = 1E-06, double weight_decay = 0,
        bool maximize = false)
    {
        OptionChecks.NotNegative(nameof(Adadelta), nameof(lr), lr);
        OptionChecks.NotNegative(nameof(Adadelta), nameof(eps), eps);
        OptionChecks.NotNegative(nameof(Adadelta), nameof(weight_decay), weight_decay);
        OptionChecks.Rate(nameof(Adadelta), nameof(rho), rho);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            rho = rho,
            eps = eps,
            weight_decay = weight_decay,
            maximize = maximize,
        };
        foreach (ParamGroup group in parameters)
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
        options.rho ??= defaults.rho;
        options.eps ??= defaults.eps;
        options.weight_decay ??= defaults.weight_decay;
        options.maximize ??= defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        Options options = (Options)group.Options;
        double rate = options.LearningRate!.Value;
        (double rho, double eps) = (options.rho!.Value, options.eps!.Value);
        double decay = options.weight_decay!.Value;
        ForEachGradient<State>(group, options.maximize!.Value, (parameter, gradient, state) =>
        {
            Tensor g = Decayed(gradient, parameter, decay);
            state.step++;
            state.square_avg.mul_(rho).addcmul_(g, g, 1 - rho);
            Tensor root = (state.square_avg + eps).sqrt_();
            Tensor delta = (state.acc_delta + eps).sqrt_().div_(root).mul_(g);
            state.acc_delta.mul_(rho).addcmul_(delta, delta, 1 - rho);
            parameter.add_(delta, -rate);
        });
    }
}
