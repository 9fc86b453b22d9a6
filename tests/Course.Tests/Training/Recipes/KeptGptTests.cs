using Course.Data;
using Course.Models;
using Course.Training.Recipes;
using Course.Training.Recipes.Gpt;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training.Recipes;

/// <summary>The language model in the repository is what its record says, and as good as the course promises.</summary>
public sealed class KeptGptTests : KeptTest
{
    private protected override IRecipe Recipe { get; } = new GptRecipe();

    private protected override int MostBytes => 3_000_000;

    [Fact]
    public void Definitions_it_never_read_surprise_it_as_the_record_says()
    {
        GptCheckpoint checkpoint = GptCheckpoint.Load();
        using Emoji emoji = Emoji.Load();
        NamedDrawings drawings = EmojiParts.Drawings(emoji, EmojiParts.TrainingVendors(emoji, ["noto"]), 200);
        LanguageTexts texts = LanguageTexts.Of(Glosses.Load(), Units(), drawings);
        Measurement[] measured =
            [.. new GptMeasuring(checkpoint.Model, checkpoint.Tokenizer).On("validation definitions", texts.Validation, texts.Training)];
        Assert.InRange(measured[0].Value, 20, 60);
        AssertSame(measured, tolerance: 0.05);
    }

    private static IReadOnlyList<BattleUnit> Units()
    {
        using Battles battles = Battles.Load();
        return battles.Units;
    }
}
