using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adamax
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps taken.</summary>
        public long step;

        /// <summary>The average gradient.</summary>
        public Tensor exp_avg = null!;

        /// <summary>The largest gradient so far, slowly forgotten.</summary>
        public Tensor exp_inf = null!;

        /// <summary>For a parameter that has taken no step.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            exp_avg = Zeros();
            exp_inf = Zeros();
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
            visitor.VisitTensor(ref exp_avg);
            visitor.VisitTensor(ref exp_inf);
        }
    }
}
