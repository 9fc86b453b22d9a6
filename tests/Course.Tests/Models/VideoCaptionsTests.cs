using Course.Models;

namespace Course.Tests.Models;

public sealed class VideoCaptionsTests
{
    [Theory]
    [InlineData(false, false, "a wizard dies, facing southwest")]
    [InlineData(true, false, "a wizard rises, facing southwest")]
    [InlineData(false, true, "a wizard dies, facing southeast")]
    [InlineData(true, true, "a wizard rises, facing southeast")]
    public void A_caption_changes_with_the_view(bool reversed, bool mirrored, string expected) =>
        Assert.Equal(expected, VideoCaptions.Write("wizard", "dies", "southwest", new ClipView(reversed, mirrored)));

    [Theory]
    [InlineData("runs", "runs backwards")]
    [InlineData("stands", "stands")]
    [InlineData("rises from the ground", "sinks into the ground")]
    public void What_looks_alike_both_ways_keeps_its_name(string phrase, string backwards) =>
        Assert.Equal(backwards, VideoCaptions.Reverse(phrase));

    [Theory]
    [InlineData("north", "north")]
    [InlineData("east", "west")]
    [InlineData("northwest", "northeast")]
    public void A_mirror_exchanges_east_and_west(string direction, string mirrored) =>
        Assert.Equal(mirrored, VideoCaptions.Mirror(direction));

    [Fact]
    public void Every_template_names_all_three_parts()
    {
        for (int template = 0; template < VideoCaptions.Templates.Count; template++)
        {
            string caption = VideoCaptions.Write("goblin", "runs", "east", template: template);
            Assert.Contains("goblin", caption, StringComparison.Ordinal);
            Assert.Contains("runs", caption, StringComparison.Ordinal);
            Assert.Contains("east", caption, StringComparison.Ordinal);
        }
    }
}
