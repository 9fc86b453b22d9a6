using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/models.py, written out on tensors so that each weight is where PyTorch has it.</summary>
internal static class ModelCases
{
    private const int Width = 24, Heads = 3, Depth = 2, Patch = 4, BlockParameters = 12;

    public static ParityGroup Create()
    {
        var g = new ParityGroup("models");
        g.AddMany("block/pre_norm", x => Block(x[0], x[1..], causal: false));
        g.AddMany("block/causal", x => Block(x[0], x[1..], causal: true));
        g.AddMany("block/post_norm", x => PostNormBlock(x[0], x[1..]));
        g.AddMany("block/cross_attention", CrossAttend);
        g.AddMany("vit/logits", x => VisionTransformer(x[0], x[1..]));
        g.AddMany("vit/loss", x => cross_entropy(VisionTransformer(x[0], x[2..]), x[1], label_smoothing: 0.1));
        g.AddMany("training/adamw", x => Train(x, AdamW));
        g.AddMany("training/adamw_clipped", x => Train(x, AdamW, clip: 0.5));
        g.AddMany("training/adam", x => Train(x, p => optim.Adam(p, 1e-2, weight_decay: 0.01)));
        g.AddMany("training/sgd", x => Train(x, p => optim.SGD(p, 0.05)));
        g.AddMany("training/sgd_momentum", x => Train(x, p => optim.SGD(p, 0.02, momentum: 0.9, weight_decay: 0.01, nesterov: true)));
        return g;
    }

    private static optim.Optimizer AdamW(Parameter[] parameters) => optim.AdamW(parameters, 1e-2, 0.9, 0.98, 1e-8, 0.05);

    private static Tensor Attend(Tensor x, Tensor[] p, bool causal)
    {
        var (n, t) = (x.shape[0], x.shape[1]);
        var qkv = linear(x, p[0], p[1]).chunk(3, -1).Select(part => part.view(n, t, Heads, -1).transpose(1, 2)).ToArray();
        var mixed = scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], is_casual: causal);
        return linear(mixed.transpose(1, 2).reshape(n, t, Width), p[2], p[3]);
    }

    private static Tensor CrossAttend(Tensor[] x)
    {
        var scores = x[0].matmul(x[2]).matmul(x[1].matmul(x[3]).transpose(-2, -1)) / 4;
        return scores.softmax(-1).matmul(x[1].matmul(x[4]));
    }

    private static Tensor FeedForward(Tensor x, Tensor[] p) => linear(gelu(linear(x, p[8], p[9])), p[10], p[11]);

    private static Tensor Block(Tensor x, Tensor[] p, bool causal)
    {
        x += Attend(layer_norm(x, [Width], p[0], p[1]), p[2..6], causal);
        return x + FeedForward(layer_norm(x, [Width], p[6], p[7]), p);
    }

    private static Tensor PostNormBlock(Tensor x, Tensor[] p)
    {
        x = layer_norm(x + Attend(x, p[2..6], causal: false), [Width], p[0], p[1]);
        return layer_norm(x + FeedForward(x, p), [Width], p[6], p[7]);
    }

    private static Tensor VisionTransformer(Tensor pictures, Tensor[] p)
    {
        var x = conv2d(pictures, p[0], p[1], strides: [Patch, Patch]).flatten(2).transpose(1, 2);
        x = cat([p[2].expand(x.shape[0], -1, -1), x], 1) + p[3];
        for (var i = 0; i < Depth; i++)
            x = Block(x, p[(4 + (BlockParameters * i))..], causal: false);
        var end = 4 + (BlockParameters * Depth);
        return linear(layer_norm(x, [Width], p[end], p[end + 1])[TensorIndex.Colon, 0], p[end + 2], p[end + 3]);
    }

    private static Tensor[] Train(Tensor[] x, Func<Parameter[], optim.Optimizer> make, double clip = 0)
    {
        var parameters = x[2..].Select(weight => new Parameter(weight.clone())).ToArray();
        using var optimizer = make(parameters);
        var losses = new List<Tensor>();
        for (var step = 0; step < 5; step++)
        {
            optimizer.zero_grad();
            var loss = cross_entropy(VisionTransformer(x[0], parameters), x[1]);
            loss.backward();
            if (clip > 0)
                nn.utils.clip_grad_norm_(parameters, clip);
            optimizer.step();
            losses.Add(loss.detach());
        }

        return [stack(losses), .. new[] { 0, 3, 6, parameters.Length - 1 }.Select(i => parameters[i].detach())];
    }
}
