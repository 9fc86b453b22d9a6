namespace ManagedTorch.Display;

/// <summary>
/// Names the class that formats a type for a notebook. .NET Interactive finds this attribute and its two properties by name,
/// so that the engine needs no reference to it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types to show, the best one first.</summary>
    public string[] PreferredMimeTypes { get; set; } = ["text/plain"];
}
