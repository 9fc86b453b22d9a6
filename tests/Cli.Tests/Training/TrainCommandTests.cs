namespace Cli.Tests.Training;

public sealed class TrainCommandTests : IDisposable
{
    private readonly TestRepository _course = new();

    [Fact]
    public async Task Without_a_name_the_recipes_are_listed()
    {
        Assert.Equal(0, await _course.CourseAsync(["train"]));
        Assert.StartsWith("clip: CLIP on emoji", _course.Output.ToString());
    }

    [Fact]
    public async Task Settings_are_shown_as_set_takes_them()
    {
        Assert.Equal(0, await _course.CourseAsync(["train", "clip", "--settings"]));
        var lines = _course.Output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("holdOut=noto", lines);
        Assert.Contains("seed=1", lines);
        Assert.Contains(lines, line => line.StartsWith("training.steps=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "there is no recipe 'clib'. Did you mean 'clip'? Recipes: clip, videoclip, audioclip, perceiver, gpt, qformer.", "clib")]
    [InlineData(1, "--set steps: expected NAME=VALUE, for example --set training.steps=100.", "clip", "--set", "steps")]
    [InlineData(1, "there is no setting model.depth; there are holdOut, unseenConcepts, model.imageSize,", "clip", "--set", "model.depth=3")]
    [InlineData(1, "there is no setting model; there are", "clip", "--set", "model=3")]
    [InlineData(1, "the setting training.batchSize cannot be \"many\"; it is", "clip", "--set", "training.batchSize=many")]
    [InlineData(1, "there is no vendor apple to hold out; there are noto, twemoji,", "clip", "--set", "holdOut=apple")]
    [InlineData(1, "all vendors are held out", "clip", "--set", "holdOut=noto,twemoji,fluent3d,fluentflat,openmoji")]
    [InlineData(1, "Patches of 7 x 7 do not cover a picture side of 48 pixels", "clip", "--set", "model.patchSize=7")]
    [InlineData(1, "there is no language de; there are be, bg, ca, en, es, fr, ru", "audioclip", "--set", "heard=fr,de")]
    [InlineData(1, "the language ca cannot be both heard and unheard", "audioclip", "--set", "heard=fr,ca")]
    [InlineData(1, "audio.bands and audio.frames must be those of logMel", "audioclip", "--set", "logMel.bands=32")]
    [InlineData(2, "--steps needs a whole number above 0, not '0'.", "clip", "--steps", "0")]
    [InlineData(2, "--seed needs a whole number, not 'x'.", "clip", "--seed", "x")]
    [InlineData(2, "--minutes needs a time above 0, not 'long'.", "clip", "--minutes", "long")]
    public async Task A_mistake_is_one_clear_line(int exitCode, string message, params string[] arguments)
    {
        Assert.Equal(exitCode, await _course.CourseAsync(["train", .. arguments]));
        var error = _course.Error.ToString();
        Assert.Contains(message, error);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain("Parameter", error);
    }

    public void Dispose() => _course.Dispose();
}
