using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Einstein's summation: "ij,jk->ik" is y_ik = sum_j a_ij b_jk, and so for any labels; a label that the result lacks is summed over,
    /// and "..." stands for dimensions that broadcast. Backward, an operand's gradient is the summation with it and the result exchanged:
    /// da = "ik,jk->ij" of dy and b. Operands are contracted pair by pair, from the left, each pair as one batched matrix product,
    /// so autograd follows.
    /// </summary>
    internal static class Einsum
    {
        // Dimensions that the ellipsis stands for get labels that no equation can contain.
        private const char FirstHidden = '\u0100';

        public static Tensor Contract(string equation, Tensor[] operands)
        {
            var sides = equation.Replace(" ", string.Empty).Split("->");
            var inputs = sides[0].Split(',');
            if (sides.Length > 2 || inputs.Length != operands.Length)
                throw new ArgumentException($"einsum: '{equation}' names {inputs.Length} operands, {operands.Length} were given.");
            var hidden = inputs.Select((labels, i) => labels.Contains("...")
                ? operands[i].Rank - labels.Replace("...", string.Empty).Length : 0).ToArray();
            var widest = hidden.Max();
            var terms = inputs.Select((labels, i) => Expand(labels, hidden[i], widest)).ToArray();
            var output = sides.Length == 2 ? Expand(sides[1], widest, widest) : Implied(terms, widest);
            for (var i = 0; i < terms.Length; i++)
            {
                if (terms[i].Length != operands[i].Rank)
                    throw Errors.Shape("einsum", operands[i].Sizes, $"'{inputs[i]}' of '{equation}' names {terms[i].Length} dimensions");
                if (terms[i].Any(label => label < FirstHidden && !char.IsAsciiLetter(label)))
                    throw new ArgumentException(
                        $"einsum: '{inputs[i]}' of '{equation}' contains something other than letters and one ellipsis.");
            }

            if (output.Except(terms.SelectMany(term => term)).Any() || output.Distinct().Count() != output.Length)
                throw new ArgumentException($"einsum: the output of '{equation}' must name dimensions of the operands, each once.");
            CheckLengths(equation, terms, operands);
            var (result, labels) = Diagonals(operands[0], terms[0]);
            for (var i = 1; i < operands.Length; i++)
            {
                var (right, rightLabels) = Diagonals(operands[i], terms[i]);
                var later = terms[(i + 1)..].SelectMany(term => term).Concat(output).ToHashSet();
                (result, labels) = Pair(result, labels, right, rightLabels, later);
            }

            result = SumOut(result, ref labels, output.Contains);
            return result.permute([.. output.Select(label => (long)labels.IndexOf(label))]);
        }

        private static string Expand(string labels, int count, int widest)
        {
            var inner = new string([.. Enumerable.Range(widest - count, count).Select(i => (char)(FirstHidden + i))]);
            return labels.Replace("...", inner);
        }

        // Without an arrow the output has the ellipsis, then the letters that occur once, in order.
        private static string Implied(string[] terms, int widest)
        {
            var all = string.Concat(terms);
            var once = all.Where(label => label < FirstHidden && all.Count(other => other == label) == 1).Order();
            return Expand("...", widest, widest) + new string([.. once]);
        }

        private static void CheckLengths(string equation, string[] terms, Tensor[] operands)
        {
            var first = new Dictionary<char, (int Operand, long Length)>();
            for (var i = 0; i < terms.Length; i++)
            {
                for (var d = 0; d < terms[i].Length; d++)
                {
                    var length = operands[i].Sizes[d];
                    if (!first.TryGetValue(terms[i][d], out var known) || known.Length == 1)
                        first[terms[i][d]] = (i, length);
                    else if (known.Length != length && length != 1)
                        throw Errors.Shapes("einsum", operands[known.Operand].Sizes, operands[i].Sizes,
                            $"'{terms[i][d]}' of '{equation}' is {known.Length} in one and {length} in the other");
                }
            }
        }

        private static (Tensor Tensor, string Labels) Diagonals(Tensor x, string labels)
        {
            for (var a = 0; a < labels.Length; a++)
            {
                var b = labels.IndexOf(labels[a], a + 1);
                if (b < 0)
                    continue;
                var label = labels[a];
                return Diagonals(x.diagonal(0, a, b), labels.Remove(b, 1).Remove(a, 1) + label);
            }

            return (x, labels);
        }

        private static Tensor SumOut(Tensor x, ref string labels, Func<char, bool> isKept)
        {
            long[] dims = [.. Enumerable.Range(0, labels.Length).Where(Gone(labels, isKept)).Select(d => (long)d)];
            labels = new string([.. labels.Where(isKept)]);
            return dims.Length == 0 ? x : x.sum(dims);
        }

        private static Func<int, bool> Gone(string labels, Func<char, bool> isKept) => d => !isKept(labels[d]);

        private static (Tensor Tensor, string Labels) Pair(Tensor left, string leftLabels, Tensor right, string rightLabels,
            HashSet<char> later)
        {
            var (ofLeft, ofRight) = (leftLabels, rightLabels);
            left = SumOut(left, ref leftLabels, label => later.Contains(label) || ofRight.Contains(label));
            right = SumOut(right, ref rightLabels, label => later.Contains(label) || ofLeft.Contains(label));
            (ofLeft, ofRight) = (leftLabels, rightLabels);
            // A dimension of length 1 on one side broadcasts: it is written out, for reshape() needs true lengths.
            var lengths = new Dictionary<char, long>();
            for (var d = 0; d < ofLeft.Length; d++)
                lengths[ofLeft[d]] = left.Sizes[d];
            for (var d = 0; d < ofRight.Length; d++)
                lengths[ofRight[d]] = Math.Max(right.Sizes[d], lengths.GetValueOrDefault(ofRight[d], right.Sizes[d] == 0 ? 0 : 1));
            left = left.expand([.. ofLeft.Select(label => lengths[label])]);
            right = right.expand([.. ofRight.Select(label => lengths[label])]);

            char[] batch = [.. ofLeft.Where(label => ofRight.Contains(label) && later.Contains(label))];
            char[] inner = [.. ofLeft.Where(label => ofRight.Contains(label) && !later.Contains(label))];
            char[] rows = [.. ofLeft.Where(label => !ofRight.Contains(label))];
            char[] columns = [.. ofRight.Where(label => !ofLeft.Contains(label))];
            var a = Arrange(left, ofLeft, [.. batch, .. rows, .. inner]).reshape([Count(batch), Count(rows), Count(inner)]);
            var b = Arrange(right, ofRight, [.. batch, .. inner, .. columns]).reshape([Count(batch), Count(inner), Count(columns)]);
            char[] labels = [.. batch, .. rows, .. columns];
            return (a.matmul(b).reshape([.. labels.Select(label => lengths[label])]), new string(labels));

            long Count(char[] of) => Layout.Count([.. of.Select(label => lengths[label])]);
        }

        private static Tensor Arrange(Tensor x, string labels, char[] order) =>
            x.permute([.. order.Select(label => (long)labels.IndexOf(label))]);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        /// <summary>Sums of products by names of dimensions: "bid,bjd->bij" multiplies over d and keeps b, i and j.</summary>
        /// <exception cref="ArgumentException">The equation does not fit the operands.</exception>
        public static Tensor einsum(string equation, params Tensor[] tensors) => Einsum.Contract(equation, tensors);
    }
}
