namespace Site.Outputs;

/// <summary>Pictures and sounds of one chapter as files of the site, numbered in order.</summary>
internal sealed class ChapterMedia(SiteFiles files, string chapter)
{
    private int _count;

    /// <summary>Keeps the content and returns its address on the chapter's page.</summary>
    public string Add(byte[] content, string extension)
    {
        var path = $"{chapter}/{++_count:000}.{extension}";
        files.Add(path, content);
        return path;
    }
}
