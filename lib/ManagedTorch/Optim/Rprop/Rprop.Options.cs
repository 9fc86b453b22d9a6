namespace TorchSharp.Modules;

public partial class Rprop
{
    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The factor of a step size when the sign changes.</summary>
        public double? etaminus;

        /// <summary>The factor of a step size while the sign stays.</summary>
        public double? etaplus;

        /// <summary>The smallest step size.</summary>
        public double? min_step;

        /// <summary>The largest step size.</summary>
        public double? max_step;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            Options other = (Options)source;
            (etaminus, etaplus, min_step) = (other.etaminus, other.etaplus, other.min_step);
            (max_step, maximize) = (other.max_step, other.maximize);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (etaminus, etaplus, min_step) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            (max_step, maximize) = (reader.ReadDouble(), reader.ReadBoolean());
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(etaminus!.Value);
            writer.Write(etaplus!.Value);
            writer.Write(min_step!.Value);
            writer.Write(max_step!.Value);
            writer.Write(maximize!.Value);
        }
    }
}
