using static TorchSharp.torch;

namespace Course.Vision;

/// <summary>Lays many pictures out in one, with captions and frames.</summary>
public static class PictureGrid
{
    private const int WantedWidth = 1040;
    private const int Gap = 12;
    private const int FrameWidth = 3;
    private const int MostCaptionLines = 3;

    private static readonly Rgb Ink = Rgb.Parse("#222222");

    /// <summary>Pictures of a tensor (N, C, H, W) with values from 0 to 1; see the other overload.</summary>
    public static Picture Of(Tensor images, IEnumerable<string>? captions = null, int columns = 8, int? scale = null,
        IEnumerable<Rgb?>? frames = null) =>
        Of(Picture.ManyFromTensor(images), captions, columns, scale, frames);

    /// <summary>
    /// The pictures in rows of <paramref name="columns"/>, enlarged by a whole factor so that small ones can be seen.
    /// </summary>
    /// <param name="pictures">The pictures; smaller ones are centred in the largest one's place.</param>
    /// <param name="captions">A text below each picture; long ones are broken into lines.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="scale">The factor; chosen to fill a page's width unless given.</param>
    /// <param name="frames">A colour around each picture, for example <see cref="Rgb.Right"/> or <see cref="Rgb.Wrong"/>; null for
    /// none.</param>
    public static Picture Of(
        IEnumerable<Picture> pictures, IEnumerable<string>? captions = null, int columns = 8, int? scale = null,
        IEnumerable<Rgb?>? frames = null)
    {
        Picture[] all = pictures.ToArray();
        string[]? texts = captions?.ToArray();
        Rgb?[]? colors = frames?.ToArray();
        if (all.Length == 0) throw new ArgumentException("a grid needs at least one picture", nameof(pictures));
        if (columns < 1 || scale < 1)
            throw new ArgumentException($"a grid needs at least one column and a scale of at least 1, not {columns} and {scale}");
        if (texts is not null && texts.Length != all.Length)
            throw new ArgumentException($"{all.Length} pictures and {texts.Length} captions; give one for each");
        if (colors is not null && colors.Length != all.Length)
            throw new ArgumentException($"{all.Length} pictures and {colors.Length} frames; give one for each");

        columns = Math.Min(columns, all.Length);
        int border = colors is null ? 0 : FrameWidth;
        int width = all.Max(picture => picture.Width), height = all.Max(picture => picture.Height);
        int factor = scale ?? Math.Max(1, ((WantedWidth / Math.Max(columns, 4)) - Gap - (2 * border)) / width);
        int cellWidth = (width * factor) + (2 * border), pictureHeight = (height * factor) + (2 * border);
        var captionBlock = texts is null ? null : new CaptionBlock(texts, cellWidth + Gap - 2);
        int cellHeight = pictureHeight + (captionBlock?.Height ?? 0);

        int rows = (all.Length + columns - 1) / columns;
        var canvas = new Canvas((columns * (cellWidth + Gap)) + Gap, (rows * (cellHeight + Gap)) + Gap, Rgb.White);
        for (int i = 0; i < all.Length; i++)
        {
            int left = Gap + (i % columns * (cellWidth + Gap)), top = Gap + (i / columns * (cellHeight + Gap));
            Picture enlarged = all[i].Resize(all[i].Width * factor, all[i].Height * factor, Resampling.Nearest);
            int x = left + ((cellWidth - enlarged.Width) / 2), y = top + ((pictureHeight - enlarged.Height) / 2);
            if (colors?[i] is { } frame)
                canvas.Fill(x - border, y - border, enlarged.Width + (2 * border), enlarged.Height + (2 * border), frame);
            canvas.Paste(enlarged, x, y);
            captionBlock?.Draw(canvas, i, left + (cellWidth / 2), top + pictureHeight);
        }

        return canvas.ToPicture();
    }

    /// <summary>All captions in one size: the larger one if every word fits below its picture.</summary>
    private sealed class CaptionBlock
    {
        private const int LineGap = 2;

        private readonly string[][] _lines;
        private readonly int _fontScale;

        public CaptionBlock(string[] texts, int room)
        {
            _fontScale = texts.All(text => text.Split(' ', '\n').All(word => PixelFont.Width(word) * 2 <= room)) ? 2 : 1;
            _lines = texts.Select(text => Break(text, room / _fontScale)).ToArray();
            Height = (_lines.Max(lines => lines.Length) * LineHeight) + LineGap;
        }

        public int Height { get; }

        private int LineHeight => (PixelFont.Height * _fontScale) + LineGap;

        public void Draw(Canvas canvas, int index, int centre, int top)
        {
            for (int line = 0; line < _lines[index].Length; line++)
            {
                string text = _lines[index][line];
                int left = centre - (PixelFont.Width(text) * _fontScale / 2), y = top + (2 * LineGap) + (line * LineHeight);
                PixelFont.Draw(text, (dotX, dotY) => canvas.Fill(left + (dotX * _fontScale), y + (dotY * _fontScale), _fontScale,
                    _fontScale, Ink));
            }
        }

        private static string[] Break(string text, int room)
        {
            var lines = new List<string>();
            foreach (string paragraph in text.Split('\n'))
            {
                string line = "";
                foreach (string word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    string longer = line.Length == 0 ? word : line + " " + word;
                    if (line.Length == 0 || PixelFont.Width(longer) <= room)
                    {
                        line = longer;
                        continue;
                    }

                    lines.Add(line);
                    line = word;
                }

                lines.Add(line);
            }

            return lines.Take(MostCaptionLines).Select(line => Shorten(line, room)).ToArray();
        }

        private static string Shorten(string line, int room)
        {
            if (PixelFont.Width(line) <= room) return line;
            int length = line.Length;
            while (length > 1 && PixelFont.Width(line[..length] + "…") > room) length--;
            return line[..length] + "…";
        }
    }
}
