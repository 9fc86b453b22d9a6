namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The schedulers themselves.</summary>
            public static partial class impl
            {
                private static void CheckCount(string scheduler, string what, int count, int expected)
                {
                    if (count != expected)
                    {
                        throw new ArgumentException($"{scheduler}: expects {expected} {what}, got {count}");
                    }
                }

                private static void CheckPositive(string scheduler, string option, double value)
                {
                    if (!(value > 0))
                    {
                        throw new ArgumentException($"{scheduler}: expects {option} > 0, got {value}");
                    }
                }

                private static void CheckFactor(string scheduler, string option, double value, bool allowZero)
                {
                    if (!(value <= 1 && (value > 0 || (allowZero && value == 0))))
                    {
                        throw new ArgumentException($"{scheduler}: expects {option} from 0 to 1, got {value}");
                    }
                }
            }
        }
    }
}
