using ManagedTorch.Autograd;

namespace ManagedTorch.Autograd
{
    /// <summary>Whether operations of this thread are recorded.</summary>
    internal static class GradMode
    {
        [ThreadStatic]
        private static bool disabled;

        public static bool Enabled => !disabled;

        public static Restore Set(bool enabled)
        {
            var restore = new Restore(disabled);
            disabled = !enabled;
            return restore;
        }

        internal sealed class Restore(bool before) : IDisposable
        {
            public void Dispose() => disabled = before;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        /// <summary>Stops recording until disposed.</summary>
        public static IDisposable no_grad() => GradMode.Set(false);

        /// <summary>Starts recording until disposed.</summary>
        public static IDisposable enable_grad(bool enabled = true) => GradMode.Set(enabled);

        /// <summary>Sets recording until disposed.</summary>
        public static IDisposable set_grad_enabled(bool mode = true) => GradMode.Set(mode);

        /// <summary>Stops recording until disposed; the embedded engine treats it as <see cref="no_grad"/>.</summary>
        public static IDisposable inference_mode(bool mode = true) => GradMode.Set(!mode && GradMode.Enabled);

        /// <summary>True while operations are recorded.</summary>
        public static bool is_grad_enabled() => GradMode.Enabled;
    }
}
