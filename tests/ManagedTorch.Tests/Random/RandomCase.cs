using System.Text.Json;

namespace ManagedTorch.Tests.Randomness;

/// <summary>One draw that PyTorch made: its ends, and two sums over the whole.</summary>
internal sealed class RandomCase(JsonElement element)
{
    public string Name { get; } = element.GetProperty("name").GetString()!;

    public long Seed { get; } = element.GetProperty("seed").GetInt64();

    public int Count { get; } = element.GetProperty("count").GetInt32();

    public static IEnumerable<RandomCase> Read(string file) =>
        Fixture.Json($"random/{file}.json").EnumerateArray().Select(e => new RandomCase(e));

    public void AssertEqual(IReadOnlyList<double> actual, double tolerance)
    {
        double[] head = Numbers("head");
        double[] tail = Numbers("tail");
        Assert.Equal(Count, actual.Count);
        for (int i = 0; i < head.Length; i++)
        {
            AssertClose(head[i], actual[i], tolerance, $"element {i}");
            int fromEnd = Count - tail.Length + i;
            AssertClose(tail[i], actual[fromEnd], tolerance, $"element {fromEnd}");
        }
        AssertClose(element.GetProperty("sum").GetDouble(), actual.Sum(), tolerance * Count, "sum");
        double weighted = actual.Select((value, i) => value * i).Sum();
        AssertClose(element.GetProperty("weighted").GetDouble(), weighted, tolerance * Count * Count, "weighted sum");
    }

    private static void AssertClose(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{what}: PyTorch gives {expected:R}, got {actual:R}");

    private double[] Numbers(string name) => element.GetProperty(name).EnumerateArray().Select(e => e.GetDouble()).ToArray();
}
