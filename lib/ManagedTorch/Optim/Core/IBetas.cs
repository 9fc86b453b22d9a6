namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>An optimizer, or a group of its parameters, with two averages whose rates schedulers may change.</summary>
        public interface IBetas
        {
            /// <summary>The rates of the averages of gradients and of squared gradients.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
