namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Sets the learning rates of an optimizer, epoch after epoch. A subclass writes <see cref="get_lr"/> and calls
            /// <see cref="step()"/> at the end of its constructor, which sets the rates of epoch 0.
            /// </summary>
            public abstract class LRScheduler
            {
                /// <summary>The number of calls of step so far.</summary>
                protected int _step_count;

                private readonly bool _verbose;
                private double[] _lastRates = [];

                /// <summary>For schedulers that only call others.</summary>
                protected LRScheduler()
                {
                    Groups = [];
                    BaseRates = [];
                }

                /// <summary>For subclasses. last_epoch is the epoch to go on after, or -1 to begin.</summary>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _verbose = verbose;
                    Epoch = last_epoch;
                    Groups = [.. optimizer.ParamGroups];
                    if (last_epoch == -1)
                    {
                        Begin(Groups);
                    }
                    BaseRates = [.. Groups.Select(g => g.InitialLearningRate)];
                }

                /// <summary>The optimizer's groups.</summary>
                internal IReadOnlyList<ILearningRateController> Groups { get; }

                /// <summary>The rates that the schedule starts from.</summary>
                internal double[] BaseRates { get; private protected set; }

                /// <summary>The epoch whose rates are set.</summary>
                internal int Epoch { get; set; }

                /// <summary>The rates set last, a group each.</summary>
                public IEnumerable<double> get_last_lr() => _lastRates;

                /// <summary>Sets the rates of the next epoch.</summary>
                public virtual void step() => step((int?)null);

                /// <summary>Sets the rates of an epoch; null for the next one.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    Epoch = epoch ?? Epoch + 1;
                    IEnumerable<double> rates = (epoch is null ? null : get_closed_form_lr()) ?? get_lr();
                    // computed for all groups before the first one changes
                    SetRates([.. rates]);
                }

                /// <summary>Sets the rates of the next epoch; schedulers that watch a metric are given it here.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates of the epoch, a group each, which may build on the present ones.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates();

                /// <summary>The rates of the epoch by formula, or null where there is none.</summary>
                protected virtual IEnumerable<double>? get_closed_form_lr() => null;

                /// <summary>The present rates, a group each.</summary>
                internal IEnumerable<double> Rates() => Groups.Select(g => g.LearningRate);

                /// <summary>Begins again: the next step is the first one.</summary>
                internal void Restart()
                {
                    _step_count = 0;
                    step();
                }

                // The first scheduler of an optimizer starts from the present rates, further ones from the same.
                private static void Begin(IEnumerable<ILearningRateController> groups)
                {
                    foreach (ILearningRateController group in groups)
                    {
                        if (group is Modules.ParamGroup { IsScheduled: true })
                        {
                            continue;
                        }
                        group.InitialLearningRate = group.LearningRate;
                        if (group is Modules.ParamGroup plain)
                        {
                            plain.IsScheduled = true;
                        }
                    }
                }

                private protected void SetRates(double[] rates)
                {
                    for (int i = 0; i < rates.Length; i++)
                    {
                        Groups[i].LearningRate = rates[i];
                        if (_verbose)
                        {
                            Console.WriteLine($"Epoch {Epoch}: the learning rate of group {i} is {rates[i]:g4}.");
                        }
                    }
                    _lastRates = rates;
                }
            }
        }
    }
}
