using Course.Models;
using Course.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Training.Recipes.Gpt;

/// <summary>How surprised a language model is by texts, beside one that only counts.</summary>
internal sealed class GptMeasuring(Models.Gpt model, BytePairTokenizer tokenizer)
{
    private const int BatchSize = 64;

    /// <summary>
    /// The perplexity a token of the model, of trigrams counted in <paramref name="counted"/>, and of a tokenizer's tokens taken as
    /// equally likely. All read the same tokens: those of a text that fit into the context, and its end.
    /// </summary>
    public IReadOnlyList<Measurement> On(string name, IReadOnlyList<string> texts, IReadOnlyList<string> counted) =>
        Measuring.InEvalMode(model, () =>
        [
            new Measurement($"{name}, perplexity", Math.Exp(Surprise(texts)), tokenizer.VocabularySize),
            new Measurement($"{name}, perplexity of trigrams", Math.Exp(Trigrams(texts, counted)), tokenizer.VocabularySize),
        ]);

    private double Surprise(IReadOnlyList<string> texts)
    {
        var (sum, count) = (0.0, 0L);
        foreach (string[] part in texts.OrderBy(text => text.Length).Chunk(BatchSize))
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor tokens = tokenizer.Batch(part, model.Config.ContextLength);
            Tensor targets = LanguageLoss.Targets(tokens, tokenizer.End);
            sum += LanguageLoss.OfEach(model.call(tokens[.., ..^1]), targets).sum().item<float>();
            count += targets.greater_equal(0).sum().item<long>();
        }

        return sum / count;
    }

    private double Trigrams(IReadOnlyList<string> texts, IReadOnlyList<string> counted)
    {
        // A text begins with two starts, so that its first token has a context, too.
        int[] Padded(string text) => [tokenizer.Start, .. TokenWindows.Tokens(text, tokenizer)];
        int[] Cut(string text) =>
            Padded(text) is var all && all.Length <= model.Config.ContextLength + 1 ? all : [.. all[..(int)model.Config.ContextLength], tokenizer.End];
        var trigrams = new KneserNey(counted.Select(Padded), tokenizer.VocabularySize);
        (double Sum, int Count)[] each = [.. texts.Select(text => trigrams.Surprise(Cut(text)))];
        return each.Sum(one => one.Sum) / each.Sum(one => one.Count);
    }
}
