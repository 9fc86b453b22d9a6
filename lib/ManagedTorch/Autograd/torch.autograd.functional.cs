using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Derivatives of functions.</summary>
        public static partial class functional
        {
            /// <summary>Every derivative of every output element for every input element: (output shape, input shape).</summary>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                OfOne(x => [function(x[0])], [inputs]).Single();

            /// <summary>The derivatives of each output for the input: (output shape, input shape) each.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                OfOne(x => function(x[0]), [inputs]);

            /// <summary>The derivatives of the output for each input: (output shape, input shape) each.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                OfOne(x => [function(x)], inputs);

            /// <summary>The derivatives of each output for each input, inputs running fastest.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs) =>
                OfOne(function, inputs);

            private static List<Tensor> OfOne(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
            {
                using var recording = enable_grad();
                Tensor[] leaves = [.. inputs.Select(input => input.detach().clone().requires_grad_())];
                var results = new List<Tensor>();
                foreach (var output in function(leaves))
                {
                    var tables = leaves.Select(leaf => Tensor.Zeros([output.Count, leaf.Count], leaf.Type)).ToArray();
                    for (var row = 0L; row < output.Count && output.requires_grad; row++)
                    {
                        using var unit = Tensor.Zeros([output.Count], output.Type);
                        unit[row] = 1;
                        var gradients = grad([output], leaves, [unit.reshape(output.Sizes)], retain_graph: true, allow_unused: true);
                        for (var i = 0; i < leaves.Length; i++)
                            if (gradients[i] is { } gradient)
                                tables[i][row] = gradient.reshape(-1);
                    }

                    results.AddRange(tables.Select((table, i) => table.reshape([.. output.Sizes, .. leaves[i].Sizes])));
                }

                return results;
            }
        }
    }
}
