namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>
            /// Sequences of different lengths: padded to the longest, or packed. Packing picks, padding puts back; a gradient goes the same
            /// way in reverse.
            /// </summary>
            public static partial class rnn
            {
                /// <summary>
                /// Sequences (L, ...) as one tensor (longest L, N, ...), or (N, longest L, ...) batch first, padded at the end.
                /// </summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0)
                {
                    Tensor[] all = [.. sequences];
                    CheckSequences("pad_sequence", all);
                    long longest = all.Max(x => x.shape[0]);
                    Tensor[] padded = [.. all.Select(x => x.shape[0] == longest
                        ? x : cat([x, full([longest - x.shape[0], .. x.shape[1..]], padding_value, x.dtype)]))];
                    return stack(padded, batch_first ? 0 : 1);
                }

                /// <summary>Packs sequences (L, ...).</summary>
                /// <param name="sequences">The sequences.</param>
                /// <param name="enforce_sorted">They are given with the longest first; if not, they are sorted.</param>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    Tensor[] all = [.. sequences];
                    CheckSequences("pack_sequence", all);
                    return pack_padded_sequence(pad_sequence(all), tensor(all.Select(x => x.shape[0]).ToArray()), false, enforce_sorted);
                }

                /// <summary>Packs padded sequences (longest L, N, ...), or (N, longest L, ...) batch first.</summary>
                /// <param name="input">The padded sequences.</param>
                /// <param name="lengths">The length of each, (N), at least 1.</param>
                /// <param name="batch_first">Whether the batch is the first dimension.</param>
                /// <param name="enforce_sorted">They are given with the longest first; if not, they are sorted.</param>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false,
                    bool enforce_sorted = true)
                {
                    long[] given = Lengths(lengths);
                    Tensor x = batch_first && input.ndim >= 2 ? input.transpose(0, 1) : input;
                    if (x.ndim < 2 || x.shape[1] != given.Length || given.Length == 0 || given.Any(l => l < 1 || l > x.shape[0]))
                    {
                        throw new ArgumentException($"pack_padded_sequence: expects (L, N, ...) with N lengths from 1 to L, got " +
                            $"[{string.Join(", ", x.shape)}] and lengths [{string.Join(", ", given)}]");
                    }
                    long[] order = [.. Enumerable.Range(0, given.Length).Select(i => (long)i)];
                    if (!enforce_sorted)
                    {
                        order = [.. order.OrderByDescending(i => given[i])];
                    }
                    else if (given.Zip(given.Skip(1)).Any(pair => pair.First < pair.Second))
                    {
                        throw new ArgumentException(
                            "pack_padded_sequence: the longest sequence must come first; or pass enforce_sorted: false");
                    }
                    long[] sizes = BatchSizes([.. order.Select(i => given[i])]);
                    // Element t of sequence i lies in row t N + i of the flattened input.
                    long[] rows = [.. sizes.SelectMany((size, t) => order.Take((int)size).Select(i => (t * given.Length) + i))];
                    Tensor data = x.flatten(0, 1).index_select(0, tensor(rows));
                    long[] places =
                    [
                        .. order.Select((sequence, place) => (sequence, (long)place)).OrderBy(pair => pair.sequence)
                            .Select(pair => pair.Item2),
                    ];
                    return new PackedSequence(
                        data, tensor(sizes), enforce_sorted ? null : tensor(order), enforce_sorted ? null : tensor(places));
                }

                /// <summary>
                /// Undoes packing: sequences padded at the end in the order in which they were given, and the length of each.
                /// </summary>
                /// <param name="sequence">The packed sequences.</param>
                /// <param name="batch_first">Whether the batch shall be the first dimension.</param>
                /// <param name="padding_value">What fills up the shorter ones.</param>
                /// <param name="total_length">Pad to this length instead of the longest one.</param>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false,
                    double padding_value = 0, long? total_length = null)
                {
                    long[] sizes = Lengths(sequence.batch_sizes);
                    long count = sizes[0];
                    long length = total_length ?? sizes.Length;
                    if (length < sizes.Length)
                    {
                        throw new ArgumentException(
                            $"pad_packed_sequence: total_length = {length} is shorter than the longest sequence, {sizes.Length}");
                    }
                    long[] places = sequence.unsorted_indices is { } unsorted
                        ? Lengths(unsorted)
                        : [.. Enumerable.Range(0, (int)count).Select(i => (long)i)];
                    // The row after the last one holds the padding.
                    long padding = sequence.data.shape[0];
                    long[] rows = new long[length * count];
                    Array.Fill(rows, padding);
                    long start = 0;
                    for (int t = 0; t < sizes.Length; start += sizes[t], t++)
                    {
                        for (int i = 0; i < count; i++)
                        {
                            rows[(t * count) + i] = places[i] < sizes[t] ? start + places[i] : padding;
                        }
                    }
                    Tensor filling = full([1, .. sequence.data.shape[1..]], padding_value, sequence.data.dtype);
                    Tensor padded = cat([sequence.data, filling]).index_select(0, tensor(rows))
                        .reshape([length, count, .. sequence.data.shape[1..]]);
                    Tensor lengths = tensor(places.Select(place => (long)sizes.Count(size => place < size)).ToArray());
                    return (batch_first ? padded.transpose(0, 1) : padded, lengths);
                }

                internal static long[] Lengths(Tensor lengths)
                {
                    if (lengths.ndim != 1 || lengths.dtype != ScalarType.Int64)
                    {
                        throw new ArgumentException(
                            $"rnn: lengths are an Int64 vector, got {lengths.dtype} [{string.Join(", ", lengths.shape)}]");
                    }
                    return lengths.data<long>().ToArray();
                }

                private static long[] BatchSizes(long[] descending)
                {
                    long[] sizes = new long[descending[0]];
                    for (int t = 0; t < sizes.Length; t++)
                    {
                        sizes[t] = descending.TakeWhile(length => length > t).Count();
                    }
                    return sizes;
                }

                private static void CheckSequences(string name, Tensor[] sequences)
                {
                    if (sequences.Length == 0 || sequences.Any(x => x.ndim < 1))
                    {
                        throw new ArgumentException($"{name}: expects at least one sequence (L, ...), and no numbers");
                    }
                }
            }
        }
    }
}
