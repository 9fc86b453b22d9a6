using System.Diagnostics;
using Benchmarks.Workloads;
using TorchSharp;

// Measures training steps of one workload: Benchmarks [workload] [steps] [threads]. Prints one line of JSON, as workloads.py does,
// so that compare.sh can run the two in turn.
var name = args.ElementAtOrDefault(0) ?? "a";
var steps = int.Parse(args.ElementAtOrDefault(1) ?? "15");
torch.set_num_threads(int.Parse(args.ElementAtOrDefault(2) ?? Environment.ProcessorCount.ToString()));
torch.manual_seed(0);

IWorkload workload = name switch
{
    "a" => new VitStep(),
    _ => throw new ArgumentException($"There is no workload '{name}'; there is: a."),
};
for (var i = 0; i < 5; i++)
    workload.Step();
var times = new double[steps];
for (var i = 0; i < steps; i++)
{
    var start = Stopwatch.GetTimestamp();
    workload.Step();
    times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

Array.Sort(times);
var memory = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
Console.WriteLine(FormattableString.Invariant(
    $$"""{"workload":"{{workload.Name}}","engine":"embedded","median_ms":{{times[steps / 2]:F1}},"min_ms":{{times[0]:F1}},"peak_rss_mb":{{memory}}}"""));
