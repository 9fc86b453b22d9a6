namespace TorchSharp.Modules;

public partial class NAdam
{
    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The rate at which the average gradient forgets.</summary>
        public double? beta1;

        /// <summary>The rate at which the average squared gradient forgets.</summary>
        public double? beta2;

        /// <summary>Added to the root.</summary>
        public double? eps;

        /// <summary>How much parameters are drawn to zero.</summary>
        public double? weight_decay;

        /// <summary>How fast the momentum rises to beta1.</summary>
        public double? momentum_decay;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            Options other = (Options)source;
            (beta1, beta2, eps) = (other.beta1, other.beta2, other.eps);
            (weight_decay, momentum_decay) = (other.weight_decay, other.momentum_decay);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (beta1, beta2, eps) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            (weight_decay, momentum_decay) = (reader.ReadDouble(), reader.ReadDouble());
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(momentum_decay!.Value);
        }
    }
}
