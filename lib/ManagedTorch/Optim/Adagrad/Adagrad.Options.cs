namespace TorchSharp.Modules;

public partial class Adagrad
{
    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How fast the rate falls.</summary>
        public double? lr_decay;

        /// <summary>How much parameters are drawn to zero.</summary>
        public double? weight_decay;

        /// <summary>What the sum of squares starts from.</summary>
        public double? initial_accumulator_value;

        /// <summary>Added to the root.</summary>
        public double? eps;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            Options other = (Options)source;
            (lr_decay, weight_decay, initial_accumulator_value) = (other.lr_decay, other.weight_decay, other.initial_accumulator_value);
            eps = other.eps;
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            (lr_decay, weight_decay, initial_accumulator_value) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            eps = reader.ReadDouble();
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(lr_decay!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(initial_accumulator_value!.Value);
            writer.Write(eps!.Value);
        }
    }
}
