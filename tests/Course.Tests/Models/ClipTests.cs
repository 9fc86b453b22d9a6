using Course.Checks;
using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

[Collection(RandomNumbersCollection.Name)]
public sealed class ClipTests
{
    private static readonly ClipConfig Tiny = new()
    {
        ImageSize = 16, PatchSize = 8, ImageWidth = 16, ImageDepth = 2, ImageHeads = 2, VocabularySize = 20, ContextLength = 6,
        TextWidth = 8, TextDepth = 2, TextHeads = 2, EmbeddingWidth = 12,
    };

    [Fact]
    public void A_row_is_a_picture_and_a_column_a_text()
    {
        using Clip model = Make(Tiny);
        Tensor images = randn(3, 3, 16, 16), tokens = Tokens();
        Assert.Equal([3, 2], model.call(images, tokens).shape);
        Tensor cosines = model.EmbedImages(images).matmul(model.EmbedTexts(tokens).T);
        Assert.True((cosines / 0.07).allclose(model.call(images, tokens), atol: 1e-4));
        Assert.True(model.EmbedImages(images).norm(1).allclose(ones(3)));
        Assert.Equal([3, 16], model.ImageFeatures(images).shape);
    }

    [Fact]
    public void The_text_tower_is_causal_and_reads_the_end()
    {
        using Clip model = Make(Tiny);
        Tensor tokens = Tokens();
        Assert.True(Influence.Of(model.Text.Encode, model.Text.Embed(tokens).detach()).Matches((output, input) => input <= output));
        Tensor changed = tokens.clone();
        changed[1, 4] = 7;
        Assert.True(model.Text.call(tokens).allclose(model.Text.call(changed)), "what stands behind the end has no influence");
        changed[1, 1] = 7;
        Assert.False(model.Text.call(tokens)[1].allclose(model.Text.call(changed)[1]));
    }

    [Fact]
    public void The_text_tower_begins_with_the_published_deviations()
    {
        manual_seed(1);
        using var tower = new TextTransformer(Tiny with { TextWidth = 64, VocabularySize = 500, ContextLength = 64, TextDepth = 4 });
        var deviations = tower.named_parameters().ToDictionary(p => p.name, p => p.parameter.std().item<float>());
        Assert.Equal(0.02, deviations["token_embedding.weight"], 0.001);
        Assert.Equal(0.01, deviations["positional_embedding"], 0.001);
        Assert.Equal(1 / 8.0, deviations["blocks.0.attn.qkv.weight"], 0.01);
        Assert.Equal(1 / 8.0 / Math.Sqrt(8), deviations["blocks.3.attn.proj.weight"], 0.005);
        Assert.Equal(1 / 8.0 / Math.Sqrt(8), deviations["blocks.3.mlp.fc2.weight"], 0.005);
        Assert.Equal(1 / Math.Sqrt(128), deviations["blocks.1.mlp.fc1.weight"], 0.005);
    }

    [Fact]
    public void The_scale_begins_at_one_over_0_07_and_stays_between_1_and_100()
    {
        using Clip model = Make(Tiny);
        Assert.Equal(1 / 0.07, model.Scale.item<float>(), 3);
        using (no_grad()) model.LogScale.fill_(9);
        model.ClampScale();
        Assert.Equal(100, model.Scale.item<float>(), 3);
        using (no_grad()) model.LogScale.fill_(-2);
        model.ClampScale();
        Assert.Equal(1, model.Scale.item<float>(), 3);
    }

    [Fact]
    public void Vit_b_32_has_the_published_number_of_parameters()
    {
        // Blocks are alike: what the second one adds, each further one adds.
        ClipConfig full = ClipConfig.VitB32;
        long one = Count(full with { ImageDepth = 1, TextDepth = 1 });
        long image = Count(full with { ImageDepth = 2, TextDepth = 1 }) - one;
        long text = Count(full with { ImageDepth = 1, TextDepth = 2 }) - one;
        Assert.Equal(151_277_313, one + (11 * image) + (11 * text));
    }

    [Fact]
    public void A_trainer_with_a_fixed_scale_leaves_it()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train([" ab ab cd cd"], 262);
        using Clip model = Make(Tiny with { VocabularySize = tokenizer.VocabularySize });
        var trainer = new ClipTrainer(model, tokenizer, new ClipTraining { LearnScale = false, Steps = 3, WarmUp = 1 });
        var sampler = new PairSampler(
            randint(0, 256, [2, 5, 3, 16, 16], dtype: ScalarType.Byte), (concept, _) => "abcde"[concept].ToString(), seed: 1);
        Tensor before = model.EmbedTexts(tokenizer.Batch(["a"], 6)).detach();
        for (long step = 0; step < 3; step++) Assert.True(double.IsFinite(trainer.Step(step, sampler.Batch(step, 4))));
        Assert.Equal(1 / 0.07, model.Scale.item<float>(), 3);
        Assert.False(before.allclose(model.EmbedTexts(tokenizer.Batch(["a"], 6))));
    }

    [Fact]
    public void Training_is_the_same_for_the_same_seed()
    {
        float[] Run()
        {
            BytePairTokenizer tokenizer = BytePairTokenizer.Train([" ab ab cd cd"], 262);
            using Clip model = Make(Tiny with { VocabularySize = tokenizer.VocabularySize });
            var trainer = new ClipTrainer(model, tokenizer, new ClipTraining { Steps = 4, WarmUp = 1 });
            Tensor pictures = arange(2 * 5 * 3 * 256).reshape(2, 5, 3, 16, 16).to(ScalarType.Byte);
            var sampler = new PairSampler(pictures, (concept, _) => "abcde"[concept].ToString(), seed: 1);
            for (long step = 0; step < 4; step++) trainer.Step(step, sampler.Batch(step, 4));
            return [.. model.parameters().SelectMany(p => p.data<float>().ToArray())];
        }

        Assert.Equal(Run(), Run());
    }

    private static long Count(ClipConfig config)
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new Clip(config);
        return model.parameters().Sum(parameter => parameter.numel());
    }

    private static Clip Make(ClipConfig config)
    {
        manual_seed(3);
        var model = new Clip(config);
        model.eval();
        return model;
    }

    private static Tensor Tokens() => tensor(new long[,] { { 18, 3, 4, 5, 19, 0 }, { 18, 6, 19, 0, 0, 0 } });
}
