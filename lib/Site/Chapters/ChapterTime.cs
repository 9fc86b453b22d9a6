namespace Site.Chapters;

/// <summary>A time in words.</summary>
public static class ChapterTime
{
    private const int MinutesAnHour = 60;

    /// <summary>40 min; 1 h; 1 h 30 min.</summary>
    public static string Of(int minutes)
    {
        var (hours, rest) = (minutes / MinutesAnHour, minutes % MinutesAnHour);
        return hours == 0 ? $"{rest} min" : rest == 0 ? $"{hours} h" : $"{hours} h {rest} min";
    }
}
