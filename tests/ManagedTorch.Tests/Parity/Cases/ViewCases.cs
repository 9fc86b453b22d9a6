using TorchSharp;
using static TorchSharp.torch;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/views.py.</summary>
internal static class ViewCases
{
    private static readonly TensorIndex All = TensorIndex.Colon;

    private static readonly Dictionary<string, Func<Tensor, Tensor>> One = new()
    {
        ["reshape"] = x => x.reshape(4, 6), ["reshape_infer"] = x => x.reshape(-1, 2), ["reshape_flat"] = x => x.reshape(-1),
        ["reshape_transposed"] = x => x.transpose(0, 2).reshape(6, 4), ["view"] = x => x.view(6, 4),
        ["view_split"] = x => x.view(2, 3, 2, 2),
        ["flatten"] = x => x.flatten(), ["flatten_from1"] = x => x.flatten(1), ["flatten_to1"] = x => x.flatten(0, 1),
        ["unflatten"] = x => x.unflatten(2, 2, 2), ["permute"] = x => x.permute(2, 0, 1), ["permute_negative"] = x => x.permute(-1, 0, 1),
        ["transpose"] = x => x.transpose(0, 2), ["transpose_negative"] = x => x.transpose(-1, -2), ["swapaxes"] = x => x.swapaxes(0, 1),
        ["movedim"] = x => x.movedim([0], [2]), ["mT"] = x => x.mT, ["unsqueeze0"] = x => x.unsqueeze(0),
        ["unsqueeze1"] = x => x.unsqueeze(1),
        ["unsqueeze_last"] = x => x.unsqueeze(-1), ["squeeze"] = x => x[All, ..1].squeeze(), ["squeeze1"] = x => x[All, ..1].squeeze(1),
        ["squeeze_longer"] = x => x.squeeze(1), ["expand"] = x => x.unsqueeze(1).expand(2, 5, 3, 4),
        ["expand_minus1"] = x => x[..1].expand(6, -1, -1),
        ["expand_front"] = x => x.expand(5, 2, 3, 4), ["expand_as"] = x => x[All, ..1].expand_as(x),
        ["broadcast_to"] = x => x.broadcast_to(2, 2, 3, 4),
        ["narrow"] = x => x.narrow(2, 1, 2), ["select"] = x => x.select(1, 2), ["select_negative"] = x => x.select(-1, -1),
        ["contiguous"] = x => x.transpose(0, 1).contiguous(), ["clone"] = x => x.clone(), ["repeat"] = x => x.repeat(2, 1, 3),
        ["repeat_more"] = x => x.repeat(2, 1, 2, 1), ["tile"] = x => x.tile([2]), ["repeat_interleave"] = x => x.repeat_interleave(3),
        ["repeat_interleave1"] = x => x.repeat_interleave(2, 1), ["flip"] = x => x.flip(0), ["flip_two"] = x => x.flip(0, 2),
        ["flip_negative"] = x => x.flip(-1), ["roll"] = x => x.roll(5), ["roll1"] = x => x.roll(1, 1),
        ["roll_negative"] = x => x.roll(-1, 2),
        ["t"] = x => x[0].t(), ["T"] = x => x[0].T,
        ["chain"] = x => x.permute(2, 0, 1).reshape(4, 6).t().unsqueeze(1).expand(6, 2, 4)[TensorIndex.Slice(step: 2)].flatten(1),
        ["heads"] = x => x.view(2, 3, 2, 2).transpose(1, 2).contiguous().view(2, 2, 6),
        ["slice_of_view"] = x => x.flatten(1)[All, TensorIndex.Slice(2, 9, 3)], ["to_double"] = x => x.to(ScalarType.Float64) * 2,
        ["chunked_sum"] = x => x.chunk(2, -1).Select(part => part.sum(-1)).Aggregate((a, b) => a + b),
        ["split_used_partly"] = x => x.split(2, -1)[1] * 2, ["overlap"] = x => (x[All, 1..] * 2) + x[All, ..^1],
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor[]>> Many = new()
    {
        ["split"] = x => x.split(2, 2), ["split_uneven"] = x => x.split(3, 2), ["split_sizes"] = x => x.split([1, 3], -1),
        ["chunk"] = x => x.chunk(2, 2),
        ["chunk_uneven"] = x => x.chunk(2, 1), ["chunk_too_many"] = x => x.chunk(5, 0), ["unbind"] = x => x.unbind(),
        ["unbind1"] = x => x.unbind(1),
        ["unbind_last"] = x => x.unbind(-1),
    };

    public static ParityGroup Create()
    {
        var g = new ParityGroup("views");
        foreach (var (name, function) in One)
            g.Add($"one/{name}", function);
        foreach (var name in new[] { "flatten", "permute", "transpose", "unsqueeze0", "repeat", "clone", "flatten_from1" })
            g.Add($"one_empty/{name}", One[name]);
        foreach (var (name, function) in Many)
            g.AddMany($"many/{name}", x => function(x[0]));
        g.AddMany("join/cat0", x => cat(x));
        g.AddMany("join/cat1", x => cat(x, 1));
        g.AddMany("join/cat_last", x => cat(x, -1));
        g.AddMany("join/stack0", x => stack(x));
        g.AddMany("join/stack1", x => stack(x, 1));
        g.AddMany("join/stack_last", x => stack(x, -1));
        g.Add("join/cat_twice", (a, b, c) => cat([a, b, a, c]));
        g.AddMany("join/stack_transposed", x => stack(x.Select(y => y.transpose(0, 1))));
        g.Add("join/cat_different", (a, b) => cat([a, b], 1));
        g.Add("join/cat_empty", (a, b) => cat([a, b]));
        g.Add("join/cat_empty_list_start", (a, b) => cat([a.detach(), b]));
        g.Add("join/class_token", (token, x) => cat([token.expand(x.shape[0], -1, -1), x], 1));
        g.Add("join/cat_mixed_types", (a, b) => cat([a, b]));
        g.AddMany("join/meshgrid", x => meshgrid(x));
        g.AddMany("join/hstack", x => hstack(x));
        g.AddMany("join/vstack", x => vstack(x));
        return g;
    }
}
