// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Emoji of some concepts in some styles, each with its name and its colour in that style.</summary>
public sealed class NamedDrawings
{
    private readonly string[][] colours;

    private NamedDrawings(Tensor pictures, string[] names, string[][] colours) =>
        (Pictures, Names, this.colours) = (pictures, names, colours);

    /// <summary>Bytes (V, C, 3, S, S): V styles of C concepts.</summary>
    public Tensor Pictures { get; }

    /// <summary>The concepts' names in lower case.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The drawings of <paramref name="concepts"/>, which are indices of the data set, in some of its styles.</summary>
    public static NamedDrawings Of(Emoji emoji, IReadOnlyList<string> styles, IReadOnlyList<int> concepts)
    {
        using var scope = NewDisposeScope();
        var chosen = tensor(concepts.Select(concept => (long)concept).ToArray());
        var pictures = stack(styles.Select(style => emoji.Pictures(style).index_select(0, chosen)).ToArray());
        var colours = Enumerable.Range(0, styles.Count)
            .Select(v => Enumerable.Range(0, concepts.Count).Select(c => ColourName.Of(pictures[v, c])).ToArray()).ToArray();
        return new NamedDrawings(pictures.DetachFromDisposeScope(),
            concepts.Select(concept => emoji.Concepts[concept].Label.ToLowerInvariant()).ToArray(), colours);
    }

    /// <summary>The colour of a concept in a style.</summary>
    public string Colour(int style, int concept) => colours[style][concept];

    /// <summary>All that may be written about each drawing.</summary>
    public IReadOnlyList<string> Texts() =>
        [.. colours.SelectMany(style => style.SelectMany((colour, concept) => PictureTexts.All(Names[concept], colour)))];
}
