namespace Course.Tests.Support;

/// <summary>
/// Compares a text with a stored one that somebody has looked at. COURSE_APPROVE=1 stores what the test made: look at it before committing.
/// </summary>
internal static class Approved
{
    /// <param name="path">The approved text.</param>
    /// <param name="actual">The text to compare with it.</param>
    /// <param name="essence">What of both texts is compared.</param>
    public static void Equal(string path, string actual, Func<string, string> essence)
    {
        if (Environment.GetEnvironmentVariable("COURSE_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{path} is missing: run the test with COURSE_APPROVE=1, look at the file, and commit it");
        string[] expected = essence(File.ReadAllText(path)).Split('\n'), lines = essence(actual).Split('\n');
        for (int i = 0; i < Math.Max(expected.Length, lines.Length); i++)
        {
            string want = i < expected.Length ? expected[i] : "(end)", got = i < lines.Length ? lines[i] : "(end)";
            Assert.True(want == got, $"{Path.GetFileName(path)}, line {i + 1} differs:\n  approved {want}\n  actual   {got}");
        }
    }
}
