using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Output;

namespace Microsoft.DotNet.Interactive;

/// <summary>The functions that every cell may call by their bare names.</summary>
public abstract class Kernel
{
    private protected Kernel()
    {
    }

    /// <summary>Shows a value in the given mime types, or in those its type prefers.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Marks a text as HTML, so that displaying it does not escape it.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs a script in the front end, where that allows scripts.</summary>
    public static void Javascript(string scriptContent) =>
        $"<script type=\"text/javascript\">{scriptContent}</script>".DisplayAs("text/html");

    /// <summary>Applies a style sheet to the front end's page.</summary>
    public static void CSS(string content) => $"<style>{content}</style>".DisplayAs("text/html");

    /// <summary>Removes what the cell has shown so far; <c>Console.Clear()</c> in a cell does the same.</summary>
    public static void ClearOutput() => CellScope.Current?.Output?.Clear();

    /// <summary>Asks the reader for a line of text.</summary>
    /// <exception cref="InvalidOperationException">The front end has no input.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Task.FromResult(Ask(prompt, password: typeHint == "password"));

    /// <summary>Asks the reader for a secret, which the front end does not show.</summary>
    /// <exception cref="InvalidOperationException">The front end has no input.</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") =>
        Task.FromResult(new PasswordString(Ask(prompt, password: true)));

    internal static string Ask(string prompt, bool password) =>
        CellScope.Current?.Output?.ReadLine(prompt, password)
        ?? throw new InvalidOperationException("This cell asks for input, and the front end that runs it has none.");
}
