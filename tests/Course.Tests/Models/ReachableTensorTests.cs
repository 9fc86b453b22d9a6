using System.Collections;
using System.Reflection;
using Course.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

/// <summary>
/// Every tensor that can be reached from a model is one of its parameters or buffers: <c>to(device)</c> moves nothing else, so another one
/// would stay in host memory and be copied, or refused, in each step on a GPU.
/// </summary>
public sealed class ReachableTensorTests
{
    private static readonly ClipConfig Small = new()
    {
        ImageSize = 16, PatchSize = 8, ImageWidth = 16, ImageDepth = 1, ImageHeads = 2, VocabularySize = 20, ContextLength = 6,
        TextWidth = 8, TextDepth = 1, TextHeads = 2, EmbeddingWidth = 12,
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    private static Dictionary<string, Func<nn.Module>> Models { get; } = new()
    {
        [nameof(Clip)] = () => new Clip(Small),
        [nameof(VideoClip)] = () => new VideoClip(new VideoClipConfig { Clip = Small, Frames = 2, TemporalDepth = 1, TemporalHeads = 2 }),
        [nameof(AudioClip)] = () => new AudioClip(new Clip(Small), new AudioConfig { Bands = 16, Frames = 16, Channels = 4, Width = 12 }),
        [nameof(VideoBert)] = () => new VideoBert(9, 6, 8, depth: 1, heads: 2),
        [nameof(EarlyFusion)] = () => new EarlyFusion(6, 3, count: 2, width: 8, depth: 1, heads: 2, answers: 4),
        [nameof(CoAttentionFusion)] = () => new CoAttentionFusion(6, 3, count: 2, width: 8, attentionHeads: 2, answers: 4, gated: true),
        [nameof(LateFusion)] = () => new LateFusion(6, 3, 8, 4),
        [nameof(VisionTransformer)] = () => new VisionTransformer(16, 8, 3, 16, 1, 2, 5),
        [nameof(Gpt)] = () => new Gpt(new GptConfig { VocabularySize = 20, ContextLength = 6, Width = 8, Depth = 1, Heads = 2 }),
        [nameof(QFormer)] = () => new QFormer(new QFormerConfig { Queries = 2, Width = 8, Depth = 2, Heads = 2, ImageWidth = 6, VocabularySize = 9 }),
        [nameof(StageOne)] = () => new StageOne(
            new QFormerConfig { Queries = 2, Width = 8, Depth = 2, Heads = 2, ImageWidth = 6, VocabularySize = 9 }, end: 1),
        [nameof(PerceiverClassifier)] = () => new PerceiverClassifier(
            1, new FourierFeatures(2, 4, 4), 5, new PerceiverConfig { Latents = 3, Width = 8, Layers = 1, Heads = 2 }),
        [nameof(PerceiverIO)] = () => new PerceiverIO(7, new PerceiverConfig { Latents = 3, Width = 8, Layers = 1, Heads = 2 }, outputs: 4),
        [nameof(PostNormBlock)] = () => new PostNormBlock(8, 2),
        [nameof(TransformerBlock)] = () => new TransformerBlock(8, 2, causal: true),
        ["one that hides a tensor"] = () => new Hiding(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_reaches_no_tensor_but_its_parameters_and_buffers(string name)
    {
        using nn.Module model = Models[name]();
        HashSet<Tensor> own = new(model.parameters().Cast<Tensor>().Concat(model.buffers()), ReferenceEqualityComparer.Instance);
        string[] hidden = [.. Reached(model).Where(found => !own.Contains(found.Tensor)).Select(found => found.Path)];
        Assert.Equal(name == "one that hides a tensor" ? ["places.[0]"] : [], hidden);
    }

    // Fields, and what lists and dictionaries in them hold. The layers of the engine are the engine's business.
    private static IEnumerable<(string Path, Tensor Tensor)> Reached(object start)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(string Path, object Value)>([("", start)]);
        while (open.TryPop(out var next))
        {
            if (next.Value is Tensor tensor)
            {
                yield return (next.Path, tensor);
                continue;
            }

            if (next.Value is string || next.Value.GetType().IsPrimitive || !seen.Add(next.Value)) continue;
            if (next.Value is IEnumerable values)
            {
                int index = 0;
                foreach (object? value in values)
                    if (value is not null) open.Push(($"{next.Path}.[{index++}]", value));
            }

            if (next.Value.GetType().Assembly == typeof(nn.Module).Assembly) continue;
            foreach (FieldInfo field in Fields(next.Value.GetType()))
                if (field.GetValue(next.Value) is { } value)
                    open.Push((next.Path.Length == 0 ? field.Name : $"{next.Path}.{field.Name}", value));
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type type) => type.Namespace?.StartsWith("Course", StringComparison.Ordinal) == true
        ? type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Concat(type.BaseType is null ? [] : Fields(type.BaseType))
        : [];

    private sealed class Hiding : nn.Module<Tensor, Tensor>
    {
        private readonly List<Tensor> places = [];

        public Hiding() : base(nameof(Hiding))
        {
            places.Add(ones(3));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => x + places[0];
    }
}
