using Site.Markdown;

namespace Site.Tests.Markdown;

/// <summary>Links of a site with one other page.</summary>
internal sealed class TestLinks : IMarkdownLinks
{
    public string? Link(string address) => address switch
    {
        "02-vit.ipynb" => "02-vit.html",
        _ when address.StartsWith("https:", StringComparison.Ordinal) => address,
        _ => null,
    };

    public string Picture(string address) => "pictures/" + address;
}
