using Bench.Models;
using Course.Models;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Perceiver = Bench.Models.Perceiver;
using TextTransformer = Bench.Models.TextTransformer;

namespace Bench.Workloads;

/// <summary>The workloads by name. pytorch/workloads.py knows the same.</summary>
internal static class WorkloadCatalog
{
    /// <summary>The workload of a letter, or the product of a shape such as 4096x128x512 (M, K, N).</summary>
    /// <exception cref="ArgumentException">There is no such workload.</exception>
    public static IWorkload Create(string name) => name switch
    {
        "a" => Vit(batch: 64, image: 32, patch: 4, width: 128, heads: 4),
        "b" => Vit(batch: 64, image: 64, patch: 8, width: 192, heads: 6),
        "c" => Clip(batch: 128),
        "d" => Perceiver(batch: 32),
        "e" => Gpt(batch: 32, context: 64, vocabulary: 2048),
        "f" => VitInference(),
        _ => Product(name) ?? throw new ArgumentException($"There is no workload '{name}': a, b, c, d, e, f or a shape such as 4096x128x512."),
    };

    private static TrainingStep Vit(int batch, int image, int patch, int width, int heads)
    {
        const int depth = 6, classes = 10;
        var model = Placed(new VisionTransformer(image, patch, 3, width, depth, heads, classes));
        var images = randn(batch, 3, image, image);
        var labels = randint(classes, [batch]);
        return new TrainingStep(
            Cost.Vit(batch, image, patch, width, depth, classes), model.parameters(), () => F.cross_entropy(Scores(model, images), labels));
    }

    // A contrastive step: each picture against each text of the batch, both ways (Radford et al. 2021, figure 3).
    private static TrainingStep Clip(int batch)
    {
        const int context = 24, vocabulary = 2048, width = 192, embedding = 128;
        var vision = Placed(new VisionTransformer(64, 8, 3, width, 6, 6, embedding));
        var text = Placed(new TextTransformer(vocabulary, context, width, depth: 4, heads: 6, embedding, lastTokenOnly: true));
        var scale = new TorchSharp.Modules.Parameter(tensor((float)Math.Log(1 / 0.07), device: get_default_device()));
        var images = randn(batch, 3, 64, 64);
        var tokens = randint(vocabulary, [batch, context]);
        var pairs = arange(batch);
        var flops = Cost.Vit(batch, 64, 8, width, 6, embedding) + Cost.Blocks(batch, context, width, 4)
            + Cost.Linear(batch, width, embedding) + Cost.Linear(batch, embedding, batch);
        return new TrainingStep(flops, [.. vision.parameters(), .. text.parameters(), scale], () =>
        {
            var pictures = F.normalize(Scores(vision, images), dim: -1);                  // (B, 128)
            var texts = F.normalize(text.call(tokens), dim: -1);                       // (B, 128)
            var logits = (scale.exp() * pictures).mm(texts.t());                       // (B, B)
            return (F.cross_entropy(logits, pairs) + F.cross_entropy(logits.t(), pairs)) / 2;
        });
    }

    private static TrainingStep Perceiver(int batch)
    {
        const int inputs = 1024, channels = 64, latents = 32, width = 128, classes = 10;
        var model = Placed(new Perceiver(channels, latents, width, depth: 4, heads: 4, classes));
        var data = randn(batch, inputs, channels);
        var labels = randint(classes, [batch]);
        var flops = Cost.Linear(batch * inputs, channels, 2 * width) + Cost.Linear(batch * latents, width, 10 * width)
            + (4.0 * batch * latents * inputs * width) + Cost.Blocks(batch, latents, width, 4) + Cost.Linear(batch, width, classes);
        return new TrainingStep(flops, model.parameters(), () => F.cross_entropy(model.call(data), labels));
    }

    private static TrainingStep Gpt(int batch, int context, int vocabulary)
    {
        const int width = 192, depth = 4;
        var model = Placed(new TextTransformer(vocabulary, context, width, depth, heads: 6, vocabulary, lastTokenOnly: false));
        var tokens = randint(vocabulary, [batch, context]);
        var next = randint(vocabulary, [batch * context]);
        var flops = Cost.Blocks(batch, context, width, depth) + Cost.Linear(batch * context, width, vocabulary);
        return new TrainingStep(flops, model.parameters(), () => F.cross_entropy(model.call(tokens).reshape(-1, vocabulary), next));
    }

    private static Inference VitInference()
    {
        var model = Placed(new VisionTransformer(224, 16, 3, 768, 12, 12, 1000));
        model.eval();
        var image = randn(1, 3, 224, 224);
        return new Inference(Cost.Vit(1, 224, 16, 768, 12, 1000), () => Scores(model, image));
    }

    // Data is made on the default device; a model is moved there, whatever its layers do.
    private static T Placed<T>(T model)
        where T : TorchSharp.torch.nn.Module
    {
        model.to(get_default_device());
        return model;
    }

    private static Tensor Scores(VisionTransformer model, Tensor images) => model.Classify(BlockSequence.Run(model.Blocks, model.Embed(images)));

    private static MatrixProducts? Product(string name)
    {
        var sizes = name.Split('x').Select(part => long.TryParse(part, out var size) && size > 0 ? size : 0).ToArray();
        return sizes.Length == 3 && !sizes.Contains(0) ? new MatrixProducts(sizes[0], sizes[1], sizes[2]) : null;
    }
}
