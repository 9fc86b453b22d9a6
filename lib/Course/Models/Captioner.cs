// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// A frozen language model that writes about pictures: what a bridge makes of a picture stands between the prompt and what is to be written,
/// as tokens that no vocabulary has.
/// </summary>
/// <remarks>BLIP-2 puts it first: large language models find in a prompt what they need. This chapter's small one does not.</remarks>
public sealed class Captioner
{
    private readonly nn.Module<Tensor, Tensor>? bridge;
    private readonly BytePairTokenizer tokenizer;

    /// <summary>A captioner; without a bridge it is blind.</summary>
    public Captioner(nn.Module<Tensor, Tensor>? bridge, Gpt language, BytePairTokenizer tokenizer) =>
        (this.bridge, Language, this.tokenizer) = (bridge, language, tokenizer);

    /// <summary>The frozen language model.</summary>
    public Gpt Language { get; }

    /// <summary>The mean loss in nats of the answers' tokens, one answer for each picture (B, N, C).</summary>
    public Tensor Loss(Tensor image, string prompt, IReadOnlyList<string> answers)
    {
        var (scores, targets) = Read(image, prompt, answers);
        return LanguageLoss.Mean(scores, targets);
    }

    /// <summary>The log-probability of each answer, given its picture: (B).</summary>
    public Tensor LogProbability(Tensor image, string prompt, IReadOnlyList<string> answers)
    {
        var (scores, targets) = Read(image, prompt, answers);
        return -LanguageLoss.OfEach(scores, targets);
    }

    /// <summary>What a text about pictures (B, N, C) begins with: start of text, a prompt in words, soft prompts. (B, P, W).</summary>
    public Tensor Prompt(Tensor image, string prompt)
    {
        var tokens = tokenizer.Batch([prompt], Language.Config.ContextLength).to(image.device);      // start, words, end
        var words = Language.Embed(tokens.narrow(1, 0, tokens.shape[1] - 1)).expand(image.shape[0], -1, -1);
        return bridge is null ? words : cat(new[] { words, bridge.call(image) }, 1);
    }

    /// <summary>Answers about pictures (B, N, C), written greedily, or the best that a beam search finds.</summary>
    /// <param name="image">What the frozen tower sees of the pictures, (B, N, C).</param>
    /// <param name="prompt">What the language model reads before the soft prompts.</param>
    /// <param name="beam">How many beginnings the search goes on with; 1 is greedy, and writes for all pictures at once.</param>
    /// <param name="most">The most tokens that are written.</param>
    public string[] Write(Tensor image, string prompt, int beam = 1, int most = 24)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var begun = Prompt(image, prompt);                                                           // (B, P, W)
        var written = beam == 1
            ? Decoding.Greedy(Language, begun, tokenizer.End, most)
            : [.. Enumerable.Range(0, (int)begun.shape[0])
                .Select(b => Decoding.Beam(Language, begun[b..(b + 1)], tokenizer.End, most, beam)[0].Tokens)];
        return [.. written.Select(Text)];
    }

    /// <summary>The words of tokens.</summary>
    public string Text(long[] tokens) => tokenizer.Decode(tokens.Select(token => (int)token)).Trim();

    private (Tensor Scores, Tensor Targets) Read(Tensor image, string prompt, IReadOnlyList<string> answers)
    {
        var tokens = tokenizer.Batch(answers, Language.Config.ContextLength).to(image.device);       // (B, T): start, words, end
        var (begun, count) = (Prompt(image, prompt), tokens.shape[1] - 1);
        var all = cat(new[] { begun, Language.Embed(tokens.narrow(1, 1, count - 1)) }, 1);           // (B, P + T - 2, W)
        var read = Language.Encode(all).narrow(1, begun.shape[1] - 1, count);                        // the places before each token
        return (Language.Score(read), LanguageLoss.Targets(tokens, tokenizer.End));
    }
}
