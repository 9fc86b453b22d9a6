// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Classification by names: a class is the embedding of sentences about it. Radford et al. 2021, section 3.1.</summary>
public sealed class ZeroShot
{
    private readonly Tensor classes;

    private ZeroShot(Tensor classes) => this.classes = classes;

    /// <summary>One unit vector for each class, (K, E).</summary>
    public Tensor Classes => classes;

    /// <summary>
    /// A classifier of <paramref name="names"/>. Each name goes into each template ("{0}"); the embeddings are normalised, averaged, and
    /// normalised again (section 3.1.4).
    /// </summary>
    public static ZeroShot Of(Clip model, BytePairTokenizer tokenizer, IReadOnlyList<string> names, IReadOnlyList<string> templates)
    {
        if (templates.Count == 0)
            throw new ArgumentException("A classifier needs at least one template; \"{0}\" is the name alone.", nameof(templates));
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var sentences = names.SelectMany(name => templates.Select(template => string.Format(template, name))).ToArray();
        var tokens = tokenizer.Batch(sentences, model.Config.ContextLength).to(model.LogScale.device);
        var each = model.EmbedTexts(tokens).view(names.Count, templates.Count, -1);    // (K, templates, E), unit vectors
        return new ZeroShot(F.normalize(each.mean(new[] { 1L }), dim: 1).DetachFromDisposeScope());
    }

    /// <summary>The probability of each class for picture embeddings (B, E): (B, K).</summary>
    /// <param name="images">Unit vectors.</param>
    /// <param name="scale">What the cosines are multiplied by before the softmax.</param>
    public Tensor Probabilities(Tensor images, double scale = Clip.LargestScale) => (scale * images.matmul(classes.T)).softmax(1);

    /// <summary>The share of pictures (B, E) whose most probable class is <paramref name="labels"/> (B).</summary>
    public double Accuracy(Tensor images, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return images.matmul(classes.T).argmax(1).eq(labels).to(ScalarType.Float32).mean().item<float>();
    }
}
