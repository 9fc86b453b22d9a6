using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using Cli.Repository;

namespace Cli.Bench;

/// <summary>PyTorch's side: tests/bench/pytorch/workloads.py under a Python that has PyTorch, with the settings that make it fastest.</summary>
internal sealed class PyTorch
{
    /// <summary>Names the Python to use; python3 when it is not set.</summary>
    public const string PythonVariable = "PYTHON";

    private readonly string python;
    private readonly string script;

    private PyTorch(string python, string script)
    {
        this.python = python;
        this.script = script;
    }

    /// <summary>Looks for PyTorch.</summary>
    /// <exception cref="CourseException">The Python has none; the message says what to do.</exception>
    public static async Task<PyTorch> FindAsync(CourseRepository repository, CancellationToken cancel)
    {
        var python = Environment.GetEnvironmentVariable(PythonVariable) is { Length: > 0 } chosen ? chosen : "python3";
        if (!await CanImportTorchAsync(python, cancel))
        {
            throw new CourseException(
                $"'{python}' has no PyTorch to compare with. Install it (Debian: apt-get install python3-torch libopenblas0-openmp), " +
                $"or set {PythonVariable} to a python3 that has it.");
        }

        return new PyTorch(python, Path.Combine(repository.Root, "tests", "bench", "pytorch", "workloads.py"));
    }

    /// <summary>A process that holds a workload.</summary>
    public MeasuredProcess Start(string workload, int threads) =>
        MeasuredProcess.Start($"{workload} with PyTorch", python, [script, workload, $"{threads}"], Tuning(threads));

    private static Dictionary<string, string> Tuning(int threads)
    {
        var settings = new Dictionary<string, string>
        {
            ["OMP_NUM_THREADS"] = $"{threads}",
            ["OPENBLAS_NUM_THREADS"] = $"{threads}",
            // glibc would give large buffers back to the system after every operation.
            ["MALLOC_TRIM_THRESHOLD_"] = "4000000000",
            ["MALLOC_MMAP_THRESHOLD_"] = "4000000000",
            ["MALLOC_TOP_PAD_"] = "100000000",
        };
        if (Avx512F.IsSupported)
        {
            // An OpenBLAS older than the processor falls back to AVX2 kernels, which are half as fast.
            settings["OPENBLAS_CORETYPE"] = "Cooperlake";
            settings["ATEN_CPU_CAPABILITY"] = "avx512";
        }

        return settings;
    }

    private static async Task<bool> CanImportTorchAsync(string python, CancellationToken cancel)
    {
        try
        {
            var start = new ProcessStartInfo(python, ["-c", "import torch"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(cancel);
            await process.StandardOutput.ReadToEndAsync(cancel);
            await error;
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
