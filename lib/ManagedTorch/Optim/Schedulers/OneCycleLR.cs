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
                /// The rate up from a small one to the largest and down to a still smaller one, and the momentum the other way (Smith and
                /// Topin 2018). Call step after every batch.
                /// </summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int _totalSteps;
                    private readonly OneCyclePhase[] _phases;
                    private readonly double[] _largestRates;
                    private readonly double _startDivisor;
                    private readonly double _endDivisor;
                    private readonly bool _isLinear;
                    private readonly double[]? _leastMomenta;
                    private readonly double[]? _largestMomenta;

                    /// <summary>One largest rate for all groups. Give total_steps, or epochs and steps_per_epoch.</summary>
                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Each(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy,
                            cycle_momentum, Each(optimizer, base_momentum), Each(optimizer, max_momentum), div_factor, final_div_factor,
                            three_phase,
                            last_epoch, verbose)
                    {
                    }

                    /// <summary>A largest rate for each group. Give total_steps, or epochs and steps_per_epoch.</summary>
                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1,
                        int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos,
                        bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                            double div_factor = 25,
                        double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _totalSteps = total_steps > 0 ? total_steps : epochs * steps_per_epoch;
                        if (total_steps <= 0 && (epochs <= 0 || steps_per_epoch <= 0))
                        {
                            throw new ArgumentException("OneCycleLR: give total_steps, or epochs and steps_per_epoch, each at least 1");
                        }
                        if (!(pct_start >= 0 && pct_start <= 1))
                        {
                            throw new ArgumentException($"OneCycleLR: expects 0 <= pct_start <= 1, got {pct_start}");
                        }
                        _largestRates = [.. max_lr];
                        CheckCount(nameof(OneCycleLR), "largest rates", _largestRates.Length, Groups.Count);
                        _startDivisor = div_factor;
                        _endDivisor = final_div_factor;
                        _isLinear = anneal_strategy == AnnealStrategy.Linear;
                        _phases = OneCyclePhase.Plan(_totalSteps, pct_start, three_phase);
                        if (last_epoch == -1)
                        {
                            BaseRates = [.. _largestRates.Select(rate => rate / _startDivisor)];
                            for (int i = 0; i < Groups.Count; i++)
                            {
                                Groups[i].InitialLearningRate = BaseRates[i];
                            }
                        }
                        if (cycle_momentum)
                        {
                            CheckMomentum(nameof(OneCycleLR), optimizer);
                            _leastMomenta = [.. base_momentum ?? Each(optimizer, 0.85)];
                            _largestMomenta = [.. max_momentum ?? Each(optimizer, 0.95)];
                            CheckCount(nameof(OneCycleLR), "momenta", Math.Min(_leastMomenta.Length, _largestMomenta.Length), Groups.Count);
                        }
                        step();
                    }

                    /// <summary>The curve between two rates.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine wave.</summary>
                        Cos,

                        /// <summary>A straight line.</summary>
                        Linear,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > _totalSteps)
                        {
                            throw new InvalidOperationException($"OneCycleLR: step {Epoch} of a schedule of {_totalSteps} steps");
                        }
                        (OneCyclePhase phase, double share) = OneCyclePhase.At(_phases, Epoch);
                        double[] rates = new double[Groups.Count];
                        for (int i = 0; i < rates.Length; i++)
                        {
                            double initial = _largestRates[i] / _startDivisor;
                            double[] levels = [initial / _endDivisor, initial, _largestRates[i]];
                            rates[i] = Between(levels[(int)phase.StartRate], levels[(int)phase.EndRate], share);
                            if (_leastMomenta is not null && _largestMomenta is not null)
                            {
                                double[] momenta = [_leastMomenta[i], _largestMomenta[i]];
                                double start = momenta[phase.StartsAtLargestMomentum ? 1 : 0];
                                double end = momenta[phase.EndsAtLargestMomentum ? 1 : 0];
                                SetMomentum(Groups[i], Between(start, end, share));
                            }
                        }
                        return rates;
                    }

                    private double Between(double start, double end, double share) =>
                        _isLinear ? start + (end - start) * share : end + (start - end) / 2 * (1 + Math.Cos(Math.PI * share));
                }
            }
        }
    }
}
