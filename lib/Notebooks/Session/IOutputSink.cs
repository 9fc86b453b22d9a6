namespace Notebooks.Session;

/// <summary>
/// What a running cell shows, as a front end receives it. Calls come from any thread, one at a time except
/// <see cref="ReadLine"/>, and only while the cell runs.
/// </summary>
public interface IOutputSink
{
    /// <summary>Console text as it is written; <paramref name="name"/> is "stdout" or "stderr".</summary>
    void Stream(string name, string text);

    /// <summary>A displayed value (display_data). <see cref="MimeBundle.DisplayId"/> is set when it can be updated later.</summary>
    void Display(MimeBundle bundle);

    /// <summary>A new content for the display that carries <see cref="MimeBundle.DisplayId"/> (update_display_data).</summary>
    void Update(MimeBundle bundle);

    /// <summary>The value of a cell's last expression (execute_result).</summary>
    void Result(MimeBundle bundle);

    /// <summary>Removes the cell's output so far, at once or when the next output comes (clear_output).</summary>
    void Clear(bool wait);

    /// <summary>Asks the reader for a line of text; null when the front end has no input.</summary>
    string? ReadLine(string prompt, bool password);
}
