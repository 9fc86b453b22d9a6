using Course.Data;

namespace Course.Published;

/// <summary>
/// Where published models lie: models/NAME in the course's folder, or NAME in the folder that COURSE_MODELS names. They are not part of the
/// repository; the reader downloads them.
/// </summary>
public static class ModelFolder
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "COURSE_MODELS";

    /// <summary>The folder of a model, whether it is there or not.</summary>
    public static string PathOf(string name) => Path.Combine(
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
            ? folder
            : Path.GetFullPath(Path.Combine(DataSetFolder.Find("published").Root, "..", "..", "models")),
        name);

    /// <summary>The folder of a model; null when it does not hold all the files.</summary>
    /// <param name="name">For example "clip-vit-base-patch32".</param>
    /// <param name="files">Files that it needs besides the weights.</param>
    public static string? Find(string name, params string[] files)
    {
        string folder = PathOf(name);
        string[] weights = ["model.safetensors", "model.safetensors.index.json"];
        return weights.Any(Exists) && files.All(Exists) ? folder : null;

        bool Exists(string file) => File.Exists(Path.Combine(folder, file));
    }
}
