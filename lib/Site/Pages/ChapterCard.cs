using Site.Chapters;

namespace Site.Pages;

/// <summary>A chapter as the front door shows it.</summary>
/// <param name="Facts">What the notebook tells of itself.</param>
/// <param name="BuildsHtml">What the reader builds, as HTML.</param>
/// <param name="ShowsHtml">What the reader sees, as HTML.</param>
/// <param name="Needs">Chapters whose types it uses.</param>
/// <param name="DataSets">Names of the data sets that it uses.</param>
/// <param name="Picture">The picture that stands for it; null when it has stored none.</param>
internal sealed record ChapterCard(
    ChapterFacts Facts,
    string BuildsHtml,
    string ShowsHtml,
    IReadOnlyList<ChapterFacts> Needs,
    IReadOnlyList<string> DataSets,
    CardPicture? Picture);
