namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Schedulers one after the other; each begins with its epoch 0 at a milestone.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <summary>Makes the schedule; there is one milestone fewer than schedulers.</summary>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                        int last_epoch = -1)
                        : base(optimizer, last_epoch)
                    {
                        _schedulers = [.. schedulers];
                        _milestones = [.. milestones];
                        CheckCount(nameof(SequentialLR), "milestones", _milestones.Length, _schedulers.Length - 1);
                        // the schedulers have set the rates of their epoch 0 when they were made: undo that, for all but the first
                        Epoch++;
                        foreach (ILearningRateController group in Groups)
                        {
                            group.LearningRate = group.InitialLearningRate;
                        }
                        foreach (LRScheduler scheduler in _schedulers)
                        {
                            scheduler.Epoch--;
                        }
                        _schedulers[0].Restart();
                        SetRates([.. Rates()]);
                    }

                    /// <summary>Sets the rates of the next epoch.</summary>
                    public override void step(int? epoch)
                    {
                        _step_count++;
                        Epoch = epoch ?? Epoch + 1;
                        int current = _milestones.Count(m => m <= Epoch);
                        bool begins = current > 0 && _milestones[current - 1] == Epoch;
                        _schedulers[current].step(begins ? 0 : (int?)null);
                        SetRates([.. Rates()]);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Rates();
                }
            }
        }
    }
}
