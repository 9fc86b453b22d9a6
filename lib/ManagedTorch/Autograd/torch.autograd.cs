using ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients by the chain rule.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of outputs for inputs, returned instead of collected in the leaves.</summary>
        /// <exception cref="InvalidOperationException">
        /// An input took no part, unless <paramref name="allow_unused"/>; its entry is null then.
        /// </exception>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            RefuseCreateGraph(create_graph);
            var wanted = new Dictionary<History, Tensor?>(ReferenceEqualityComparer.Instance as IEqualityComparer<History>);
            foreach (var input in inputs)
                wanted.TryAdd(input.History ?? throw new InvalidOperationException("grad: an input does not require gradients."), null);
            BackwardPass.Run([.. outputs], grad_outputs?.ToArray(), retain_graph, wanted);
            var result = new List<Tensor>();
            foreach (var input in inputs)
            {
                var gradient = wanted[input.History!];
                if (gradient is null && !allow_unused)
                    throw new InvalidOperationException(
                        "grad: an input took no part in the outputs; pass allow_unused: true to get null for it.");
                result.Add(gradient is null ? null! : gradient.Alias());
            }

            foreach (var gradient in wanted.Values)
                gradient?.Dispose();
            return result;
        }

        /// <summary>Computes gradients of several tensors for every leaf, or only for <paramref name="inputs"/>.</summary>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null)
        {
            RefuseCreateGraph(create_graph);
            if (inputs is null)
            {
                BackwardPass.Run([.. tensors], grad_tensors?.ToArray(), retain_graph ?? false, null);
                return;
            }

            var gradients = grad(tensors, inputs, grad_tensors, retain_graph ?? false, false, true);
            using var noGrad = no_grad();
            for (var i = 0; i < inputs.Count; i++)
            {
                if (gradients[i] is null)
                    continue;
                using var before = inputs[i].grad;
                inputs[i].grad = before is null ? gradients[i] : before + gradients[i];
            }
        }

        /// <summary>Computes gradients of a tensor for every leaf, or only for <paramref name="inputs"/>.</summary>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        private static void RefuseCreateGraph(bool create)
        {
            if (create)
                throw new NotSupportedException(
                    "create_graph: the embedded engine does not record the backward pass; second derivatives need the cpu or cuda stack.");
        }
    }
}
