using System.Text.RegularExpressions;

namespace Cli.FrontDoor;

/// <summary>The part of a Markdown file between two comments, which a program writes: the rest is written by hand.</summary>
internal static class GeneratedPart
{
    /// <summary>The text with the part of that name replaced.</summary>
    /// <param name="markdown">The file's text.</param>
    /// <param name="name">What the comments name.</param>
    /// <param name="content">What to put between them.</param>
    /// <exception cref="CourseException">The comments are missing.</exception>
    public static string Replace(string markdown, string name, string content)
    {
        var begin = $"<!-- {name}: written by `course export` -->";
        var end = $"<!-- end of {name} -->";
        var part = new Regex($"{Regex.Escape(begin)}.*?{Regex.Escape(end)}", RegexOptions.Singleline);
        return part.IsMatch(markdown)
            ? part.Replace(markdown, $"{begin}\n{content.TrimEnd()}\n{end}".Replace("$", "$$", StringComparison.Ordinal), 1)
            : throw new CourseException($"a README lacks the comments '{begin}' and '{end}' around the part that is written for it.");
    }
}
