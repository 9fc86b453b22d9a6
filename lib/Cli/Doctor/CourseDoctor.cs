using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Cli.DataSets;
using Cli.Kernels;
using Cli.Repository;
using Cli.Running.Display;
using Notebooks.Documents;
using Notebooks.Packages;
using Notebooks.Running;

namespace Cli.Doctor;

/// <summary>Looks at everything that a run of the course needs.</summary>
internal sealed class CourseDoctor(CourseContext context)
{
    private const double LowMemoryGb = 4;

    // Reaches down to the kernels of the device that chapters choose: a product of two matrices with a known sum.
    private const string Probe = """
        #r "{0}"
        using TorchSharp;
        var device = torch.cuda.is_available() ? torch.CUDA : torch.CPU;
        var probe = torch.ones(64, 32, device: device).matmul(torch.ones(32, 64, device: device)).sum().item<float>();
        if (probe != 64 * 32 * 64) throw new Exception($"a matrix product gave {{probe}} instead of {{64 * 32 * 64}}");
        """;

    /// <summary>The findings, one after the other.</summary>
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        yield return await SdkAsync(cancel);
        yield return Stack();
        yield return Processor();
        yield return Memory();
        await foreach (var finding in LibraryAsync(cancel))
        {
            yield return finding;
        }

        yield return Notebooks();
        yield return Kernel();
        foreach (var set in DataSet.All(context.Repository))
        {
            var state = set.Verify();
            yield return state.Problems.Count == 0
                ? new Finding($"data {set.Name}", $"{state.Extent}, all correct")
                : new Finding($"data {set.Name}", state.Problems[0], Health.Bad, "See all with './course data verify'.");
        }
    }

    private static Finding Processor()
    {
        var (vectors, fast) = Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? ("AVX-512", true)
            : Avx2.IsSupported && Fma.IsSupported ? ("AVX2", true)
            : AdvSimd.Arm64.IsSupported ? ("NEON", true)
            : ("no wide vectors", false);
        var state = $"{RuntimeInformation.ProcessArchitecture}, {vectors}, {Environment.ProcessorCount} threads";
        return fast
            ? new Finding("processor", state)
            : new Finding(
                "processor", state, Health.Warning, "Training will be several times slower than on a processor with AVX2 or NEON.");
    }

    private static Finding Memory()
    {
        var gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        var state = string.Create(CultureInfo.InvariantCulture, $"{gigabytes:0.0} GB for this process");
        return gigabytes >= LowMemoryGb
            ? new Finding("memory", state)
            : new Finding(
                "memory", state, Health.Warning,
                $"Some chapters need up to {LowMemoryGb:0} GB: close other programs or use a larger machine.");
    }

    private async Task<Finding> SdkAsync(CancellationToken cancel)
    {
        const string Advice = "Install the .NET SDK 10 from https://dot.net/download.";
        var start = new ProcessStartInfo(DotnetHost.Path, "--version")
        {
            WorkingDirectory = context.Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancel);
        var version = (await process.StandardOutput.ReadToEndAsync(cancel)).Trim();
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0
            ? new Finding(".NET SDK", $"{version}, runtime {Environment.Version}")
            : new Finding(".NET SDK", (await error).Split('\n')[0].Trim(), Health.Bad, Advice);
    }

    private Finding Stack() => context.Stack == Stacks.Embedded
        ? new Finding("stack", $"{Stacks.Embedded}: the course's own tensor engine, nothing to install")
        : new Finding("stack", context.Stack);

    private async IAsyncEnumerable<Finding> LibraryAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var library = new CourseLibrary(context.Repository, context.Stack);
        if (await BuildProblemAsync(library, cancel) is { } problem)
        {
            yield return problem;
            yield break;
        }

        if (context.Stack != Stacks.Embedded)
        {
            yield return new Finding("packages", string.Join(", ", StackPackages.In(library.Folder)));
        }

        yield return context.Stack == Stacks.Cuda ? await GraphicsProcessor.ExamineAsync(cancel) : new Finding("device", "CPU");
        yield return await ProbeAsync(library, cancel);
    }

    private async Task<Finding?> BuildProblemAsync(CourseLibrary library, CancellationToken cancel)
    {
        try
        {
            await library.EnsureBuiltAsync(context.Error, cancel);
            return null;
        }
        catch (RestoreException e)
        {
            return new Finding("packages", e.Cause, Health.Bad, e.Advice);
        }
        catch (CourseException e)
        {
            return new Finding(
                "library", e.Message, Health.Bad,
                "Undo your last change in lib/, or './course export' if lib/Course/Models is out of date.");
        }
    }

    private async Task<Finding> ProbeAsync(CourseLibrary library, CancellationToken cancel)
    {
        var document = new NotebookBuilder()
            .Code(string.Format(CultureInfo.InvariantCulture, Probe, library.AssemblyPath))
            .Build(Path.Combine(context.Repository.Root, "doctor.ipynb"));
        var run = await context.Runner.RunAsync(document, new RunOptions { NotebookTimeout = TimeSpan.FromMinutes(1) }, null, cancel);
        return run.Status == RunStatus.Passed
            ? new Finding("library", $"lib/Course loads and computes in a notebook cell ({RunText.Seconds(run.Elapsed)})")
            : new Finding(
                "library", $"a notebook cell that uses it fails: {run.Failure?.Message}", Health.Bad,
                "Delete lib/*/bin and lib/*/obj and run this again.");
    }

    private Finding Notebooks()
    {
        var chapters = new ChapterCatalog(context.Repository).Chapters;
        var broken = new List<string>();
        foreach (var chapter in chapters)
        {
            try
            {
                NotebookDocument.Load(chapter.Path);
            }
            catch (NotebookException e)
            {
                broken.Add(e.Message);
            }
        }

        return broken.Count > 0 ? new Finding("notebooks", broken[0], Health.Bad, "Restore it with git.")
            : chapters.Count == 0
                ? new Finding("notebooks", "none in notebooks/", Health.Bad, "Restore them with 'git checkout -- notebooks'.")
            : new Finding("notebooks", $"{chapters.Count} chapters, all readable");
    }

    private static Finding Kernel()
    {
        const string Subject = "notebook kernel";
        if (KernelCatalog.Find(JupyterFolders.OfThisMachine.Search, KernelSpec.StandardName) is not { } kernel)
        {
            return new Finding(
                Subject, "not installed", Health.Warning, "To open the chapters in VS Code or Jupyter: './course kernel install'.");
        }

        var sound = kernel.IsOurs ? kernel.Problem() is null : kernel.Command.Count > 0;
        return new Finding(
            Subject, $"{kernel.Name} {kernel.State(ProgramSource.Running.Fingerprint())}", sound ? Health.Good : Health.Warning);
    }
}
