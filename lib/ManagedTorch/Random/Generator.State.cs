using System.Runtime.InteropServices;
using ManagedTorch.Randomness;

namespace TorchSharp;

public static partial class torch
{
    public partial class Generator
    {
        /// <summary>The state as bytes: the same ones that PyTorch's CPU generator gives.</summary>
        public Tensor get_state()
        {
            State state = default;
            lock (_gate)
            {
                (uint[] words, int left, int next) = _engine.Save();
                state.Seed = _seed;
                state.Left = left;
                state.IsSeeded = 1;
                state.Next = (ulong)next;
                for (int i = 0; i < words.Length; i++)
                {
                    state.Words[i] = words[i];
                }
                state.NextNormal = _nextNormal ?? 0;
                state.HasNextNormal = _nextNormal is null ? 0 : 1;
            }
            Tensor bytes = zeros([Marshal.SizeOf<State>()], ScalarType.Byte);
            MemoryMarshal.Write(bytes.bytes, in state);
            return bytes;
        }

        /// <summary>Goes on from a state that <see cref="get_state"/>, or PyTorch, gave.</summary>
        /// <exception cref="ArgumentException">The bytes are no such state.</exception>
        public void set_state(Tensor value)
        {
            int length = Marshal.SizeOf<State>();
            if (value.dtype != ScalarType.Byte || value.numel() != length)
            {
                throw new ArgumentException($"a generator's state is {length} elements of type Byte, got {value.numel()} of {value.dtype}");
            }
            State state = MemoryMarshal.Read<State>(value.bytes);
            uint[] words = new uint[MersenneTwister.StateLength];
            for (int i = 0; i < words.Length; i++)
            {
                words[i] = (uint)state.Words[i];
            }
            lock (_gate)
            {
                _engine.Restore(words, state.Left, checked((int)state.Next));
                _seed = state.Seed;
                _nextNormal = state.HasNextNormal == 0 ? null : state.NextNormal;
            }
        }

        /// <summary>PyTorch's layout (ATen, CPUGeneratorImpl.cpp): each word of the twister takes eight bytes.</summary>
        [StructLayout(LayoutKind.Sequential)]
        private struct State
        {
            public ulong Seed;
            public int Left;
            public int IsSeeded;
            public ulong Next;
            public TwisterWords Words;
            public double UnusedNormalX;
            public double NextNormal;
            public double UnusedNormalRho;
            public int HasNextNormal;
            public float NextFloatNormal;
            public int HasNextFloatNormal;
        }

        [System.Runtime.CompilerServices.InlineArray(MersenneTwister.StateLength)]
        private struct TwisterWords
        {
            private ulong _first;
        }
    }
}
