namespace Site.Chapters;

/// <summary>What the front door says about a chapter.</summary>
/// <param name="Builds">What the reader builds.</param>
/// <param name="Shows">What the reader sees.</param>
/// <param name="Picture">Which of the chapter's stored charts and pictures stands for it, from 1.</param>
/// <param name="Alt">What that picture shows, in words.</param>
public sealed record ChapterNote(string Builds, string Shows, int Picture, string Alt);
