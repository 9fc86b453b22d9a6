namespace Course.Plots.Svg;

/// <summary>A rectangle in pixels, y downwards.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double CentreX => Left + (Width / 2);

    public double CentreY => Top + (Height / 2);

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>The largest rectangle of the given shape within this one, centred from left to right, at the top.</summary>
    public Box Fit(double width, double height)
    {
        double scale = Math.Min(Width / width, Height / height);
        return new Box(Left + ((Width - (width * scale)) / 2), Top, width * scale, height * scale);
    }

    public Box Grow(double by) => new(Left - by, Top - by, Width + (2 * by), Height + (2 * by));
}
