using Site.Markdown;
using Site.Outputs;

namespace Site.Pages;

/// <summary>The addresses of a notebook as those of its page: other chapters, their files, and the world outside.</summary>
internal sealed class PageLinks(string folder, IReadOnlyCollection<string> chapters, ChapterMedia media) : IMarkdownLinks
{
    private const string Notebook = ".ipynb";

    private static readonly string[] Schemes = ["https://", "http://"];

    public string? Link(string address)
    {
        if (address.StartsWith('#') || Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.Ordinal)))
        {
            return address;
        }

        var parts = address.Split('#', 2);
        var name = parts[0].StartsWith("./", StringComparison.Ordinal) ? parts[0][2..] : parts[0];
        return name.EndsWith(Notebook, StringComparison.Ordinal) && chapters.Contains(name[..^Notebook.Length])
            ? $"{name[..^Notebook.Length]}.html{(parts.Length > 1 ? "#" + parts[1] : "")}"
            : null;
    }

    public string Picture(string address)
    {
        var path = Path.Combine(folder, address);
        return File.Exists(path)
            ? media.Add(File.ReadAllBytes(path), Path.GetExtension(path).TrimStart('.'))
            : throw new SiteException($"there is no picture {address}.");
    }
}
