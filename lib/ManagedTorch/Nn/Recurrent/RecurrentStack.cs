using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Layers of a recurrent network, each in one direction or in both, whose parameters are registered with a module under PyTorch's names.
/// </summary>
internal sealed partial class RecurrentStack
{
    private readonly nn.Module _owner;
    private readonly RecurrentStep _step;
    private readonly RecurrentShape _shape;

    internal RecurrentStack(nn.Module owner, RecurrentStep step, int gates, RecurrentShape shape, Device? device, ScalarType? dtype)
    {
        (_owner, _step, _shape) = (owner, step, shape);
        if (shape.Inputs < 1 || shape.Hidden < 1 || shape.Layers < 1)
        {
            throw new ArgumentException($"{owner.GetName()}: expects at least one input, hidden element and layer, got {shape.Inputs}, " +
                                        $"{shape.Hidden} and {shape.Layers}");
        }
        double bound = 1 / Math.Sqrt(shape.Hidden);
        for (long layer = 0; layer < shape.Layers; layer++)
        {
            long width = layer == 0 ? shape.Inputs : shape.Directions * shape.Hidden;
            foreach (string suffix in Suffixes(layer))
            {
                Add("weight_ih" + suffix, gates * shape.Hidden, width);
                Add("weight_hh" + suffix, gates * shape.Hidden, shape.Hidden);
                if (shape.HasBias)
                {
                    Add("bias_ih" + suffix, gates * shape.Hidden);
                    Add("bias_hh" + suffix, gates * shape.Hidden);
                }
            }
        }

        void Add(string component, params long[] lengths)
        {
            Parameter parameter = new(empty(lengths, dtype, device));
            nn.init.uniform_(parameter, -bound, bound);
            owner.register_parameter(component, parameter);
        }
    }

    /// <summary>
    /// (T, N, I) to (T, N, directions H) and the last state of each layer and direction, each (layers directions, N, H). Batch first,
    /// the sequences are (N, T, ...). Without a batch N is left out everywhere.
    /// </summary>
    internal (Tensor Output, Tensor[] Last) Run(Tensor input, Tensor?[] initial)
    {
        if (input.ndim is not (2 or 3) || input.shape[^1] != _shape.Inputs)
        {
            throw new ArgumentException($"{_owner.GetName()}: expects {(_shape.BatchFirst ? "(N, T, I)" : "(T, N, I)")} or (T, I) with " +
                                        $"I = {_shape.Inputs}, got [{string.Join(", ", input.shape)}]");
        }
        if (input.ndim == 2)
        {
            int batchDimension = _shape.BatchFirst ? 0 : 1;
            (Tensor one, Tensor[] states) = Run(input.unsqueeze(batchDimension), [.. initial.Select(h => h?.unsqueeze(1))]);
            return (one.squeeze(batchDimension), [.. states.Select(h => h.squeeze(1))]);
        }
        Tensor x = _shape.BatchFirst ? input.transpose(0, 1) : input;
        long rows = _shape.Layers * _shape.Directions;
        long[] expected = [rows, x.shape[1], _shape.Hidden];
        Tensor[][] begin = [.. initial.Select(h => Begin(h, expected, x).unbind())];
        List<Tensor[]> last = [];
        for (long layer = 0; layer < _shape.Layers; layer++)
        {
            if (layer > 0)
            {
                x = nn.functional.dropout(x, _shape.Dropout, _owner.training);
            }
            List<Tensor> outputs = [];
            foreach (string suffix in Suffixes(layer))
            {
                Tensor[] state = [.. begin.Select(part => part[last.Count])];
                (Tensor output, Tensor[] end) = Direction(x, state, suffix, backwards: outputs.Count > 0);
                outputs.Add(output);
                last.Add(end);
            }
            x = outputs.Count == 1 ? outputs[0] : cat(outputs, -1);
        }
        Tensor[] final = [.. Enumerable.Range(0, initial.Length).Select(i => stack(last.Select(end => end[i])))];
        return (_shape.BatchFirst ? x.transpose(0, 1) : x, final);
    }

    private (Tensor Output, Tensor[] End) Direction(Tensor x, Tensor[] state, string suffix, bool backwards)
    {
        // the inputs of all places at once
        Tensor[] places = nn.functional.linear(x, Get("weight_ih" + suffix)!, Get("bias_ih" + suffix)).unbind();
        Tensor[] outputs = new Tensor[places.Length];
        (Tensor weight, Tensor? bias) = (Get("weight_hh" + suffix)!, Get("bias_hh" + suffix));
        for (int i = 0; i < places.Length; i++)
        {
            int place = backwards ? places.Length - 1 - i : i;
            state = _step(places[place], state, weight, bias);
            outputs[place] = state[0];
        }
        return (stack(outputs), state);
    }

    private Tensor Begin(Tensor? given, long[] expected, Tensor input)
    {
        if (input.shape[0] == 0)
        {
            throw new ArgumentException($"{_owner.GetName()}: the sequence is empty");
        }
        if (given is not null && !given.shape.AsSpan().SequenceEqual(expected))
        {
            throw new ArgumentException($"{_owner.GetName()}: the first state needs shape [{string.Join(", ", expected)}], " +
                                        $"got [{string.Join(", ", given.shape)}]");
        }
        return given ?? zeros(expected, input.dtype);
    }

    private Parameter? Get(string component) => _owner.get_parameter(component);

    private string[] Suffixes(long layer) => _shape.Directions == 2 ? [$"_l{layer}", $"_l{layer}_reverse"] : [$"_l{layer}"];
}
