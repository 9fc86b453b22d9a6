using Bench;
using Bench.Measuring;
using Bench.Workloads;
using TorchSharp;

// The engine's side of `course bench`: Bench WORKLOAD THREADS [DEVICE], or Bench scaling THREADS. Says in one line of JSON when it is ready, then
// for each number N that it reads runs N steps and answers with their times, and at the end of its input gives the peak memory.
// pytorch/workloads.py speaks the same way, so the tool can let the two take turns.
if (args.Length is not (2 or 3) || !int.TryParse(args[1], out var threads) || threads < 1)
{
    Console.Error.WriteLine("Bench WORKLOAD THREADS [DEVICE]: start it with ./course bench.");
    return 2;
}

var onGpu = args.Length == 3 && args[2] == "cuda";
if (onGpu && !torch.cuda.is_available())
{
    Console.Error.WriteLine("there is no GPU to measure: 'course bench --device cuda' needs the cuda stack and a GPU of NVIDIA; see 'course doctor'.");
    return 2;
}

torch.set_default_device(onGpu ? torch.CUDA : torch.CPU);

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
    {
        Conversation.Say(ScalingStudy.Run());
    }
    else
    {
        var workload = WorkloadCatalog.Create(args[0]);
        Conversation.Run(onGpu ? new Synchronised(workload) : workload, threads, firstOperation);
    }

    return 0;
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
