using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/indexing.py.</summary>
internal static class IndexingCases
{
    private static readonly TensorIndex All = TensorIndex.Colon;
    private static readonly TensorIndex Rest = TensorIndex.Ellipsis;
    private static readonly TensorIndex None = TensorIndex.None;

    public static ParityGroup Create()
    {
        var g = new ParityGroup("indexing");
        AddReading(g);
        AddLists(g);
        AddWriting(g);
        AddAlong(g);
        return g;
    }

    private static TensorIndex At(Tensor positions) => TensorIndex.Tensor(positions);

    private static void AddReading(ParityGroup g)
    {
        g.Add("get/number", x => x[1]);
        g.Add("get/numbers", x => x[1, 2, 3]);
        g.Add("get/negative", x => x[-1, -2]);
        g.Add("get/slice", x => x[1..3]);
        g.Add("get/slice_step", x => x[All, TensorIndex.Slice(step: 2), TensorIndex.Slice(1, step: 3)]);
        g.Add("get/slice_open", x => x[2.., ..^1]);
        g.Add("get/slice_past_end", x => x[2..99]);
        g.Add("get/slice_empty", x => x[3..1]);
        g.Add("get/ellipsis", x => x[Rest, 0]);
        g.Add("get/ellipsis_middle", x => x[0, Rest, 1..]);
        g.Add("get/none", x => x[All, None]);
        g.Add("get/none_last", x => x[Rest, None]);
        g.Add("get/colon", x => x[All, 1]);
        g.Add("get/whole", x => x[Rest]);
    }

    private static void AddLists(ParityGroup g)
    {
        g.Add("get/list", (x, i) => x[i]);
        g.Add("get/list_middle", (x, i) => x[All, At(i)]);
        g.Add("get/list_last", (x, i) => x[Rest, At(i)]);
        g.Add("get/list_and_number", (x, i) => x[At(i), 1]);
        g.Add("get/list_and_slice", (x, i) => x[At(i), 1..4]);
        g.Add("get/slice_and_list", (x, i) => x[1.., At(i)]);
        g.Add("get/number_and_list", (x, i) => x[1, At(i)]);
        g.Add("get/list_after_none", (x, i) => x[None, At(i)]);
        g.Add("get/table", (x, i) => x[i]);
        g.Add("get/table_middle", (x, i) => x[All, At(i)]);
        g.Add("get/pair", (x, i, j) => x[i, j]);
        g.Add("get/pair_apart", (x, i, j) => x[At(i), All, At(j)]);
        g.Add("get/pair_late", (x, i, j) => x[All, At(i), At(j)]);
        g.Add("get/pair_broadcast", (x, i, j) => x[i, j]);
        g.Add("get/mask", (x, m) => x[m]);
        g.Add("get/mask_rows", (x, m) => x[m]);
        g.Add("get/mask_two", (x, m) => x[m]);
        g.Add("get/mask_and_slice", (x, m) => x[At(m), 1..3]);
        g.Add("get/mask_and_number", (x, m) => x[At(m), 1]);
        g.Add("get/mask_none_true", (x, m) => x[m]);
        g.Add("get/empty_list", (x, i) => x[i]);
        g.Add("get/diagonal", (x, i) => x[i, i]);
        g.Add("get/int64", (x, i) => x[i]);
    }

    private static void AddWriting(ParityGroup g)
    {
        Put("number", (y, _) => [1]);
        Put("numbers", (y, _) => [1, 2, 3]);
        Put("slice", (y, _) => [1..3]);
        Put("broadcast", (y, _) => [1..3]);
        Put("step", (y, _) => [All, TensorIndex.Slice(step: 2)]);
        Put("ellipsis", (y, _) => [Rest, 0]);
        Put("scalar_tensor", (y, _) => [0..2]);
        Put("negative", (y, _) => [-1, -1]);
        Put("list", (y, i) => [At(i[0])]);
        Put("list_middle", (y, i) => [All, At(i[0])]);
        Put("list_broadcast", (y, i) => [At(i[0])]);
        Put("pair", (y, i) => [At(i[0]), At(i[1])]);
        Put("pair_apart", (y, i) => [At(i[0]), All, At(i[1])]);
        Put("mask_value", (y, i) => [At(i[0])]);
        Put("mask_rows", (y, i) => [At(i[0])]);
        Put("mask_values", (y, i) => [At(i[0])]);
        g.Add("set/number_literal", x =>
        {
            var y = x * 1;
            y[All, 0] = 7.0f;
            return y;
        });
        g.Add("set/accumulate", (x, v, i) => (x * 1).index_put_(v, [At(i)], accumulate: true));
        g.Add("set/into_zeros", (v, i) => zeros(4, 3).index_put_(v, At(i)));

        void Put(string name, Func<Tensor, Tensor[], TensorIndex[]> index) => g.AddMany($"set/{name}", x =>
        {
            var y = x[0] * 1;
            y[index(y, x[2..])] = x[1];
            return y;
        });
    }

    private static void AddAlong(ParityGroup g)
    {
        g.Add("index_select/0", (x, i) => x.index_select(0, i));
        g.Add("index_select/1", (x, i) => x.index_select(1, i));
        g.Add("index_select/last", (x, i) => x.index_select(-1, i));
        foreach (var dim in new[] { 0, 1, -1 })
        {
            g.Add($"gather/{dim}", (x, i) => x.gather(dim, i));
            g.Add($"scatter_add/{dim}", (x, i, v) => x.scatter_add(dim, i, v));
            g.Add($"scatter/{dim}", (x, i, v) => x.scatter(dim, i, v));
        }

        g.Add("gather/labels", (x, i) => x.gather(1, i.unsqueeze(1)).squeeze(1));
        g.Add("scatter_/onehot", (i, v) => zeros(4, 5).scatter_(1, i, v));
        g.Add("masked_select/same", (x, m) => x.masked_select(m));
        g.Add("masked_select/broadcast", (x, m) => x.masked_select(m));
        g.Add("nonzero/3", x => x.nonzero());
        g.Add("nonzero/none", x => x.nonzero());
        g.Add("one_hot/1", x => one_hot(x, 6));
        g.Add("one_hot/2_infer", x => one_hot(x));
        g.Add("take/influence", x => x[arange(4), arange(4)].sum(-1));
    }
}
