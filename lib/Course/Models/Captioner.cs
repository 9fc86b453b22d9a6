// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// A frozen language model that writes about pictures: what a bridge makes of a picture stands between start of text and the words, as
/// tokens that no vocabulary has.
/// </summary>
/// <remarks>
/// BLIP-2 puts it before the start. This chapter's language model has learned that what lies before a start is another text, to be ignored.
/// </remarks>
public sealed class Captioner
{
    private readonly nn.Module<Tensor, Tensor>? bridge;
    private readonly BytePairTokenizer tokenizer;

    /// <summary>A captioner; without a bridge it is blind.</summary>
    public Captioner(nn.Module<Tensor, Tensor>? bridge, Gpt language, BytePairTokenizer tokenizer) =>
        (this.bridge, Language, this.tokenizer) = (bridge, language, tokenizer);

    /// <summary>The frozen language model.</summary>
    public Gpt Language { get; }

    /// <summary>The mean loss in nats of a text's tokens, given its picture (B, N, C).</summary>
    public Tensor Loss(Tensor image, IReadOnlyList<string> texts)
    {
        var (scores, targets) = Read(image, texts);
        return LanguageLoss.Mean(scores, targets);
    }

    /// <summary>The log-probability of each text, given its picture: (B).</summary>
    public Tensor LogProbability(Tensor image, IReadOnlyList<string> texts)
    {
        var (scores, targets) = Read(image, texts);
        return -LanguageLoss.OfEach(scores, targets);
    }

    /// <summary>What a text about pictures (B, N, C) begins with: start of text, soft prompts, and a prompt in words. (B, P, W).</summary>
    public Tensor Prompt(Tensor image, string words)
    {
        var tokens = tokenizer.Batch([words], Language.Config.ContextLength).to(image.device);       // start, words, end
        return Join(image, tokens.expand(image.shape[0], -1));
    }

    /// <summary>Texts for pictures (B, N, C), written greedily; each goes on where the prompt ends.</summary>
    public string[] Write(Tensor image, string prompt, int most = 24)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        return [.. Decoding.Greedy(Language, Prompt(image, prompt), tokenizer.End, most).Select(Text)];
    }

    /// <summary>The words of tokens.</summary>
    public string Text(long[] tokens) => tokenizer.Decode(tokens.Select(token => (int)token)).Trim();

    private (Tensor Scores, Tensor Targets) Read(Tensor image, IReadOnlyList<string> texts)
    {
        var tokens = tokenizer.Batch(texts, Language.Config.ContextLength).to(image.device);         // (B, T)
        var (all, count) = (Join(image, tokens), tokens.shape[1] - 1);
        var read = Language.Encode(all).narrow(1, all.shape[1] - count, count);                      // the places before each word
        return (Language.Score(read), LanguageLoss.Targets(tokens, tokenizer.End));
    }

    // Start, soft prompts, and all words but the last token, (B, 1 + Q + T - 2, W).
    private Tensor Join(Tensor image, Tensor tokens)
    {
        var words = Language.Embed(tokens.narrow(1, 0, tokens.shape[1] - 1));                        // (B, T - 1, W)
        return bridge is null
            ? words
            : cat(new[] { words.narrow(1, 0, 1), bridge.call(image), words.narrow(1, 1, words.shape[1] - 1) }, 1);
    }
}
