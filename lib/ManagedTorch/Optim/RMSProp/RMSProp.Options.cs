namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The rate at which the average squared gradient forgets.</summary>
        public double? alpha;

        /// <summary>Added to the root.</summary>
        public double? eps;

        /// <summary>How much parameters are drawn to zero.</summary>
        public double? weight_decay;

        /// <summary>The share of the last step that is kept.</summary>
        public double? momentum;

        /// <summary>Whether the average gradient is taken out of the squares, which leaves their variance.</summary>
        public bool? centered;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            Options other = (Options)source;
            (alpha, eps, weight_decay) = (other.alpha, other.eps, other.weight_decay);
            (momentum, centered, maximize) = (other.momentum, other.centered, other.maximize);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (alpha, eps, weight_decay) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            (momentum, centered, maximize) = (reader.ReadDouble(), reader.ReadBoolean(), reader.ReadBoolean());
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(alpha!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(momentum!.Value);
            writer.Write(centered!.Value);
            writer.Write(maximize!.Value);
        }
    }
}
