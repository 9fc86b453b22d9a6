namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate times (1 - epoch / total) to a power, down to zero.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int _totalIterations;
                    private readonly double _power;

                    /// <summary>Makes the schedule.</summary>
                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        CheckPositive(nameof(PolynomialLR), nameof(total_iters), total_iters);
                        _totalIterations = total_iters;
                        _power = power;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0 || Epoch > _totalIterations)
                        {
                            return Rates();
                        }
                        double decay = Math.Pow(Left(Epoch) / Left(Epoch - 1), _power);
                        return Rates().Select(rate => rate * decay);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => rate * Math.Pow(Left(Math.Min(_totalIterations, Epoch)), _power));

                    private double Left(int epoch) => 1 - (double)epoch / _totalIterations;
                }
            }
        }
    }
}
