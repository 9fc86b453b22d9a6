using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class NAdam
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps taken.</summary>
        public long step;

        /// <summary>The product of the momenta of all steps so far.</summary>
        public double mu_product;

        /// <summary>The average gradient.</summary>
        public Tensor exp_avg = null!;

        /// <summary>The average squared gradient.</summary>
        public Tensor exp_avg_sq = null!;

        /// <summary>For a parameter that has taken no step.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            mu_product = 1;
            exp_avg = Zeros();
            exp_avg_sq = Zeros();
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
            mu_product = other.mu_product;
            CopyTensor(other.exp_avg, ref exp_avg!);
            CopyTensor(other.exp_avg_sq, ref exp_avg_sq!);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            mu_product = reader.ReadDouble();
            LoadTensor(reader, ref exp_avg);
            LoadTensor(reader, ref exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            writer.Write(mu_product);
            TensorFormat.Write(writer, exp_avg);
            TensorFormat.Write(writer, exp_avg_sq);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && mu_product == state.mu_product && Close(exp_avg, state.exp_avg) &&
            Close(exp_avg_sq, state.exp_avg_sq);

        /// <summary>Releases the tensors.</summary>
        public void Dispose()
        {
            exp_avg.Dispose();
            exp_avg_sq.Dispose();
        }
    }
}
