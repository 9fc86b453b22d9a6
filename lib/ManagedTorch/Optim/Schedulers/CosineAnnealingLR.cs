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
                /// The rate along a cosine wave between its start and a least one (Loshchilov and Hutter 2017, without restarts).
                /// </summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _halfPeriod;
                    private readonly double _least;

                    /// <summary>Makes the schedule: from the initial rate at epoch 0 to eta_min at epoch T_max.</summary>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        CheckPositive(nameof(CosineAnnealingLR), nameof(T_max), T_max);
                        _halfPeriod = T_max;
                        _least = eta_min;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                        {
                            return Rates();
                        }
                        if (_step_count == 1)
                        {
                            return get_closed_form_lr();
                        }
                        if ((Epoch - 1 - _halfPeriod) % (2 * _halfPeriod) == 0)
                        {
                            // the rate before was the least one, from which no factor leads up again
                            double rise = (1 - Math.Cos(Math.PI / _halfPeriod)) / 2;
                            return Rates().Zip(BaseRates, (rate, initial) => rate + (initial - _least) * rise);
                        }
                        double factor = Height(Epoch) / Height(Epoch - 1);
                        return Rates().Select(rate => factor * (rate - _least) + _least);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(initial => _least + (initial - _least) * Height(Epoch) / 2);

                    private double Height(int epoch) => 1 + Math.Cos(Math.PI * epoch / _halfPeriod);
                }
            }
        }
    }
}
