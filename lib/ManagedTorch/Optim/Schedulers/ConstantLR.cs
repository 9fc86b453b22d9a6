namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate times a factor, until an epoch; the full rate from there on.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _totalIterations;

                    /// <summary>Makes the schedule.</summary>
                    public ConstantLR(Optimizer optimizer, double factor = 0.3333333333333333, int total_iters = 5, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        CheckFactor(nameof(ConstantLR), nameof(factor), factor, allowZero: true);
                        _factor = factor;
                        _totalIterations = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                        {
                            return Rates().Select(rate => rate * _factor);
                        }
                        return Epoch == _totalIterations ? Rates().Select(rate => rate * (1 / _factor)) : Rates();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => rate * (Epoch >= _totalIterations ? 1 : _factor));
                }
            }
        }
    }
}
