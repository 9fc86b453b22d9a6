using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Rprop
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps taken.</summary>
        public long step;

        /// <summary>The last gradient, zero where its sign had changed.</summary>
        public Tensor prev = null!;

        /// <summary>The size of the next step.</summary>
        public Tensor step_size = null!;

        /// <summary>For a parameter that has taken no step.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            prev = Zeros();
            step_size = Zeros().fill_(options.LearningRate!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            State other = (State)source;
            if (ReferenceEquals(other, this))
            {
                return;
            }
            step = other.step;
            CopyTensor(other.prev, ref prev!);
            CopyTensor(other.step_size, ref step_size!);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            LoadTensor(reader, ref prev);
            LoadTensor(reader, ref step_size);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(writer, prev);
            TensorFormat.Write(writer, step_size);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Close(prev, state.prev) && Close(step_size, state.step_size);

        /// <summary>Releases the tensors.</summary>
        public void Dispose()
        {
            prev.Dispose();
            step_size.Dispose();
        }
    }
}
