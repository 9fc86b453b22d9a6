using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adadelta
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps taken.</summary>
        public long step;

        /// <summary>The average squared gradient.</summary>
        public Tensor square_avg = null!;

        /// <summary>The average squared step.</summary>
        public Tensor acc_delta = null!;

        /// <summary>For a parameter that has taken no step.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            square_avg = Zeros();
            acc_delta = Zeros();
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
            CopyTensor(other.acc_delta, ref acc_delta!);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            LoadTensor(reader, ref square_avg);
            LoadTensor(reader, ref acc_delta);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(writer, square_avg);
            TensorFormat.Write(writer, acc_delta);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Close(square_avg, state.square_avg) &&
            Close(acc_delta, state.acc_delta);

        /// <summary>Releases the tensors.</summary>
        public void Dispose()
        {
            square_avg.Dispose();
            acc_delta.Dispose();
        }
    }
}
