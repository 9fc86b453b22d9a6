namespace Course.Data;

/// <summary>One drawing of three channels, read from one place and written changed to another.</summary>
internal readonly ref struct EmojiDrawing(ReadOnlySpan<float> from, Span<float> to, int side)
{
    private static readonly float Background = (Emoji.Background.R / 127.5f) - 1;

    private readonly ReadOnlySpan<float> _from = from;
    private readonly Span<float> _to = to;

    private int Area => side * side;

    public void Change(EmojiAugmentation amount, SeededRandom random)
    {
        Move(amount, random);
        // All numbers are drawn whether they are used or not, so that one amount does not change the others' random numbers.
        double grey = random.NextDouble(), swap = random.NextDouble(), invert = random.NextDouble(), outline = random.NextDouble();
        int order = random.Next(6);
        if (outline < amount.Outline) KeepEdges();
        Recolour(amount.Colour, random);
        if (swap < amount.Swap) SwapChannels(order);
        if (grey < amount.Grey) MakeGrey();
        if (invert < amount.Invert) Invert();
        if (amount.Cover > 0) Cover(amount.Cover, random);
    }

    /// <summary>
    /// Moves, turns, stretches, slants and mirrors about the middle: where each pixel comes from, read between four pixels.
    /// </summary>
    private void Move(EmojiAugmentation amount, SeededRandom random)
    {
        double right = Around(random, amount.Shift), down = Around(random, amount.Shift);
        double size = Math.Exp(Around(random, amount.Scale)), stretch = Math.Exp(Around(random, amount.Stretch) / 2);
        double angle = Around(random, amount.Rotation) * Math.PI / 180, slant = Around(random, amount.Shear);
        double width = size * stretch * (random.NextDouble() < amount.Mirror ? -1 : 1), height = size / stretch;
        double xx = Math.Cos(angle) * width, xy = (-Math.Sin(angle) * height) + (slant * width);
        double yx = Math.Sin(angle) * width, yy = Math.Cos(angle) * height;
        double middle = (side - 1) / 2.0;
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
            {
                double dx = x - middle, dy = y - middle;
                Sample((xx * dx) + (xy * dy) + middle + right, (yx * dx) + (yy * dy) + middle + down, (y * side) + x);
            }
    }

    private void Sample(double x, double y, int target)
    {
        int left = (int)Math.Floor(x), top = (int)Math.Floor(y);
        float fx = (float)(x - left), fy = (float)(y - top);
        for (int c = 0; c < 3; c++)
        {
            float above = At(c, left, top) + ((At(c, left + 1, top) - At(c, left, top)) * fx);
            float below = At(c, left, top + 1) + ((At(c, left + 1, top + 1) - At(c, left, top + 1)) * fx);
            _to[(c * Area) + target] = above + ((below - above) * fy);
        }
    }

    private float At(int channel, int x, int y) =>
        (uint)x < (uint)side && (uint)y < (uint)side ? _from[(channel * Area) + (y * side) + x] : Background;

    /// <summary>Contrast about the background and brightness: a part for all channels, a part for each.</summary>
    private void Recolour(double amount, SeededRandom random)
    {
        double contrast = 1 + Around(random, amount / 2);
        bool shifts = random.NextDouble() < 0.5;
        for (int c = 0; c < 3; c++)
        {
            float gain = (float)(contrast * (1 + Around(random, amount / 2)));
            float offset = (float)Around(random, amount * 0.3);
            if (!shifts) offset = 0;
            foreach (ref float value in Channel(c)) value = Background + ((value - Background) * gain) + offset;
        }
    }

    private void SwapChannels(int order)
    {
        // The six orders of three: a rotation by 0, 1 or 2, then perhaps an exchange of the first two.
        for (int i = 0; i < Area; i++)
        {
            (float r, float g, float b) = (_to[i], _to[Area + i], _to[(2 * Area) + i]);
            (r, g, b) = (order % 3) switch { 0 => (r, g, b), 1 => (g, b, r), _ => (b, r, g) };
            (_to[i], _to[Area + i], _to[(2 * Area) + i]) = order < 3 ? (r, g, b) : (g, r, b);
        }
    }

    private void MakeGrey()
    {
        for (int i = 0; i < Area; i++)
            _to[i] = _to[Area + i] = _to[(2 * Area) + i] = (_to[i] + _to[Area + i] + _to[(2 * Area) + i]) / 3;
    }

    private void Invert()
    {
        foreach (ref float value in _to) value = (2 * Background) - value;
    }

    /// <summary>Dark lines where neighbours differ, on the background.</summary>
    private void KeepEdges()
    {
        Span<float> lines = new float[Area];
        for (int y = 1; y < side - 1; y++)
            for (int x = 1; x < side - 1; x++)
            {
                int i = (y * side) + x;
                float slope = 0;
                for (int c = 0; c < 3; c++)
                {
                    ReadOnlySpan<float> values = Channel(c);
                    slope += Math.Abs(values[i + 1] - values[i - 1]) + Math.Abs(values[i + side] - values[i - side]);
                }

                lines[i] = Math.Min(slope / 2, 1 + Background);
            }

        for (int c = 0; c < 3; c++)
            for (int i = 0; i < Area; i++) _to[(c * Area) + i] = Background - lines[i];
    }

    private void Cover(int most, SeededRandom random)
    {
        bool covers = random.NextDouble() < 0.5;
        int size = Math.Min(side, 1 + random.Next(most)), left = random.Next(side - size + 1), top = random.Next(side - size + 1);
        if (!covers) return;
        for (int c = 0; c < 3; c++)
            for (int y = top; y < top + size; y++) Channel(c).Slice((y * side) + left, size).Fill(Background);
    }

    private Span<float> Channel(int channel) => _to.Slice(channel * Area, Area);

    private static double Around(SeededRandom random, double most) => ((2 * random.NextDouble()) - 1) * most;
}
