namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate times a factor that goes from one value to another in a straight line.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _startFactor;
                    private readonly double _endFactor;
                    private readonly int _totalIterations;

                    /// <summary>Makes the schedule.</summary>
                    public LinearLR(Optimizer optimizer, double start_factor = 0.3333333333333333, double end_factor = 1,
                        int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        CheckFactor(nameof(LinearLR), nameof(start_factor), start_factor, allowZero: false);
                        CheckFactor(nameof(LinearLR), nameof(end_factor), end_factor, allowZero: true);
                        _startFactor = start_factor;
                        _endFactor = end_factor;
                        _totalIterations = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                        {
                            return Rates().Select(rate => rate * _startFactor);
                        }
                        if (Epoch > _totalIterations)
                        {
                            return Rates();
                        }
                        double rise = _endFactor - _startFactor;
                        return Rates().Select(rate => rate * (1 + rise / (_totalIterations * _startFactor + (Epoch - 1) * rise)));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        double share = (double)Math.Min(_totalIterations, Epoch) / _totalIterations;
                        return BaseRates.Select(rate => rate * (_startFactor + (_endFactor - _startFactor) * share));
                    }
                }
            }
        }
    }
}
