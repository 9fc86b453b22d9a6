namespace Cli.Bench;

/// <summary>What is to be measured.</summary>
/// <param name="Workloads">Letters, and shapes of matrix products such as 1024x1024x1024.</param>
/// <param name="Threads">Threads of each engine.</param>
/// <param name="Steps">Steps measured for each workload.</param>
/// <param name="WithPyTorch">Let PyTorch do the same work, in turn.</param>
/// <param name="Device">Where the tensors lie: cpu or cuda.</param>
internal sealed record BenchSettings(IReadOnlyList<string> Workloads, int Threads, int Steps, bool WithPyTorch, string Device = BenchSettings.Cpu)
{
    /// <summary>The processor, the device that every stack has.</summary>
    public const string Cpu = "cpu";

    // The steps are cut into rounds in which the engines take turns, so that a drift of the machine touches both.
    private const int MostRounds = 5;

    /// <summary>The workloads that are measured when none is named.</summary>
    public static readonly IReadOnlyList<string> Models = ["a", "b", "c", "d", "e", "f"];

    /// <summary>What "gemm" stands for.</summary>
    public static readonly IReadOnlyList<string> Products = ["4096x128x512", "8256x192x576", "1024x1024x1024"];

    /// <summary>The steps of each round.</summary>
    public IReadOnlyList<int> Rounds
    {
        get
        {
            var rounds = Math.Min(MostRounds, Steps);
            return [.. Enumerable.Range(0, rounds).Select(i => (Steps / rounds) + (i < Steps % rounds ? 1 : 0))];
        }
    }

    /// <summary>The workloads of the words typed; none means all.</summary>
    /// <exception cref="CourseException">A word is no workload.</exception>
    public static IReadOnlyList<string> Parse(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return [.. Models, .. Products];
        }

        if (words.FirstOrDefault(word => word != "gemm" && !Models.Contains(word) && !IsProduct(word)) is { } unknown)
        {
            throw new CourseException(
                $"there is no workload '{unknown}'. There are {string.Join(", ", Models)}, gemm, and a matrix product's M, K and N: 1024x1024x1024.");
        }

        return [.. words.SelectMany(word => word == "gemm" ? Products : [word]).Distinct()];
    }

    private static bool IsProduct(string word) =>
        word.Split('x') is { Length: 3 } sizes && sizes.All(size => int.TryParse(size, out var length) && length > 0);
}
