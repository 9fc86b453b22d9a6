namespace TorchSharp.Modules;

public partial class Adamax
{
    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The rate at which the average gradient forgets.</summary>
        public double? beta1;

        /// <summary>The rate at which the largest gradient forgets.</summary>
        public double? beta2;

        /// <summary>Added to the size of each gradient.</summary>
        public double? eps;

        /// <summary>How much parameters are drawn to zero.</summary>
        public double? weight_decay;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            Options other = (Options)source;
            (beta1, beta2, eps) = (other.beta1, other.beta2, other.eps);
            weight_decay = other.weight_decay;
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (beta1, beta2, eps) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            weight_decay = reader.ReadDouble();
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
        }
    }
}
