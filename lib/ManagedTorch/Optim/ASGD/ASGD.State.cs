using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class ASGD
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps taken.</summary>
        public long step;

        /// <summary>The rate of the next step.</summary>
        public double eta;

        /// <summary>The weight of the next parameter in the average.</summary>
        public double mu;

        /// <summary>The average of the parameter.</summary>
        public Tensor ax = null!;

        /// <summary>For a parameter that has taken no step.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            eta = options.LearningRate!.Value;
            mu = 1;
            ax = Zeros();
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
            eta = other.eta;
            mu = other.mu;
            CopyTensor(other.ax, ref ax!);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            eta = reader.ReadDouble();
            mu = reader.ReadDouble();
            LoadTensor(reader, ref ax);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            writer.Write(eta);
            writer.Write(mu);
            TensorFormat.Write(writer, ax);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && eta == state.eta && mu == state.mu && Close(ax, state.ax);

        /// <summary>Releases the tensors.</summary>
        public void Dispose() => ax.Dispose();
    }
}
