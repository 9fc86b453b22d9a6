using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The averages of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps taken.</summary>
        public long step;

        /// <summary>The average gradient.</summary>
        public Tensor exp_avg = null!;

        /// <summary>The average squared gradient.</summary>
        public Tensor exp_avg_sq = null!;

        /// <summary>The largest average squared gradient so far, or null without AMSGrad.</summary>
        public Tensor? max_exp_avg_sq;

        /// <summary>For a parameter that has taken no step.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            exp_avg = Zeros();
            exp_avg_sq = Zeros();
            max_exp_avg_sq = ((Options)options).amsgrad == true ? Zeros() : null;
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source) => Copy((State)source);

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => Read(reader);

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => Write(writer);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) => IsClose(other);

        /// <summary>Releases the averages.</summary>
        public void Dispose() => Release();

        internal override void Accept(IStateVisitor visitor)
        {
            visitor.Visit(ref step);
            visitor.VisitTensor(ref exp_avg);
            visitor.VisitTensor(ref exp_avg_sq);
            visitor.VisitOptional(ref max_exp_avg_sq);
        }
    }
}
