using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>All elements of all parameters, one after the other, as one vector. Gradients flow back.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                Tensor[] rows = [.. tensors.Select(t => t.reshape(-1))];
                return rows.Length > 0 ? cat(rows) : throw new ArgumentException("parameters_to_vector: there are no parameters");
            }

            /// <summary>Fills the parameters, one after the other, with the elements of a vector.</summary>
            /// <exception cref="ArgumentException">The vector has not as many elements as the parameters together.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                Parameter[] parameters = [.. tensors];
                long count = parameters.Sum(p => p.numel());
                if (vec.ndim != 1 || vec.shape[0] != count)
                {
                    throw new ArgumentException($"vector_to_parameters: the parameters have {count} elements together, " +
                                                $"the vector has shape [{string.Join(", ", vec.shape)}]");
                }
                using (no_grad())
                {
                    long start = 0;
                    foreach (Parameter parameter in parameters)
                    {
                        using Tensor part = vec.narrow(0, start, parameter.numel());
                        using Tensor shaped = part.view_as(parameter);
                        parameter.copy_(shaped);
                        start += parameter.numel();
                    }
                }
            }
        }
    }
}
