using System.Globalization;

namespace Cli.DataSets;

/// <summary>What the check of a data set found.</summary>
/// <param name="Files">Number of files on the list.</param>
/// <param name="Bytes">Size of those that exist.</param>
/// <param name="Problems">One line for each missing or damaged file.</param>
internal sealed record DataSetState(int Files, long Bytes, IReadOnlyList<string> Problems)
{
    /// <summary>Number and size of the files, as messages say it.</summary>
    public string Extent => string.Create(CultureInfo.InvariantCulture, $"{Files} files, {Bytes / 1e6:0.0} MB");
}
