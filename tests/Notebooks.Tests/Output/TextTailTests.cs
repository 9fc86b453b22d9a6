using FsCheck;
using FsCheck.Fluent;
using Notebooks.Output;

namespace Notebooks.Tests.Output;

public sealed class TextTailTests
{
    [Fact]
    public void The_end_of_any_text_is_kept_and_every_character_is_accounted_for() =>
        Prop.ForAll(
            Gen.Choose(0, 300).ArrayOf().ToArbitrary(),
            lengths =>
            {
                const int Most = 200;
                var tail = new TextTail(Most);
                string whole = "";
                for (int i = 0; i < lengths.Length; i++)
                {
                    string text = new((char)('a' + (i % 26)), lengths[i]);
                    whole += text;
                    tail.Add(i % 3 == 0 ? "stderr" : "stdout", text, 0);
                }

                string kept = string.Concat(tail.Pieces().Select(piece => piece.Text));
                Assert.EndsWith(kept, whole);
                Assert.Equal(whole.Length, kept.Length + tail.Dropped);
                Assert.InRange(kept.Length, Math.Min(whole.Length, Most), 3 * Most);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pieces_keep_their_streams_in_order()
    {
        var tail = new TextTail(100);
        tail.Add("stdout", "skipped, then kept", "skipped, ".Length);
        tail.Add("stderr", "error", 0);
        tail.Add("stdout", "more", 0);
        Assert.Equal([("stdout", "then kept"), ("stderr", "error"), ("stdout", "more")], tail.Pieces());
        Assert.Equal(0, tail.Dropped);
        tail.Clear();
        Assert.Empty(tail.Pieces());
    }
}
