namespace Cli.Bench;

/// <summary>Measures workloads, each engine in a process of its own, and lets the two take turns.</summary>
internal sealed class BenchRunner(BenchProgram program, PyTorch? pyTorch, BenchSettings settings)
{
    public async Task<WorkloadResult> RunAsync(string workload, CancellationToken cancel)
    {
        using var ours = program.Start(workload, settings.Threads, settings.Device);
        var facts = await ours.ReadAsync<BenchMessage>(cancel);
        using var theirs = pyTorch?.Start(workload, settings.Threads);
        var theirFacts = theirs is null ? null : await theirs.ReadAsync<BenchMessage>(cancel);
        List<BenchMessage> ourRounds = [], theirRounds = [];
        foreach (var steps in settings.Rounds)
        {
            ourRounds.Add(await ours.RunAsync(steps, cancel));
            if (theirs is not null)
            {
                theirRounds.Add(await theirs.RunAsync(steps, cancel));
            }
        }

        var engine = Measurement.Of(facts.Engine!, ourRounds, (await ours.FinishAsync(cancel)).PeakRssMb!.Value);
        return new WorkloadResult
        {
            Workload = workload,
            Engine = engine,
            PyTorch = theirs is null ? null : Measurement.Of(theirFacts!.Engine!, theirRounds, (await theirs.FinishAsync(cancel)).PeakRssMb!.Value),
            Gflops = facts.FlopsPerStep!.Value / engine.MedianMs / 1e6,
            PeakGflops = facts.PeakGflops!.Value,
            FirstOperationMs = facts.FirstOperationMs!.Value,
            FirstStepMs = facts.FirstStepMs!.Value,
            CompilationMs = facts.CompilationMs!.Value,
        };
    }

    /// <summary>How the time of a step grows with its sizes.</summary>
    public async Task<ScalingResult> ScaleAsync(CancellationToken cancel)
    {
        using var process = program.Start("scaling", settings.Threads, settings.Device);
        return await process.ReadAsync<ScalingResult>(cancel);
    }
}
