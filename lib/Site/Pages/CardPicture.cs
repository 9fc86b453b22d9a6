namespace Site.Pages;

/// <summary>The picture on a chapter's card.</summary>
/// <param name="Address">The file.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Words">What it shows, in words.</param>
internal sealed record CardPicture(string Address, int Width, int Height, string Words);
