using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The quasi-Newton method with limited memory (Liu and Nocedal 1989), for a loss that is the same whenever it is computed, and few
/// parameters. It has no line search: every step has the length lr.
/// </summary>
/// <remarks>
/// One call of step takes up to max_iter steps p += t d with d = -H g. H is never formed: d follows from the last changes s of the
/// parameters and y of the gradient by two loops (Nocedal 1980). The first step is shortened to t = lr min(1, 1 / |g|_1).
/// </remarks>
public class LBFGS : optim.Optimizer, optim.ILearningRateController
{
    /// <summary>The least curvature y s for which a pair of changes is remembered.</summary>
    private const double LeastCurvature = 1e-10;

    private readonly Parameter[] _parameters;
    private readonly long _mostSteps;
    private readonly long _mostEvaluations;
    private readonly double _gradientTolerance;
    private readonly double _changeTolerance;
    private readonly LbfgsMemory _memory;
    private Tensor? _direction;
    private Tensor? _lastGradient;
    private long _steps;

    internal LBFGS(IEnumerable<Parameter> parameters, double lr, long max_iter, long? max_eval, double tolerange_grad,
        double tolerance_change, long history_size)
    {
        OptionChecks.NotNegative(nameof(LBFGS), nameof(lr), lr);
        if (history_size < 1)
        {
            throw new ArgumentException($"LBFGS: expects history_size >= 1, got {history_size}");
        }
        _parameters = [.. parameters];
        _parameter_groups.Add(new ParamGroup { Parameters = _parameters, Options = new OptimizerOptions { LearningRate = lr } });
        LearningRate = InitialLearningRate = lr;
        _mostSteps = max_iter;
        _mostEvaluations = max_eval ?? max_iter * 5 / 4;
        _gradientTolerance = tolerange_grad;
        _changeTolerance = tolerance_change;
        _memory = new LbfgsMemory(history_size);
    }

    /// <summary>The length of a step.</summary>
    public double LearningRate { get; set; }

    /// <summary>The length that schedules start from.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>The optimizer itself: it has one rate.</summary>
    public override IEnumerable<optim.ILearningRateController> ParamGroups => [this];

    /// <summary>Takes up to max_iter steps.</summary>
    /// <param name="closure">Forgets the gradients, computes the loss and calls backward on it.</param>
    /// <returns>The loss before the first step.</returns>
    public override Tensor? step(Func<Tensor>? closure)
    {
        if (closure is null)
        {
            throw new ArgumentNullException(nameof(closure),
                "LBFGS: step needs a closure that calls zero_grad, computes the loss, calls backward and returns the loss");
        }
        Tensor first = Evaluate(closure);
        using (no_grad())
        using (NewDisposeScope())
        {
            Tensor gradient = Gradient();
            if (Largest(gradient) > _gradientTolerance)
            {
                Descend(closure, gradient, first.ToDouble());
            }
        }
        return first;
    }

    /// <summary>Releases the memory of past steps.</summary>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _memory.Clear();
            _direction?.Dispose();
            _lastGradient?.Dispose();
        }
    }

    private static double Largest(Tensor x) => x.numel() == 0 ? 0 : x.abs().max().ToDouble();

    private static Tensor Evaluate(Func<Tensor> closure)
    {
        using (enable_grad())
        {
            return closure();
        }
    }

    private static void Keep(Tensor value, ref Tensor? place)
    {
        place?.Dispose();
        place = value.clone().DetachFromDisposeScope();
    }

    private void Descend(Func<Tensor> closure, Tensor gradient, double loss)
    {
        long evaluations = 1;
        for (long taken = 1; taken <= _mostSteps; taken++)
        {
            bool isFirst = ++_steps == 1;
            Tensor direction = isFirst ? gradient.neg() : NextDirection(gradient);
            Keep(direction, ref _direction);
            Keep(gradient, ref _lastGradient);
            double length = isFirst ? Math.Min(1, 1 / gradient.abs().sum().ToDouble()) * LearningRate : LearningRate;
            _memory.LastLength = length;
            double slope = gradient.dot(direction).ToDouble();
            if (slope > -_changeTolerance)
            {
                return;
            }
            Move(direction, length);
            double before = loss;
            if (taken < _mostSteps)
            {
                loss = Evaluate(closure).ToDouble();
                gradient = Gradient();
                evaluations++;
            }
            if (evaluations >= _mostEvaluations || Largest(gradient) <= _gradientTolerance ||
                Largest(direction) * length <= _changeTolerance || Math.Abs(loss - before) < _changeTolerance)
            {
                return;
            }
        }
    }

    private Tensor NextDirection(Tensor gradient)
    {
        Tensor y = gradient - _lastGradient!;
        Tensor s = _direction! * _memory.LastLength;
        if (y.dot(s).ToDouble() > LeastCurvature)
        {
            _memory.Remember(s, y);
        }
        return _memory.Direction(gradient);
    }

    private Tensor Gradient() =>
        cat([.. _parameters.Select(p => (p.grad is { } gradient ? gradient : zeros_like(p)).reshape(-1))]);

    private void Move(Tensor direction, double length)
    {
        long start = 0;
        foreach (Parameter parameter in _parameters)
        {
            parameter.add_(direction.narrow(0, start, parameter.numel()).view_as(parameter), length);
            start += parameter.numel();
        }
    }
}
