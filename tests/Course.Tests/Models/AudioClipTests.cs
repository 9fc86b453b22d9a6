using Course.Data;
using Course.Models;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

[Collection(RandomNumbersCollection.Name)]
public sealed class AudioClipTests : IDisposable
{
    private static readonly ClipConfig TinyClip = new()
    {
        ImageSize = 48, PatchSize = 16, ImageWidth = 16, ImageDepth = 1, ImageHeads = 2, VocabularySize = 300, ContextLength = 12,
        TextWidth = 8, TextDepth = 1, TextHeads = 2, EmbeddingWidth = 12,
    };

    private static readonly AudioConfig TinyAudio = new() { Bands = 16, Frames = 24, Channels = 2, Width = 10 };
    private static readonly LogMelConfig TinyMel = new() { Bands = 16, Frames = 24 };

    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Three_towers_meet_in_one_space()
    {
        using AudioClip model = Make();
        var (images, texts, sounds) = model.call(randn(3, 3, 48, 48), Tokens(3), randn(3, 16, 24));
        foreach (Tensor vectors in new[] { images, texts, sounds })
        {
            Assert.Equal([3, 12], vectors.shape);
            Assert.True(vectors.norm(1).allclose(ones(3)));
        }

        Assert.Equal([3, 10], model.SoundFeatures(randn(3, 16, 24)).shape);
        Assert.Contains("Expected spectrograms (B, 16, 24)",
            Assert.Throws<ArgumentException>(() => model.EmbedSounds(randn(3, 24, 16))).Message);
        Assert.Contains("multiples of 8", Assert.Throws<ArgumentException>(() => new AudioEncoder(TinyAudio with { Frames = 20 })).Message);
    }

    [Fact]
    public void Three_scales_are_learned_and_stay_between_1_and_100()
    {
        using AudioClip model = Make();
        string[] names = ["clip.logit_scale", "audio_image_scale", "audio_text_scale"];
        var scales = model.named_parameters().Where(p => names.Contains(p.name)).Select(p => p.parameter).ToArray();
        Assert.Equal(3, scales.Length);
        foreach (Tensor scale in scales)
            using (no_grad())
                scale.fill_(9);
        model.ClampScales();
        foreach (Tensor scale in new[] { model.Scales.ImageText, model.Scales.AudioImage, model.Scales.AudioText })
            Assert.Equal(100, scale.item<float>(), 3);
    }

    [Fact]
    public void A_trainer_with_frozen_towers_changes_the_audio_tower_alone()
    {
        using AudioClip model = Make();
        float[] tower = Values(model.Clip), audio = Values(model);
        Train(model, new ClipTraining { Steps = 3, WarmUp = 1 }, towerPace: 0);
        Assert.Equal(tower, Values(model.Clip));
        Assert.NotEqual(audio, Values(model));
    }

    [Fact]
    public void A_trainer_moves_the_towers_by_their_share()
    {
        using AudioClip model = Make();
        float[] tower = Values(model.Clip);
        AudioClipTrainer trainer = Train(model, new ClipTraining { Steps = 3, WarmUp = 1, LearningRate = 0.01 }, towerPace: 0.25);
        Assert.NotEqual(tower, Values(model.Clip));
        double[] rates = [.. trainer.Optimizer.ParamGroups.Select(group => group.LearningRate).Distinct()];
        Assert.Equal(2, rates.Length);
        Assert.Equal(0.25, rates[1] / rates[0], 1e-9);
    }

    [Fact]
    public void Training_is_the_same_for_the_same_seed()
    {
        float[] Run()
        {
            using AudioClip model = Make();
            Train(model, new ClipTraining { Steps = 3, WarmUp = 1 });
            return Values(model);
        }

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void A_batch_has_each_name_once_and_depends_on_its_number_alone()
    {
        using Stamps stamps = Stamps.Load();
        TripletSampler sampler = Sampler(stamps);
        TripletBatch batch = sampler.Batch(7, 6);
        Assert.Equal([6, 16, 24], batch.Spectrograms.shape);
        Assert.Equal([6, 3, 48, 48], batch.Images.shape);
        Assert.Equal(6, batch.Stamps.Select(i => stamps.Items[i].Name).Distinct().Count());
        Assert.True(batch.Images.allclose(Clip.Normalise(stamps.Images(batch.Stamps))));
        Assert.True(batch.Spectrograms.allclose(Sampler(stamps).Batch(7, 6).Spectrograms));
        Assert.NotEqual(batch.Stamps, sampler.Batch(8, 6).Stamps);
        Assert.Contains("needs as many different names", Assert.Throws<ArgumentException>(() => sampler.Batch(1, 100)).Message);
    }

    [Fact]
    public void A_split_keeps_unseen_concepts_and_unheard_recordings_out_of_training()
    {
        using Stamps stamps = Stamps.Load();
        string[] heard = ["fr", "es", "bg", "ru"];
        SpokenSplit split = SpokenSplit.Of(stamps, heard);
        string ConceptOf(int stamp) => stamps.Items[stamp].Concept;
        Assert.Equal(60, split.Unseen.Select(ConceptOf).Distinct().Count());
        Assert.Empty(split.Seen.Select(ConceptOf).Intersect(split.Unseen.Select(ConceptOf)));
        Assert.All(split.Training, r => Assert.Contains(r.Stamp, split.Seen));
        var trained = split.Training.Select(r => (ConceptOf(r.Stamp), r.Language)).ToHashSet();
        Assert.All(split.Unheard, r => Assert.DoesNotContain((ConceptOf(r.Stamp), r.Language), trained));
        Assert.All(heard, language => Assert.True(split.Unheard.Count(r => r.Language == language) >= 15, language));
        Assert.Equal(split.Training, SpokenSplit.Of(stamps, heard).Training);
        int[] gallery = SpokenSplit.OnePerName(stamps, split.Seen);
        Assert.Equal(split.Seen.Select(i => stamps.Items[i].Name).Distinct(), gallery.Select(i => stamps.Items[i].Name));
    }

    [Fact]
    public void Scores_have_the_partner_of_a_query_in_its_column()
    {
        Tensor gallery = eye(4);
        Tensor scores = SpokenRetrieval.Scores(gallery[2..], [12, 13], gallery, [10, 11, 12, 13]);
        Assert.True(scores.allclose(tensor(new float[,] { { 1, 0, 0, 0 }, { 0, 1, 0, 0 } })));
    }

    [Fact]
    public void The_permutation_test_tells_luck_from_skill()
    {
        manual_seed(4);
        Assert.Equal(0.001, SpokenRetrieval.PValue(eye(40), 1, lots: 999), 1e-9);
        Assert.InRange(SpokenRetrieval.PValue(randn(40, 60), 5, lots: 999), 0.02, 1);
        // Finding the group alone is no skill within groups.
        int[] groups = [.. Enumerable.Range(0, 40).Select(i => i / 4)];
        Tensor byGroup = tensor(groups).unsqueeze(0).eq(tensor(groups).unsqueeze(1)).to(ScalarType.Float32) + (rand(40, 40) * 0.1);
        Assert.True(SpokenRetrieval.PValue(byGroup, 2, lots: 999) < 0.01);
        Assert.True(SpokenRetrieval.PValue(byGroup, 2, groups, lots: 999) > 0.02);
    }

    public void Dispose() => _scope.Dispose();

    private static AudioClip Make()
    {
        manual_seed(3);
        return new AudioClip(new Clip(TinyClip), TinyAudio);
    }

    private static AudioClipTrainer Train(AudioClip model, ClipTraining settings, double towerPace = 0.5)
    {
        using Stamps stamps = Stamps.Load();
        TripletSampler sampler = Sampler(stamps);
        BytePairTokenizer tokenizer = BytePairTokenizer.Train([" ab ab cd cd"], 262);
        var trainer = new AudioClipTrainer(model, tokenizer, settings, towerPace);
        for (long step = 0; step < settings.Steps; step++) Assert.True(double.IsFinite(trainer.Step(step, sampler.Batch(step, 5))));
        return trainer;
    }

    private static TripletSampler Sampler(Stamps stamps)
    {
        (int, string)[] recordings = [.. stamps.WithVoice("fr").Take(12).Select(i => (i, "fr"))];
        SpokenStamps spoken = SpokenStamps.Read(stamps, recordings, new LogMel(TinyMel), [1, 1.1], margin: 8);
        return new TripletSampler(stamps, spoken, 24, seed: 1);
    }

    private static Tensor Tokens(int count) =>
        tensor(Enumerable.Range(0, count).SelectMany(i => new long[] { 298, 5 + i, 299 }).ToArray(), [count, 3]);

    private static float[] Values(nn.Module model) => [.. model.parameters().SelectMany(p => p.data<float>().ToArray())];
}
