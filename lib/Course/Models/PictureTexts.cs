// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>What is written about a drawing: its name and its colour, in a caption and as answers to questions.</summary>
public static class PictureTexts
{
    /// <summary>What a caption begins with.</summary>
    public const string CaptionPrompt = "a picture of";

    /// <summary>Asks for the name.</summary>
    public const string NameQuestion = "question: what is it? answer:";

    /// <summary>Asks for the colour.</summary>
    public const string ColourQuestion = "question: which colour is it? answer:";

    /// <summary>The prompts.</summary>
    public static IReadOnlyList<string> Prompts { get; } = [CaptionPrompt, NameQuestion, ColourQuestion];

    /// <summary>What follows a prompt: "penguin, mostly black", "penguin" or "black".</summary>
    public static string Answer(string prompt, string name, string colour) => prompt switch
    {
        CaptionPrompt => $"{name}, mostly {colour}",
        NameQuestion => name,
        ColourQuestion => colour,
        _ => throw new ArgumentException($"\"{prompt}\" is none of the prompts: {string.Join("; ", Prompts)}.", nameof(prompt)),
    };

    /// <summary>"a picture of penguin, mostly black".</summary>
    public static string Caption(string name, string colour) => $"{CaptionPrompt} {Answer(CaptionPrompt, name, colour)}";

    /// <summary>All that may be written about a drawing.</summary>
    public static IReadOnlyList<string> All(string name, string colour) =>
        [.. Prompts.Select(prompt => $"{prompt} {Answer(prompt, name, colour)}")];

    /// <summary>A text for stage 1, which asks nothing: the name, the name in a sentence, or the caption.</summary>
    public static string Describe(string name, string colour, SeededRandom random) => random.Next(3) switch
    {
        0 => name,
        1 => $"{CaptionPrompt} {name}",
        _ => Caption(name, colour),
    };

    /// <summary>The name in an answer or a caption's end: what comes before the colour.</summary>
    public static string NameIn(string text) => text.Split(", mostly ")[0].Trim();
}
