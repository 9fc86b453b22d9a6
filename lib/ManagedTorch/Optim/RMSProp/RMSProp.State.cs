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
            visitor.VisitTensor(ref square_avg);
            visitor.VisitOptional(ref momentum_buffer);
            visitor.VisitOptional(ref grad_avg);
        }
    }
}
