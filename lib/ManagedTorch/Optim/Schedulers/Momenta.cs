namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                private static IEnumerable<double> Each(Optimizer optimizer, double value) => optimizer.ParamGroups.Select(_ => value);

                private static void CheckMomentum(string scheduler, Optimizer optimizer)
                {
                    if (optimizer.ParamGroups.Any(g => g is not (IMomentum or IBetas)))
                    {
                        throw new ArgumentException(
                            $"{scheduler}: {optimizer.GetType().Name} has no momentum to cycle; pass cycle_momentum: false");
                    }
                }

                private static void SetMomentum(ILearningRateController group, double value)
                {
                    if (group is IBetas betas)
                    {
                        betas.Betas = (value, betas.Betas.Item2);
                    }
                    else if (group is IMomentum momentum)
                    {
                        momentum.Momentum = value;
                    }
                }
            }
        }
    }
}
