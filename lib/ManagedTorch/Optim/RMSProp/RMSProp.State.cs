using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps taken.</summary>
        public long step;

        /// <summary>The average squared gradient.</summary>
        public Tensor square_avg = null!;

        /// <summary>What is left of the steps so far; null without momentum.</summary>
        public Tensor? momentum_buffer;

        /// <summary>The average gradient; null unless centered.</summary>
        public Tensor? grad_avg;

        /// <summary>For a parameter that has taken no step.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Options own = (Options)options;
            step = 0;
            square_avg = Zeros();
            momentum_buffer = own.momentum is > 0 ? Zeros() : null;
            grad_avg = own.centered == true ? Zeros() : null;
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
            CopyTensor(other.square_avg, ref square_avg!);
            CopyTensor(other.momentum_buffer, ref momentum_buffer);
            CopyTensor(other.grad_avg, ref grad_avg);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            LoadTensor(reader, ref square_avg);
            LoadConditionalStateTensor(reader, ref momentum_buffer, CPU);
            LoadConditionalStateTensor(reader, ref grad_avg, CPU);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(writer, square_avg);
            SaveConditionalStateTensor(writer, momentum_buffer);
            SaveConditionalStateTensor(writer, grad_avg);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Close(square_avg, state.square_avg) &&
            Close(momentum_buffer, state.momentum_buffer) && Close(grad_avg, state.grad_avg);

        /// <summary>Releases the tensors.</summary>
        public void Dispose()
        {
            square_avg.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }
    }
}
