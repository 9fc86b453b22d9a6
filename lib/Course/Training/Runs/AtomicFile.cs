namespace Course.Training.Runs;

/// <summary>Writes a file so that a process killed at any moment leaves the old content or the new one, never a part.</summary>
internal static class AtomicFile
{
    private const string Suffix = ".new";

    /// <summary>Writes beside the path, flushes to the disk, and renames over the path.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string fresh = path + Suffix;
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Deletes what killed processes left half written.</summary>
    public static void CleanUp(string folder)
    {
        foreach (string file in Directory.GetFiles(folder, "*" + Suffix)) File.Delete(file);
    }
}
