namespace TorchSharp.Modules;

public partial class Adadelta
{
    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The rate at which the averages forget.</summary>
        public double? rho;

        /// <summary>Added to the root.</summary>
        public double? eps;

        /// <summary>How much parameters are drawn to zero.</summary>
        public double? weight_decay;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            Options other = (Options)source;
            (rho, eps, weight_decay) = (other.rho, other.eps, other.weight_decay);
            maximize = other.maximize;
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (rho, eps, weight_decay) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(rho!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(maximize!.Value);
        }
    }
}
