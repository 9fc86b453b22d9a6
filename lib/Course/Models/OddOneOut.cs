// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Questions about a picture, a text and a sound: are all about one thing, or which is about another?</summary>
/// <param name="pictures">(C, E): one for each thing.</param>
/// <param name="texts">(C, E).</param>
/// <param name="sounds">(R, E): several for a thing.</param>
/// <param name="thingOfSound">The thing of each sound.</param>
/// <param name="things">The things to ask about.</param>
public sealed class OddOneOut(Tensor pictures, Tensor texts, Tensor sounds, IReadOnlyList<int> thingOfSound, IReadOnlyList<int> things)
{
    /// <summary>Questions from two things: each of three places holds one of the two.</summary>
    public const int GroupSize = 8;

    private readonly ILookup<int, long> soundsOfThing = thingOfSound.Select((thing, sound) => (thing, sound))
        .ToLookup(pair => pair.thing, pair => (long)pair.sound);

    /// <summary>The answers, by label.</summary>
    public static IReadOnlyList<string> Answers { get; } = ["none", "picture", "text", "sound"];

    /// <summary>The questions of some pairs of things, eight in a row for each.</summary>
    /// <param name="number">Decides which; the same number gives the same questions.</param>
    /// <param name="pairs">How many pairs.</param>
    /// <param name="missing">The probability that a question lacks one of its modalities.</param>
    public MultimodalBatch Batch(long number, int pairs, double missing = 0)
    {
        var random = new SeededRandom(number);
        var items = new List<MultimodalItem>(pairs * GroupSize);
        for (var n = 0; n < pairs; n++)
        {
            var (a, b) = (random.Next(things.Count), random.Next(things.Count - 1));
            int[] two = [things[a], things[b < a ? b : b + 1]];
            long[] said = [.. two.Select(thing => soundsOfThing[thing].ElementAt(random.Next(soundsOfThing[thing].Count())))];
            for (var bits = 0; bits < GroupSize; bits++)
            {
                var (picture, text, sound) = (bits & 1, (bits >> 1) & 1, bits >> 2);
                Tensor?[] parts = [pictures[two[picture]], texts[two[text]], sounds[said[sound]]];
                if (random.NextDouble() < missing) parts[random.Next(parts.Length)] = null;
                var odd = picture == text ? (text == sound ? 0 : 3) : text == sound ? 1 : 2;
                items.Add(new MultimodalItem(parts, odd));
            }
        }

        return MultimodalBatch.Collate(items);
    }
}
