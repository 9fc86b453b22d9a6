namespace Site.Markdown;

/// <summary>Where the addresses of a text lead on the site.</summary>
internal interface IMarkdownLinks
{
    /// <summary>The address that a link gets; null when its target is not on the site, and only its text is shown.</summary>
    string? Link(string address);

    /// <summary>The address that a picture gets.</summary>
    /// <exception cref="SiteException">There is no such picture.</exception>
    string Picture(string address);
}
