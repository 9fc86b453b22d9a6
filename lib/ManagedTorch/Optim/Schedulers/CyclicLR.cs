namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>
                /// The rate up and down between two values again and again, and the momentum the other way (Smith 2017).
                /// Call step after every batch.
                /// </summary>
                /// <remarks>
                /// Triangular keeps the height of the cycles, Triangular2 halves it at each cycle, ExpRange multiplies it by gamma
                /// at each step.
                /// </remarks>
                public class CyclicLR : LRScheduler
                {
                    private readonly double[] _largestRates;
                    private readonly double[]? _leastMomenta;
                    private readonly double[]? _largestMomenta;
                    private readonly double _stepsPerCycle;
                    private readonly double _shareUp;
                    private readonly Func<double, double> _scale;
                    private readonly bool _scalesByCycle;

                    /// <summary>The same bounds for all groups.</summary>
                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                        double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Each(optimizer, base_lr), Each(optimizer, max_lr), step_size_up, step_size_down, mode, gamma,
                            scale_fn, scale_mode, cycle_momentum, Each(optimizer, base_momentum), Each(optimizer, max_momentum), last_epoch,
                            verbose)
                    {
                    }

                    /// <summary>Bounds for each group.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="base_lr">The least rates.</param>
                    /// <param name="max_lr">The largest rates.</param>
                    /// <param name="step_size_up">The number of steps on the way up.</param>
                    /// <param name="step_size_down">The number of steps on the way down; -1 for as many.</param>
                    /// <param name="mode">How the height of the cycles changes.</param>
                    /// <param name="gamma">The factor of ExpRange.</param>
                    /// <param name="scale_fn">The height by the number of the cycle or step, in place of the mode's.</param>
                    /// <param name="scale_mode">Whether scale_fn is given the cycle (from 1) or the step (from 0).</param>
                    /// <param name="cycle_momentum">Whether the momentum moves too.</param>
                    /// <param name="base_momentum">The least momenta.</param>
                    /// <param name="max_momentum">The largest momenta.</param>
                    /// <param name="last_epoch">The step to go on after, or -1 to begin.</param>
                    /// <param name="verbose">Whether to print each change.</param>
                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        double[] leastRates = [.. base_lr];
                        _largestRates = [.. max_lr];
                        CheckCount(nameof(CyclicLR), "least rates", leastRates.Length, Groups.Count);
                        CheckCount(nameof(CyclicLR), "largest rates", _largestRates.Length, Groups.Count);
                        if (step_size_up < 1)
                        {
                            throw new ArgumentException($"CyclicLR: expects step_size_up >= 1, got {step_size_up}");
                        }
                        double stepsDown = step_size_down == -1 ? step_size_up : step_size_down;
                        _stepsPerCycle = step_size_up + stepsDown;
                        _shareUp = step_size_up / _stepsPerCycle;
                        (_scale, _scalesByCycle) = scale_fn is not null
                            ? (scale_fn, scale_mode == ScaleMode.Cycle)
                            : ScaleOf(mode, gamma);
                        if (last_epoch == -1)
                        {
                            for (int i = 0; i < Groups.Count; i++)
                            {
                                Groups[i].LearningRate = Groups[i].InitialLearningRate = leastRates[i];
                            }
                        }
                        BaseRates = leastRates;
                        if (cycle_momentum)
                        {
                            CheckMomentum(nameof(CyclicLR), optimizer);
                            _leastMomenta = [.. base_momentum ?? Each(optimizer, 0.8)];
                            _largestMomenta = [.. max_momentum ?? Each(optimizer, 0.9)];
                            CheckCount(nameof(CyclicLR), "momenta", Math.Min(_leastMomenta.Length, _largestMomenta.Length), Groups.Count);
                        }
                        step();
                    }

                    /// <summary>How the height of the cycles changes.</summary>
                    public enum Mode
                    {
                        /// <summary>Not at all.</summary>
                        Triangular,

                        /// <summary>It is halved at each cycle.</summary>
                        Triangular2,

                        /// <summary>It is multiplied by gamma at each step.</summary>
                        ExpRange,
                    }

                    /// <summary>What the height depends on.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,

                        /// <summary>The number of the step, from 0.</summary>
                        Iterations,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        double cycle = Math.Floor(1 + Epoch / _stepsPerCycle);
                        double place = 1 + Epoch / _stepsPerCycle - cycle;
                        double height = place <= _shareUp ? place / _shareUp : (place - 1) / (_shareUp - 1);
                        height *= _scale(_scalesByCycle ? cycle : Epoch);
                        double[] rates = new double[Groups.Count];
                        for (int i = 0; i < rates.Length; i++)
                        {
                            rates[i] = BaseRates[i] + (_largestRates[i] - BaseRates[i]) * height;
                            if (_leastMomenta is not null && _largestMomenta is not null)
                            {
                                SetMomentum(Groups[i], _largestMomenta[i] - (_largestMomenta[i] - _leastMomenta[i]) * height);
                            }
                        }
                        return rates;
                    }

                    private static (Func<double, double> Scale, bool ByCycle) ScaleOf(Mode mode, double gamma) => mode switch
                    {
                        Mode.Triangular => (_ => 1, true),
                        Mode.Triangular2 => (cycle => 1 / Math.Pow(2, cycle - 1), true),
                        _ => (step => Math.Pow(gamma, step), false),
                    };
                }
            }
        }
    }
}
