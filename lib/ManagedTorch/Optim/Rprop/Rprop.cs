using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Steps by the sign of the gradient alone; each parameter has a step size that grows while the sign stays (Riedmiller and Braun
/// 1993).
/// </summary>
/// <remarks>
/// s *= etaplus where g has the sign of the last g, etaminus where it has the other; p -= s sign(g), but not where the sign has changed.
/// Here g is the gradient.
/// </remarks>
public partial class Rprop : OptimizerHelper
{
    /// <summary>Optimizes one group of parameters.</summary>
    public Rprop(IEnumerable<Parameter> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2,
        double min_step = 1E-06, double max_step = 50, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="etaminus">The factor of a step size when the sign changes.</param>
    /// <param name="etaplus">The factor of a step size while the sign stays.</param>
    /// <param name="min_step">The smallest step size.</param>
    /// <param name="max_step">The largest step size.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    public Rprop(IEnumerable<ParamGroup> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2,
        double min_step = 1E-06, double max_step = 50, bool maximize = false)
    {
        OptionChecks.NotNegative(nameof(Rprop), nameof(lr), lr);
        if (!(etaminus > 0 && etaminus < 1 && etaplus > 1))
        {
            throw new ArgumentException($"Rprop: expects 0 < etaminus < 1 < etaplus, got {etaminus} and {etaplus}");
        }
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            etaminus = etaminus,
            etaplus = etaplus,
            min_step = min_step,
            max_step = max_step,
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
        options.etaminus ??= defaults.etaminus;
        options.etaplus ??= defaults.etaplus;
        options.min_step ??= defaults.min_step;
        options.max_step ??= defaults.max_step;
        options.maximize ??= defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        Options options = (Options)group.Options;
        (double shrinkage, double growth) = (options.etaminus!.Value, options.etaplus!.Value);
        (double least, double most) = (options.min_step!.Value, options.max_step!.Value);
        ForEachGradient<State>(group, options.maximize!.Value, (parameter, gradient, state) =>
        {
            state.step++;
            Tensor agreement = gradient * state.prev;
            Tensor turned = agreement < 0;
            Tensor factor = ones_like(agreement).masked_fill_(agreement > 0, growth).masked_fill_(turned, shrinkage);
            state.step_size.mul_(factor).clamp_(least, most);
            Tensor kept = gradient.masked_fill(turned, 0);
            parameter.addcmul_(kept.sign(), state.step_size, -1);
            state.prev.copy_(kept);
        });
    }
}
