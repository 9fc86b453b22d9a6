using System.Security.Cryptography;
using ManagedTorch.Randomness;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers that gives the figures of PyTorch's CPU generator for the same seed.</summary>
    public partial class Generator : IDisposable
    {
        /// <summary>The seed of a fresh default generator in PyTorch (c10::detail, default_rng_seed_val).</summary>
        private const ulong DefaultSeed = 67280421310721;

        private readonly Lock _gate = new();
        private readonly MersenneTwister _engine;
        private ulong _seed;

        /// <summary>The second number of the last Box-Muller pair, where it is still unused.</summary>
        private double? _nextNormal;

        /// <summary>A generator that starts from <paramref name="seed"/>; the device can only be the CPU.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            if (device is not null && device.type != DeviceType.CPU)
            {
                throw new InvalidOperationException($"the embedded engine has no generator for {device.type}");
            }
            _seed = seed;
            _engine = new MersenneTwister(unchecked((uint)seed));
        }

        /// <summary>The generator that every operation uses when it is given none.</summary>
        public static Generator Default { get; } = new(DefaultSeed);

        /// <summary>The CPU.</summary>
        public Device device => CPU;

        /// <summary>Starts the sequence that belongs to <paramref name="seed"/>; returns this generator.</summary>
        public Generator manual_seed(long seed)
        {
            lock (_gate)
            {
                _seed = unchecked((ulong)seed);
                _engine.Seed(unchecked((uint)seed));
                _nextNormal = null;
            }
            return this;
        }

        /// <summary>Starts from a seed that the operating system drew, and returns that seed.</summary>
        public long seed()
        {
            // 53 bits, as PyTorch's, so that the seed survives a detour through a double
            long drawn = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & ((1L << 53) - 1);
            manual_seed(drawn);
            return drawn;
        }

        /// <summary>The seed this generator was last started from.</summary>
        public long initial_seed() => unchecked((long)_seed);

        /// <summary>Nothing to release: the state is managed memory.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Called by <see cref="Dispose()"/>.</summary>
        protected virtual void Dispose(bool disposing)
        {
        }
    }
}
