namespace Notebooks.Language;

/// <summary>What a completion stands for.</summary>
public enum CompletionKind
{
    /// <summary>A local variable, a parameter, or a variable of the session.</summary>
    Variable,

    /// <summary>A field.</summary>
    Field,

    /// <summary>A property.</summary>
    Property,

    /// <summary>A method of a type.</summary>
    Method,

    /// <summary>A function declared in a cell, or one that a <c>using static</c> brings.</summary>
    Function,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A constant.</summary>
    Constant,

    /// <summary>A member of an enumeration.</summary>
    EnumMember,

    /// <summary>A class, record or delegate.</summary>
    Class,

    /// <summary>A struct.</summary>
    Struct,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>An enumeration.</summary>
    Enum,

    /// <summary>A type parameter.</summary>
    TypeParameter,

    /// <summary>A namespace.</summary>
    Module,

    /// <summary>A keyword of C#.</summary>
    Keyword,

    /// <summary>A parameter's name with its colon, or an option of a magic.</summary>
    Value,

    /// <summary>A magic or a directive.</summary>
    Snippet,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}
