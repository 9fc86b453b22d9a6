namespace TorchSharp.Modules;

public partial class ASGD
{
    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How fast the rate falls.</summary>
        public double? lambd;

        /// <summary>The power with which the rate falls.</summary>
        public double? alpha;

        /// <summary>The step at which averaging begins.</summary>
        public double? t0;

        /// <summary>How much parameters are drawn to zero.</summary>
        public double? weight_decay;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            Options other = (Options)source;
            (lambd, alpha, t0) = (other.lambd, other.alpha, other.t0);
            (weight_decay, maximize) = (other.weight_decay, other.maximize);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (lambd, alpha, t0) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            (weight_decay, maximize) = (reader.ReadDouble(), reader.ReadBoolean());
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(lambd!.Value);
            writer.Write(alpha!.Value);
            writer.Write(t0!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(maximize!.Value);
        }
    }
}
