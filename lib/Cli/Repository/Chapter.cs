namespace Cli.Repository;

/// <summary>A notebook to run: a chapter of the course such as 02-vit, or any notebook given by its path.</summary>
/// <param name="Path">Full path of the .ipynb file.</param>
public sealed record Chapter(string Path)
{
    /// <summary>File name without extension: 02-vit.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The number before the dash; null when there is none.</summary>
    public int? Number => Name.Split('-', 2) is [var digits, _] && int.TryParse(digits, out var number) ? number : null;

    /// <summary>The name without its number: vit.</summary>
    public string ShortName => Number is null ? Name : Name.Split('-', 2)[1];
}
