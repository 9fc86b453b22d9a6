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
        public override void LoadStateDict(OptimizerState source) => Copy((State)source);

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => Read(reader);

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => Write(writer);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) => IsClose(other);

        /// <summary>Releases the tensors.</summary>
        public void Dispose() => Release();

        internal override void Accept(IStateVisitor visitor)
        {
            visitor.Visit(ref step);
            visitor.VisitTensor(ref prev);
            visitor.VisitTensor(ref step_size);
        }
    }
}
