using Bench;
using Bench.Measuring;
using Bench.Workloads;
using TorchSharp;

// The engine's side of `course bench`: Bench WORKLOAD THREADS, or Bench scaling THREADS. Says in one line of JSON when it is ready, then
// for each number N that it reads runs N steps and answers with their times, and at the end of its input gives the peak memory.
// pytorch/workloads.py speaks the same way, so the tool can let the two take turns.
if (args.Length != 2 || !int.TryParse(args[1], out var threads) || threads < 1)
{
    Console.Error.WriteLine("Bench WORKLOAD THREADS: start it with ./course bench.");
    return 2;
}

// Before all else: how soon after the start of the process a tensor can be had.
using (torch.ones(2, 2) + 1)
{
}

var firstOperation = ProcessFacts.MillisecondsSinceStart();
torch.set_num_threads(threads);
torch.manual_seed(0);
try
{
    if (args[0] == "scaling")
        Conversation.Say(ScalingStudy.Run());
    else
        Conversation.Run(WorkloadCatalog.Create(args[0]), threads, firstOperation);
    return 0;
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
