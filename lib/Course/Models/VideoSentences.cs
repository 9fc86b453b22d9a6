// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Captions and visual words as sequences for <see cref="VideoBert"/>.</summary>
public sealed class VideoSentences
{
    private readonly Dictionary<string, long> numbers;
    private readonly long[][] texts;
    private readonly long[][] visuals;
    private readonly string[] captions;
    private readonly int textLength;

    /// <summary>The sentences of some clips.</summary>
    /// <param name="captions">Of each clip.</param>
    /// <param name="visualWords">Of each clip, (N, T).</param>
    /// <param name="lexicon">All words that captions may hold.</param>
    /// <param name="textLength">The longest caption in words.</param>
    /// <exception cref="KeyNotFoundException">A caption holds a word that the lexicon has not.</exception>
    public VideoSentences(IReadOnlyList<string> captions, Tensor visualWords, IReadOnlyList<string> lexicon, int textLength)
    {
        this.captions = [.. captions];
        this.textLength = textLength;
        numbers = lexicon.Select((word, n) => (word, n)).ToDictionary(pair => pair.word, pair => VideoBert.FirstWord + pair.n);
        FirstVisual = VideoBert.FirstWord + lexicon.Count;
        texts = captions.Select(caption => caption.Split(' ').Select(word => numbers[word]).ToArray()).ToArray();
        visuals = visualWords.cpu().data<long>().Select(word => word + FirstVisual).Chunk((int)visualWords.shape[1]).ToArray();
    }

    /// <summary>The number of the first visual word.</summary>
    public long FirstVisual { get; }

    /// <summary>Number of clips.</summary>
    public int Count => texts.Length;

    /// <summary>Length of a sequence.</summary>
    public int Length => textLength + visuals[0].Length + 3;

    /// <summary>Where the visual words begin.</summary>
    public int VisualStart => textLength + 2;

    /// <summary>[CLS] text [SEP] video [SEP] as numbers; the text is filled up.</summary>
    public long[] Sequence(int text, int clip) =>
    [
        VideoBert.Class, .. texts[text], .. Enumerable.Repeat(VideoBert.Padding, textLength - texts[text].Length), VideoBert.Separator,
        .. visuals[clip], VideoBert.Separator,
    ];

    /// <summary>The place of the last word of a text.</summary>
    public int LastWord(int text) => texts[text].Length;

    /// <summary>A batch to train on: sequences, words to guess, and which pairs belong together.</summary>
    /// <param name="number">Decides everything.</param>
    /// <param name="size">B.</param>
    /// <param name="masked">The probability that a word is masked.</param>
    public (Tensor Sequences, Tensor Targets, Tensor Aligned) Batch(long number, int size, double masked)
    {
        var random = new SeededRandom(number);
        var (sequences, targets, aligned) = (new List<long>(), new List<long>(), new List<float>());
        for (var n = 0; n < size; n++)
        {
            var (clip, belongs) = (random.Next(Count), random.Next(2) == 0);
            var text = clip;
            while (!belongs && captions[text] == captions[clip]) text = random.Next(Count);
            aligned.Add(belongs ? 1 : 0);
            foreach (var word in Sequence(text, clip))
            {
                // Masked in wrong pairs, too, though not guessed there: else a mask would give away that the pair is right.
                var hidden = word >= VideoBert.FirstWord && random.NextDouble() < masked;
                sequences.Add(hidden ? VideoBert.Mask : word);
                targets.Add(hidden && belongs ? word : -100);
            }
        }

        return (tensor(sequences.ToArray()).view(size, -1), tensor(targets.ToArray()).view(size, -1), tensor(aligned.ToArray()));
    }
}
