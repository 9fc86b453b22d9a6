namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate times a factor whenever a metric has stopped getting better.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _isMaximum;
                    private readonly bool _isRelative;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly int _cooldown;
                    private readonly double[] _leastRates;
                    private readonly double _smallestChange;
                    private double _best;
                    private int _badEpochs;
                    private int _cooldownLeft;

                    /// <summary>Makes the schedule.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="mode">"min" when smaller is better, "max" when larger is.</param>
                    /// <param name="factor">What the rate is multiplied by, below 1.</param>
                    /// <param name="patience">How many epochs may pass without getting better.</param>
                    /// <param name="threshold">How much better counts.</param>
                    /// <param name="threshold_mode">"rel" for a share of the best metric, "abs" for a difference.</param>
                    /// <param name="cooldown">How many epochs to wait after a change.</param>
                    /// <param name="min_lr">The least rate: one for all groups, or one for each.</param>
                    /// <param name="eps">Smaller changes of the rate are not made.</param>
                    /// <param name="verbose">Whether to print changes.</param>
                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10,
                        double threshold = 0.0001, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null,
                            double eps = 1E-08, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (!(factor < 1))
                        {
                            throw new ArgumentException($"ReduceLROnPlateau: expects factor < 1, got {factor}");
                        }
                        if (mode is not ("min" or "max") || threshold_mode is not ("rel" or "abs"))
                        {
                            throw new ArgumentException(
                                $"ReduceLROnPlateau: expects mode 'min' or 'max' and threshold_mode 'rel' or 'abs', " +
                                $"got '{mode}' and '{threshold_mode}'");
                        }
                        _isMaximum = mode == "max";
                        _isRelative = threshold_mode == "rel";
                        _factor = factor;
                        _patience = patience;
                        _threshold = threshold;
                        _cooldown = cooldown;
                        _leastRates = min_lr switch
                        {
                            null => new double[Groups.Count],
                            [var one] => [.. Groups.Select(_ => one)],
                            _ => [.. min_lr],
                        };
                        CheckCount(nameof(ReduceLROnPlateau), "least rates", _leastRates.Length, Groups.Count);
                        _smallestChange = eps;
                        _best = _isMaximum ? double.NegativeInfinity : double.PositiveInfinity;
                        SetRates([.. Rates()]);
                        Epoch = 0;
                    }

                    /// <summary>Refused: this schedule needs a metric.</summary>
                    public override void step() => step((int?)null);

                    /// <summary>Refused: this schedule needs a metric.</summary>
                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("ReduceLROnPlateau: call step with the metric, such as step(validationLoss)");

                    /// <summary>Takes the metric of an epoch, and lowers the rates where it is time.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        _step_count++;
                        Epoch = epoch ?? Epoch + 1;
                        if (IsBetter(current))
                        {
                            _best = current;
                            _badEpochs = 0;
                        }
                        else
                        {
                            _badEpochs++;
                        }
                        if (_cooldownLeft > 0)
                        {
                            _cooldownLeft--;
                            _badEpochs = 0;
                        }
                        if (_badEpochs > _patience)
                        {
                            _cooldownLeft = _cooldown;
                            _badEpochs = 0;
                            SetRates([.. Rates().Zip(_leastRates, Reduced)]);
                        }
                    }

                    private bool IsBetter(double metric)
                    {
                        double margin = _isRelative ? _threshold * _best : _threshold;
                        // nothing is a share of infinity: the first metric is always the best
                        margin = double.IsInfinity(_best) ? 0 : margin;
                        return _isMaximum ? metric > _best + margin : metric < _best - margin;
                    }

                    private double Reduced(double rate, double least)
                    {
                        double reduced = Math.Max(rate * _factor, least);
                        return rate - reduced > _smallestChange ? reduced : rate;
                    }
                }
            }
        }
    }
}
