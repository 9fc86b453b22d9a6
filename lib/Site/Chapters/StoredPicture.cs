using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Documents;
using Site.Outputs;

namespace Site.Chapters;

/// <summary>A chart or picture that a notebook has stored.</summary>
/// <param name="Content">The file.</param>
/// <param name="Extension">svg or png.</param>
/// <param name="Words">What it shows, in words.</param>
public sealed record StoredPicture(byte[] Content, string Extension, string Words)
{
    /// <summary>Width and height in pixels.</summary>
    public (int Width, int Height) Size =>
        Extension == "svg" ? ImageSize.OfSvg(Encoding.UTF8.GetString(Content)) : ImageSize.OfPng(Content);

    /// <summary>Every chart and picture of a notebook, in order.</summary>
    public static IEnumerable<StoredPicture> In(NotebookDocument document) =>
        from cell in document.CodeCells
        from output in cell.Outputs
        let data = output?["data"] as JsonObject
        where data is not null
        let picture = Of(data)
        where picture is not null
        select picture;

    private static StoredPicture? Of(JsonObject data)
    {
        var words = AltText.Of("", NotebookText.Of(data["text/plain"]));
        return data["image/svg+xml"] is { } svg ? new StoredPicture(Encoding.UTF8.GetBytes(NotebookText.Of(svg)), "svg", words)
            : data["image/png"] is { } png ? new StoredPicture(Convert.FromBase64String(NotebookText.Of(png)), "png", words)
            : null;
    }
}
