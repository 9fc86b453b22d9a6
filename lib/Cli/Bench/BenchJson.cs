using System.Text.Json;

namespace Cli.Bench;

/// <summary>How measurements are written: names in snake_case, as Python writes them.</summary>
internal static class BenchJson
{
    public static readonly JsonSerializerOptions Lines = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static readonly JsonSerializerOptions File = new(Lines) { WriteIndented = true };
}
