using System.CommandLine;
using Cli.Bench;
using Cli.Repository;

namespace Cli.Commands;

/// <summary>course bench: measures the tensor engine, on its own or beside PyTorch.</summary>
internal static class BenchCommand
{
    private const int DefaultSteps = 25;

    public static Command Create(CourseContext context)
    {
        var workloads = new Argument<string[]>("workloads")
        {
            Description = "a ViT 32x32, b ViT 64x64, c CLIP, d Perceiver, e GPT (a training step each), f ViT-B/16 (forward), gemm, or a matrix product's MxKxN. None: all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<string?>("--json") { Description = "Also writes everything measured to this file.", HelpName = "file" };
        var pyTorch = new Option<bool>("--pytorch")
        {
            Description = $"Lets PyTorch do the same in turn, with {PyTorch.PythonVariable} (or python3), and prints the ratios.",
        };
        var threads = new Option<int>("--threads") { Description = "Threads of each engine.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var steps = new Option<int>("--steps") { Description = "Steps measured for each workload.", DefaultValueFactory = _ => DefaultSteps };
        var scaling = new Option<bool>("--scaling") { Description = "Also fits how the time of a step grows with batch, tokens and width." };
        var device = new Option<string>("--device") { Description = "Where the tensors lie: cpu, or cuda with --stack cuda.", DefaultValueFactory = _ => BenchSettings.Cpu };
        device.AcceptOnlyFromAmong(BenchSettings.Cpu, Stacks.Cuda);
        var command = new Command("bench", "Measures training steps of the course's models and matrix products.")
        {
            workloads, json, pyTorch, threads, steps, scaling, device,
        };
        command.SetAction((parsed, cancel) =>
        {
            var settings = new BenchSettings(
                parsed.GetValue(scaling) && parsed.GetValue(workloads) is null or [] ? [] : BenchSettings.Parse(parsed.GetValue(workloads) ?? []),
                Positive(parsed.GetValue(threads), "--threads"),
                Positive(parsed.GetValue(steps), "--steps"),
                parsed.GetValue(pyTorch),
                parsed.GetValue(device)!);
            if (settings.WithPyTorch && settings.Device != BenchSettings.Cpu)
            {
                throw new CourseException("--pytorch measures on the processor: leave out --device.");
            }

            return RunAsync(context, settings, parsed.GetValue(scaling), parsed.GetValue(json), cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(CourseContext context, BenchSettings settings, bool scaling, string? json, CancellationToken cancel)
    {
        var pyTorch = settings.WithPyTorch ? await PyTorch.FindAsync(context.Repository, cancel) : null;
        var program = new BenchProgram(context.Repository, context.Stack);
        await program.BuildAsync(cancel);
        var machine = MachineFacts.Read();
        context.Output.WriteLine($"{machine}; {settings.Threads} threads, {settings.Steps} steps in {settings.Rounds.Count} rounds");
        var runner = new BenchRunner(program, pyTorch, settings);
        var table = new BenchTable(context.Output, settings.WithPyTorch);
        var results = new List<WorkloadResult>();
        if (settings.Workloads.Count > 0)
        {
            table.WriteHead();
        }

        foreach (var workload in settings.Workloads)
        {
            results.Add(await runner.RunAsync(workload, cancel));
            table.Write(results[^1]);
        }

        table.WriteFoot(results);
        var growth = scaling ? await runner.ScaleAsync(cancel) : null;
        if (growth is not null)
        {
            table.Write(growth);
        }

        if (json is not null)
        {
            new BenchReport(machine, settings.Threads, settings.Steps, results, growth).Save(json);
            context.Output.WriteLine($"Everything measured: {json}");
        }

        return ExitCode.Success;
    }

    private static int Positive(int value, string option) =>
        value > 0 ? value : throw new CourseException($"{option} must be at least 1, not {value}.");
}
