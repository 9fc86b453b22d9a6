using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Cli.Doctor;

/// <summary>The GPUs of NVIDIA in this machine, as their driver's own tool describes them.</summary>
internal static class GraphicsProcessor
{
    private const string Tool = "nvidia-smi";
    private const string Subject = "GPU";
    private const double LowMemoryGb = 4;
    private const string Advice =
        "Install NVIDIA's driver (570 or newer for CUDA 12.8), or use --stack cpu. In a container: start it with --gpus=all.";

    /// <summary>Names, free and total memory, and the driver's version.</summary>
    public static async Task<Finding> ExamineAsync(CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Tool, ["--query-gpu=name,memory.free,memory.total,driver_version", "--format=csv,noheader,nounits"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0 ? Read(output) : new Finding(Subject, $"{Tool}: {(output + await error).Trim()}", Health.Bad, Advice);
        }
        catch (Win32Exception)
        {
            return new Finding(Subject, $"no driver of NVIDIA ({Tool} is not there): chapters run on the CPU", Health.Warning, Advice);
        }
    }

    /// <summary>A finding from the tool's lines: "NVIDIA T4, 15000, 15360, 570.86", memory in MiB.</summary>
    internal static Finding Read(string output)
    {
        var gpus = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(',', StringSplitOptions.TrimEntries))
            .Where(fields => fields.Length == 4)
            .Select(fields => (Name: fields[0], Free: Gigabytes(fields[1]), Total: Gigabytes(fields[2]), Driver: fields[3]))
            .ToArray();
        if (gpus.Length == 0)
        {
            return new Finding(Subject, "none found: chapters run on the CPU", Health.Warning, Advice);
        }

        var state = string.Join("; ", gpus.Select(gpu => string.Create(
            CultureInfo.InvariantCulture, $"{gpu.Name}, {gpu.Free:0.0} of {gpu.Total:0.0} GB free, driver {gpu.Driver}")));
        return gpus[0].Free >= LowMemoryGb
            ? new Finding(Subject, state)
            : new Finding(Subject, state, Health.Warning, $"Chapters need up to {LowMemoryGb:0} GB: close other programs that use the GPU.");
    }

    private static double Gigabytes(string mebibytes) =>
        double.TryParse(mebibytes, CultureInfo.InvariantCulture, out var value) ? value * 1.048576e-3 : 0;
}
