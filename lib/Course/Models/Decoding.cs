// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Ways from a language model to a text. Each begins with vectors (B, P, D): soft prompts, tokens, or both, and ends when the context is full
/// at the latest.
/// </summary>
public static class Decoding
{
    /// <summary>Always the most probable token.</summary>
    /// <param name="model">The language model.</param>
    /// <param name="prompt">What the texts begin with, (B, P, D).</param>
    /// <param name="end">The token that ends a text.</param>
    /// <param name="most">The most tokens that are written.</param>
    /// <param name="useCache">False reads the whole sequence again for each token: slower, with the same result.</param>
    public static long[][] Greedy(Gpt model, Tensor prompt, long end, int most, bool useCache = true) =>
        Write(model, prompt, end, most, scores => scores.argmax(-1), useCache);

    /// <summary>
    /// Nucleus sampling (Holtzman et al. 2020): a token by lot, out of the fewest whose probabilities sum to at least <paramref name="mass"/>.
    /// </summary>
    /// <param name="model">The language model.</param>
    /// <param name="prompt">What the texts begin with, (B, P, D).</param>
    /// <param name="end">The token that ends a text.</param>
    /// <param name="most">The most tokens that are written.</param>
    /// <param name="mass">p, above 0 and at most 1; 1 draws from all tokens.</param>
    /// <param name="random">The lots.</param>
    public static long[][] Nucleus(Gpt model, Tensor prompt, long end, int most, double mass, SeededRandom random)
    {
        if (mass is not (> 0 and <= 1)) throw new ArgumentException($"A nucleus has a mass above 0 and at most 1, not {mass}.", nameof(mass));
        return Write(model, prompt, end, most, scores => Draw(scores, mass, random), useCache: true);
    }

    /// <summary>
    /// Beam search for one text: of all texts begun, the <paramref name="width"/> most probable go on. Returns what it found, the best first,
    /// each with the mean log-probability of its tokens.
    /// </summary>
    /// <param name="model">The language model.</param>
    /// <param name="prompt">What the text begins with, (1, P, D).</param>
    /// <param name="end">The token that ends a text.</param>
    /// <param name="most">The most tokens that are written.</param>
    /// <param name="width">How many go on; 1 is greedy.</param>
    public static IReadOnlyList<(long[] Tokens, double Score)> Beam(Gpt model, Tensor prompt, long end, int most, int width)
    {
        if (prompt.shape[0] != 1) throw new ArgumentException($"A beam search writes one text, not {prompt.shape[0]}.", nameof(prompt));
        if (width < 1) throw new ArgumentException($"A beam search goes on with at least one beginning, not {width}.", nameof(width));
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        most = Room(model, prompt, most);
        var cache = new KeyValueCache();
        var scores = model.Read(prompt, cache).select(1, -1).log_softmax(-1);                     // (1, V)
        var (open, done) = (new List<(long[] Tokens, double Sum)> { ([], 0) }, new List<(long[] Tokens, double Score)>());
        for (var length = 1; length <= most && open.Count > 0; length++)
        {
            var (values, tokens) = scores.topk((int)Math.Min(width, scores.shape[1]), 1);         // (open, width)
            var (v, t) = (values.to(ScalarType.Float64).cpu().data<double>().ToArray(), tokens.cpu().data<long>().ToArray());
            var per = v.Length / open.Count;
            var next = Enumerable.Range(0, v.Length)
                .Select(i => (Parent: i / per, Token: t[i], Sum: open[i / per].Sum + v[i]))
                .OrderByDescending(one => one.Sum).Take(width - done.Count).ToArray();
            done.AddRange(next.Where(one => one.Token == end).Select(one => (open[one.Parent].Tokens, one.Sum / length)));
            var alive = next.Where(one => one.Token != end).ToArray();
            open = alive.Select(one => (open[one.Parent].Tokens.Append(one.Token).ToArray(), one.Sum)).ToList();
            if (open.Count == 0 || length == most) break;
            cache.Keep(alive.Select(one => (long)one.Parent).ToArray());
            var last = tensor(alive.Select(one => one.Token).ToArray(), device: prompt.device).unsqueeze(1);
            scores = model.Read(model.Embed(last), cache).select(1, -1).log_softmax(-1);          // (open, V)
        }

        return [.. done.Concat(open.Select(one => (one.Tokens, Score: one.Sum / most))).OrderByDescending(one => one.Score)];
    }

    private static long[][] Write(Gpt model, Tensor prompt, long end, int most, Func<Tensor, Tensor> choose, bool useCache)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var texts = Enumerable.Range(0, (int)prompt.shape[0]).Select(_ => new List<long>()).ToArray();
        var cache = useCache ? new KeyValueCache() : null;
        var (read, fresh) = (prompt, prompt);
        var ended = new bool[texts.Length];
        most = Room(model, prompt, most);
        for (var length = 0; length < most && ended.Contains(false); length++)
        {
            var scores = model.Score(model.Encode(useCache ? fresh : read, cache).select(1, -1));  // (B, V)
            var tokens = choose(scores);                                                           // (B)
            foreach (var (token, b) in tokens.to(CPU).data<long>().ToArray().Select((token, b) => (token, b)))
                if (!(ended[b] |= token == end))
                    texts[b].Add(token);
            fresh = model.Embed(tokens.unsqueeze(1));                                              // (B, 1, D)
            if (!useCache) read = cat(new[] { read, fresh }, 1);
        }

        return texts.Select(text => text.ToArray()).ToArray();
    }

    // The last token that is written need not be read.
    private static int Room(Gpt model, Tensor prompt, int most) => (int)Math.Min(most, model.Config.ContextLength - prompt.shape[1] + 1);

    private static Tensor Draw(Tensor scores, double mass, SeededRandom random)
    {
        var (sorted, order) = scores.softmax(-1).sort(1, descending: true);                        // (B, V)
        // A token stays when those before it do not yet make up the mass: the first one always does.
        var kept = sorted.masked_fill((sorted.cumsum(1) - sorted).greater_equal(mass), 0);
        var lots = tensor(Enumerable.Range(0, (int)scores.shape[0]).Select(_ => (float)random.NextDouble()).ToArray(), device: scores.device);
        var place = (kept.cumsum(1) <= (lots * kept.sum(1)).unsqueeze(1)).sum(1, keepdim: true);    // (B, 1)
        return order.gather(1, place.clamp(max: scores.shape[1] - 1)).squeeze(1);
    }
}
