using static TorchSharp.torch;
using PackedSequence = TorchSharp.torch.nn.utils.rnn.PackedSequence;

namespace TorchSharp.Modules;

/// <summary>Sequences of different lengths, packed: at each place the cells run for those sequences that reach so far.</summary>
internal sealed partial class RecurrentStack
{
    /// <summary>Packed sequences of I to packed results of directions H, and the state after the last element of each sequence, each
    /// (layers directions, N, H), in the order in which the sequences were given.</summary>
    internal (PackedSequence Output, Tensor[] Last) Run(PackedSequence input, Tensor?[] initial)
    {
        Tensor x = input.data;
        long[] sizes = nn.utils.rnn.Lengths(input.batch_sizes);
        if (x.ndim != 2 || x.shape[1] != _shape.Inputs)
        {
            throw new ArgumentException(
                $"{_owner.GetName()}: expects packed vectors of {_shape.Inputs} elements, got [{string.Join(", ", x.shape)}]");
        }
        long[] expected = [_shape.Layers * _shape.Directions, sizes[0], _shape.Hidden];
        Tensor[][] begin = [.. initial.Select(h => Reorder(Begin(h, expected, x), input.sorted_indices).unbind())];
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
                (Tensor output, Tensor[] end) = PackedDirection(x, sizes, state, suffix, backwards: outputs.Count > 0);
                outputs.Add(output);
                last.Add(end);
            }
            x = outputs.Count == 1 ? outputs[0] : cat(outputs, -1);
        }
        Tensor[] final = [.. Enumerable.Range(0, initial.Length)
            .Select(i => Reorder(stack(last.Select(end => end[i])), input.unsorted_indices))];
        return (new PackedSequence(x, input.batch_sizes, input.sorted_indices, input.unsorted_indices), final);
    }

    private static Tensor Reorder(Tensor states, Tensor? order) => order is null ? states : states.index_select(1, order);

    // Forwards, the sequences that end leave the state from its end; backwards, those that begin enter it there.
    private (Tensor Output, Tensor[] End) PackedDirection(Tensor x, long[] sizes, Tensor[] first, string suffix, bool backwards)
    {
        Tensor[] places = nn.functional.linear(x, Get("weight_ih" + suffix)!, Get("bias_ih" + suffix)).split(sizes);
        (Tensor weight, Tensor? bias) = (Get("weight_hh" + suffix)!, Get("bias_hh" + suffix));
        Tensor[] outputs = new Tensor[sizes.Length];
        Stack<Tensor[]> ended = new();
        Tensor[] state = [.. first.Select(h => h.narrow(0, 0, sizes[backwards ? ^1 : 0]))];
        for (int i = 0; i < sizes.Length; i++)
        {
            int place = backwards ? sizes.Length - 1 - i : i;
            (long here, long before) = (sizes[place], state[0].shape[0]);
            if (here < before)
            {
                ended.Push([.. state.Select(h => h.narrow(0, here, before - here))]);
                state = [.. state.Select(h => h.narrow(0, 0, here))];
            }
            else if (here > before)
            {
                state = [.. state.Select((h, part) => cat([h, first[part].narrow(0, before, here - before)]))];
            }
            state = _step(places[place], state, weight, bias);
            outputs[place] = state[0];
        }
        return (cat(outputs), [.. state.Select((h, part) => cat([h, .. ended.Select(rows => rows[part])]))]);
    }
}
