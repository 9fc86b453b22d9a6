using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Divides the gradient by the root of the sum of all its squares so far (Duchi, Hazan and Singer 2011).</summary>
/// <remarks>
/// s += g^2; p -= lr / (1 + (step - 1) lr_decay) g / (sqrt(s) + eps).
/// Here g is the gradient, with weight_decay p added.
/// </remarks>
public partial class Adagrad : OptimizerHelper
{
    /// <summary>Optimizes one group of parameters.</summary>
    public Adagrad(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1E-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    /// <summary>Optimizes several groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="lr_decay">How fast the rate falls.</param>
    /// <param name="weight_decay">How much parameters are drawn to zero.</param>
    /// <param name="initial_accumulator_value">What the sum of squares starts from.</param>
    /// <param name="eps">Added to the root.</param>
    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1E-10)
    {
        OptionChecks.NotNegative(nameof(Adagrad), nameof(lr), lr);
        OptionChecks.NotNegative(nameof(Adagrad), nameof(lr_decay), lr_decay);
        OptionChecks.NotNegative(nameof(Adagrad), nameof(weight_decay), weight_decay);
        OptionChecks.NotNegative(nameof(Adagrad), nameof(initial_accumulator_value), initial_accumulator_value);
        OptionChecks.NotNegative(nameof(Adagrad), nameof(eps), eps);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            lr_decay = lr_decay,
            weight_decay = weight_decay,
            initial_accumulator_value = initial_accumulator_value,
            eps = eps,
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
        options.lr_decay ??= defaults.lr_decay;
        options.weight_decay ??= defaults.weight_decay;
        options.initial_accumulator_value ??= defaults.initial_accumulator_value;
        options.eps ??= defaults.eps;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        Options options = (Options)group.Options;
        double rate = options.LearningRate!.Value;
        (double rateDecay, double decay) = (options.lr_decay!.Value, options.weight_decay!.Value);
        double eps = options.eps!.Value;
        ForEachGradient<State>(group, maximize: false, (parameter, gradient, state) =>
        {
            Tensor g = Decayed(gradient, parameter, decay);
            state.step++;
            double stepRate = rate / (1 + (state.step - 1) * rateDecay);
            state.sum.addcmul_(g, g, 1);
            parameter.addcdiv_(g, state.sum.sqrt().add_(eps), -stepRate);
        });
    }
}
