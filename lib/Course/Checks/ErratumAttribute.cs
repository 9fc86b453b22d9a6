namespace Course.Checks;

/// <summary>Describes an <see cref="Erratum"/>; stands on the flawed code.</summary>
/// <param name="kind">What went wrong.</param>
/// <param name="title">The mistake in a few words.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ErratumAttribute(ErratumKind kind, string title) : Attribute
{
    /// <summary>What went wrong.</summary>
    public ErratumKind Kind { get; } = kind;

    /// <summary>The mistake in a few words.</summary>
    public string Title { get; } = title;

    /// <summary>Where such code was found.</summary>
    public required string Seen { get; init; }

    /// <summary>The paper and section, or the document, that says how it should be.</summary>
    public required string Source { get; init; }
}
