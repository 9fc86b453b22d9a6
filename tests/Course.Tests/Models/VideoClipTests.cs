using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

[Collection(RandomNumbersCollection.Name)]
public sealed class VideoClipTests : IDisposable
{
    private static readonly VideoClipConfig Tiny = new()
    {
        Clip = new ClipConfig
        {
            ImageSize = 16, PatchSize = 8, ImageWidth = 16, ImageDepth = 1, ImageHeads = 2, VocabularySize = 20, ContextLength = 6,
            TextWidth = 8, TextDepth = 1, TextHeads = 2, EmbeddingWidth = 12,
        },
        Frames = 5,
        TemporalHeads = 2,
    };

    private readonly DisposeScope _scope = NewDisposeScope();

    public VideoClipTests() => manual_seed(1);

    [Fact]
    public void A_row_is_a_clip_and_a_column_a_text()
    {
        var model = new VideoClip(Tiny);
        Tensor videos = randn([3, 5, 3, 16, 16]), tokens = Tokens();
        Assert.Equal([3, 2], model.call(videos, tokens).shape);
        Assert.Equal([3, 5, 16], model.Video.EncodeFrames(videos).shape);
        Assert.Equal([3, 16], model.Video.call(videos).shape);
        Assert.True(model.EmbedVideos(videos).norm(1).allclose(ones(3)));
        Assert.True(model.EmbedVideos(videos).allclose(model.EmbedFrames(model.Video.EncodeFrames(videos))));
        Assert.Equal([2, 12], model.EmbedTexts(tokens).shape);
    }

    [Fact]
    public void Without_positions_no_order_of_the_frames_matters_with_them_each_does()
    {
        Tensor frames = randn(2, 5, 16);
        foreach (bool positions in new[] { false, true })
        {
            VideoEncoder tower = Trained(Tiny with { UsePositions = positions });
            Tensor asIs = tower.Pool(frames);
            foreach (long[] order in new long[][] { [4, 3, 2, 1, 0], [1, 0, 2, 3, 4], [2, 4, 1, 0, 3] })
                Assert.NotEqual(positions, tower.Pool(frames.index_select(1, tensor(order))).allclose(asIs, atol: 1e-4));
        }
    }

    [Fact]
    public void Fewer_frames_than_the_most_can_be_read_but_not_more()
    {
        var tower = new VideoEncoder(Tiny);
        Assert.Equal([2, 16], tower.Pool(randn(2, 1, 16)).shape);
        Assert.Contains("at most 5", Assert.Throws<ArgumentException>(() => tower.Pool(randn(2, 6, 16))).Message);
        Assert.Contains("(B, T, 3, S, S)", Assert.Throws<ArgumentException>(() => tower.call(randn(5, 3, 16, 16))).Message);
    }

    [Fact]
    public void Temporal_attention_has_a_row_for_each_frame_that_sums_to_1()
    {
        var weights = Trained(Tiny).TemporalAttention(randn(2, 5, 16));
        Assert.Equal(2, weights.Count);
        Assert.All(weights, one =>
        {
            Assert.Equal([2, 2, 5, 5], one.shape);
            Assert.True(one.sum(-1).allclose(ones(2, 2, 5)));
        });
    }

    [Fact]
    public void A_warm_start_puts_a_clip_that_stands_still_where_CLIP_puts_its_picture()
    {
        var clip = new Clip(Tiny.Clip with { VocabularySize = 30 });
        VideoClip model = VideoClip.FromClip(clip, Tiny with { UsePositions = false });
        Tensor picture = randn(1, 3, 16, 16);
        Assert.True(model.EmbedVideos(picture.unsqueeze(1).expand(1, 5, 3, 16, 16)).allclose(clip.EmbedImages(picture), atol: 1e-5));
    }

    [Fact]
    public void A_warm_start_from_a_CLIP_of_other_sizes_is_refused()
    {
        foreach (ClipConfig other in new[] { Tiny.Clip with { ImageWidth = 8 }, Tiny.Clip with { ImageDepth = 2 } })
            Assert.Contains("other sizes than CLIP's",
                Assert.Throws<ArgumentException>(() => VideoClip.FromClip(new Clip(other), Tiny)).Message);
    }

    [Fact]
    public void A_step_changes_what_may_learn_and_nothing_else()
    {
        BytePairTokenizer tokenizer = BytePairTokenizer.Train(["no merges"], 258);
        var model = new VideoClip(Tiny with { Clip = Tiny.Clip with { VocabularySize = 258, ContextLength = 8 } });
        foreach (var (name, parameter) in model.named_parameters())
            parameter.requires_grad_(!name.StartsWith("video.frames", StringComparison.Ordinal));
        var before = model.named_parameters().ToDictionary(p => p.name, p => p.parameter.detach().clone());
        var trainer = new VideoClipTrainer(model, tokenizer, new ClipTraining { Steps = 2, WarmUp = 1, LearningRate = 0.1 });
        double loss = trainer.Step(0, new VideoBatch(randn([2, 5, 3, 16, 16]), ["ab", "cd"], [0, 1]));
        Assert.True(double.IsFinite(loss) && loss > 0);
        Assert.InRange(model.Scale.item<float>(), 1, 100.001);
        foreach (string name in new[] { "video.frames.patch_embed.proj.weight", "video.frames.blocks.0.attn.qkv.weight" })
            Assert.True(Now(name).allclose(before[name], rtol: 0, atol: 0), name);
        foreach (string name in new[]
            { "video_projection", "text_projection", "textual.blocks.0.attn.qkv.weight", "video.blocks.1.attn.proj.weight" })
            Assert.False(Now(name).allclose(before[name], rtol: 0, atol: 0), name);

        Tensor Now(string name) => model.named_parameters().Single(p => p.name == name).parameter;
    }

    [Fact]
    public void VideoCLIPs_loss_is_the_sum_of_both_directions_and_CLIPs_their_mean_at_the_scale()
    {
        var model = new VideoClip(Tiny);
        Tensor v = randn(6, 12), t = randn(6, 12), pairs = arange(6);
        Tensor products = v.matmul(t.T);
        Tensor both = nn.functional.cross_entropy(products, pairs) + nn.functional.cross_entropy(products.T, pairs);
        Assert.Equal(both.item<float>(), VideoLoss.InnerProduct(model, v, t).item<float>(), 4);
        Tensor cosines = nn.functional.normalize(v, dim: 1).matmul(nn.functional.normalize(t, dim: 1).T);
        Assert.Equal(ContrastiveLoss.InfoNce(cosines).item<float>(), VideoLoss.Cosine(model, v, t).item<float>(), 4);
        Assert.Equal(ContrastiveLoss.InfoNce(cosines / 0.07).item<float>(), VideoLoss.Clip(model, v, t).item<float>(), 3);
    }

    public void Dispose() => _scope.Dispose();

    private static Tensor Tokens() => tensor(new long[,] { { 18, 3, 4, 5, 19, 0 }, { 18, 6, 19, 0, 0, 0 } });

    /// <summary>A tower whose blocks add something; a fresh one's add nothing yet.</summary>
    private static VideoEncoder Trained(VideoClipConfig sizes)
    {
        var tower = new VideoEncoder(sizes);
        using var noGrad = no_grad();
        foreach (var (name, parameter) in tower.named_parameters())
            if (name.StartsWith("blocks", StringComparison.Ordinal) && parameter.dim() > 1) nn.init.normal_(parameter, 0, 0.3);
        return tower;
    }
}
