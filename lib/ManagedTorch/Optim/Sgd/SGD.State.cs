using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The momentum of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>What is left of the steps so far; null before the first one, and without momentum.</summary>
        public Tensor? momentum_buffer;

        /// <summary>For a parameter that has taken no step.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => momentum_buffer = null;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source) => Copy((State)source);

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => Read(reader);

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => Write(writer);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) => IsClose(other);

        /// <summary>Releases the buffer.</summary>
        public void Dispose() => Release();

        internal override void Accept(IStateVisitor visitor) => visitor.VisitOptional(ref momentum_buffer);
    }
}
