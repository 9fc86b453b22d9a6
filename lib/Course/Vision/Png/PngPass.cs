namespace Course.Vision.Png;

/// <summary>The pixels one pass over the picture gives: every StepX-th from X, every StepY-th from Y.</summary>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY, int Width, int Height)
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>One pass for a plain picture, up to seven for an interlaced one (PNG specification, clause 8).</summary>
    public static IEnumerable<PngPass> Of(PngHeader header)
    {
        if (!header.Interlaced) return [new PngPass(0, 0, 1, 1, header.Width, header.Height)];
        return Adam7
            .Select(pass => new PngPass(pass.X, pass.Y, pass.StepX, pass.StepY,
                Ceiling(header.Width - pass.X, pass.StepX), Ceiling(header.Height - pass.Y, pass.StepY)))
            .Where(pass => pass.Width > 0 && pass.Height > 0);

        static int Ceiling(int length, int step) => length <= 0 ? 0 : (length + step - 1) / step;
    }
}
