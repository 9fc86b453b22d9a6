using System.Text.Json;

namespace Site.Chapters;

/// <summary>The notes on all chapters, from notebooks/chapters.json.</summary>
public sealed class ChapterNotes
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    private readonly Dictionary<string, ChapterNote> _notes;

    private ChapterNotes(Dictionary<string, ChapterNote> notes) => _notes = notes;

    /// <summary>No notes: every chapter speaks for itself.</summary>
    public static ChapterNotes None { get; } = new([]);

    /// <summary>The names of the chapters that have notes.</summary>
    public IReadOnlyCollection<string> Names => _notes.Keys;

    /// <summary>The note on a chapter; null when there is none.</summary>
    /// <param name="chapter">Its name, such as 02-vit.</param>
    public ChapterNote? this[string chapter] => _notes.GetValueOrDefault(chapter);

    /// <summary>Reads the notes of a folder of notebooks; a folder without the file has none.</summary>
    /// <exception cref="SiteException">The file is not as it should be.</exception>
    public static ChapterNotes Load(string notebooks)
    {
        var path = Path.Combine(notebooks, "chapters.json");
        if (!File.Exists(path))
        {
            return None;
        }

        try
        {
            return new ChapterNotes(JsonSerializer.Deserialize<Dictionary<string, ChapterNote>>(File.ReadAllBytes(path), Options) ?? []);
        }
        catch (JsonException e)
        {
            throw new SiteException($"{path} is not a list of notes on chapters: {e.Message}");
        }
    }
}
