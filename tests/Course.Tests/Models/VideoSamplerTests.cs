using Course.Data;
using Course.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

public sealed class VideoSamplerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    // Ten clips of 4 to 6 frames; a frame of clip c at time t is a dot of 10 c + t.
    private readonly Tensor[] _clips = [.. Enumerable.Range(0, 10).Select(c => arange(10 * c, (10 * c) + 4 + (c % 3)).view(-1, 1, 1, 1))];

    [Fact]
    public void A_batch_depends_on_its_number_and_the_seed_alone()
    {
        VideoSampler one = Make(), other = Make();
        other.Batch(7, 4);
        VideoBatch first = one.Batch(3, 4), again = other.Batch(3, 4);
        Assert.Equal(first.Captions, again.Captions);
        Assert.True(first.Videos.allclose(again.Videos));
        Assert.NotEqual(first.Captions, one.Batch(4, 4).Captions);
    }

    [Fact]
    public void Clips_of_a_batch_differ_and_each_keeps_its_caption_and_the_order_of_time()
    {
        for (int number = 0; number < 50; number++)
        {
            VideoBatch batch = Make().Batch(number, 10);
            Assert.Equal([10, 3, 1, 1, 1], batch.Videos.shape);
            Assert.Equal(Enumerable.Range(0, 10), batch.Clips.Order());
            for (int i = 0; i < 10; i++)
            {
                long[] values = batch.Videos[i].data<long>().ToArray();
                Assert.All(values, value => Assert.Equal(batch.Clips[i], value / 10));
                bool reversed = batch.Captions[i].EndsWith("backwards", StringComparison.Ordinal);
                Assert.Equal(reversed ? values.OrderDescending() : values.Order(), values);
                Assert.StartsWith($"{batch.Clips[i]} ", batch.Captions[i], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void With_neighbours_a_batch_is_made_of_groups()
    {
        int[][] neighbours = [.. Enumerable.Range(0, 10).Select(c => Enumerable.Range(c / 5 * 5, 5).ToArray())];
        var sampler = new VideoSampler(_clips, (clip, _, _) => $"{clip}", 1) { Frames = 2, Neighbours = neighbours, GroupSize = 4 };
        for (int number = 0; number < 30; number++)
            Assert.Single(sampler.Batch(number, 4).Clips.Select(clip => clip / 5).Distinct());
        Assert.Equal(10, sampler.Batch(0, 10).Clips.Distinct().Count());
    }

    [Fact]
    public void A_batch_larger_than_the_data_is_refused() =>
        Assert.Contains("there are 10", Assert.Throws<ArgumentException>(() => Make().Batch(0, 11)).Message);

    [Fact]
    public void A_mirrored_picture_has_left_and_right_exchanged()
    {
        Tensor clip = arange(2 * 3 * 2 * 2).view(2, 3, 2, 2);
        Tensor shown = new ClipView(Reversed: true, Mirrored: true).Show(clip, [0, 1]);
        Assert.True(shown[0].allclose(clip[1].flip(2)));
        Assert.True(shown[1].allclose(clip[0].flip(2)));
    }

    [Fact]
    public void The_nearest_of_a_clip_begin_with_itself()
    {
        Tensor places = tensor(new float[,] { { 1, 0 }, { 0.9f, 0.1f }, { 0, 1 }, { 0.1f, 2 } });
        Assert.Equal([[0, 1], [1, 0], [2, 3], [3, 2]], HardNegatives.Mine(places, 2));
    }

    [Fact]
    public void Augmentation_treats_all_frames_of_a_clip_alike_and_zero_changes_nothing()
    {
        Tensor bytes = randint(0, 255, [2, 3, 3, 8, 8], dtype: ScalarType.Byte);
        bytes = bytes[TensorIndex.Colon, TensorIndex.Slice(0, 1)].expand(2, 3, 3, 8, 8).contiguous();
        Tensor changed = new VideoAugmentation().Apply(bytes, 5);
        Assert.Equal([2, 3, 3, 8, 8], changed.shape);
        Assert.True(changed[0, 0].allclose(changed[0, 2]));
        Assert.False(changed.allclose(Clip.Normalise(bytes)));
        Assert.True(changed.allclose(new VideoAugmentation().Apply(bytes, 5)));
        Assert.True(new VideoAugmentation { Shift = 0, Colour = 0 }.Apply(bytes, 5).allclose(Clip.Normalise(bytes)));
    }

    public void Dispose() => _scope.Dispose();

    private VideoSampler Make() => new(_clips, (clip, view, _) => $"{clip} {(view.Reversed ? "backwards" : "")}", 1)
    {
        Frames = 3, View = random => new ClipView(random.NextDouble() < 0.5),
    };
}
