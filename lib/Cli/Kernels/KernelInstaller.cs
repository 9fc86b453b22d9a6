using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cli.Repository;
using Notebooks.Documents;
using Notebooks.Packages;

namespace Cli.Kernels;

/// <summary>Puts the course's kernel into a folder in which Jupyter and VS Code find it, and takes it out again.</summary>
/// <param name="kernels">The folder of kernels, for example ~/.local/share/jupyter/kernels.</param>
/// <param name="name">The kernel's name.</param>
internal sealed partial class KernelInstaller(string kernels, string name)
{
    private const string Staging = ".staging-";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Folder => Path.Combine(kernels, name);

    /// <summary>
    /// Installs a published copy of the tool, or the present build in place of an older one. Kernels that run go on with the copy that
    /// they started from.
    /// </summary>
    /// <param name="source">The built tool.</param>
    /// <param name="compiler">Compiles the copy ahead of time; null leaves it as it was built.</param>
    /// <param name="log">Receives a line for what takes long or does not go as hoped.</param>
    /// <param name="cancel">Stops the compilation; what was installed before stays.</param>
    /// <exception cref="CourseException">The kernel there is not ours, or the folder cannot be written to.</exception>
    public async Task<KernelSpec> InstallAsync(ProgramSource source, ReadyToRunCompiler? compiler, TextWriter log, CancellationToken cancel)
    {
        CheckName(name);
        CheckOwner("Install the course's beside it under another name: --name course-csharp.");
        try
        {
            Directory.CreateDirectory(Folder);
            using var turn = TakeTurn();
            var copy = await PublishAsync(source, compiler, log, cancel);
            KernelLogos.WriteTo(Folder);
            var json = KernelSpec.Write(name, DotnetHost.Path, copy).ToJsonString(Json) + "\n";
            AtomicFile.Write(Path.Combine(Folder, KernelSpec.FileName), Encoding.UTF8.GetBytes(json));
            RemoveOthers(copy);
            return KernelSpec.Read(Folder)!;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e);
        }
    }

    /// <summary>Removes the kernel.</summary>
    /// <exception cref="CourseException">There is none, it is not ours, or it runs.</exception>
    public void Remove()
    {
        CheckName(name);
        if (!Directory.Exists(Folder))
        {
            var near = Directory.Exists(kernels) ? NearestName.Of(name, Directory.GetDirectories(kernels).Select(Path.GetFileName)!) : null;
            throw new CourseException(
                $"there is no kernel '{name}' in {kernels}.{(near is null ? "" : $" Did you mean '{near}'?")} See './course kernel list'.");
        }

        CheckOwner("Its own program can remove it.");
        if (PublishedCopy.In(Folder).Any(copy => copy.IsInUse()))
        {
            throw new CourseException($"the kernel '{name}' is running: close its notebooks or shut it down, then uninstall it.");
        }

        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e);
        }
    }

    /// <summary>Refuses a name that Jupyter would not take.</summary>
    private static void CheckName(string name)
    {
        if (!NamePattern().IsMatch(name) || name is "." or "..")
        {
            throw new CourseException($"'{name}' cannot name a kernel: use letters, digits, '-', '_' and '.', for example {KernelSpec.StandardName}.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+\z")]
    private static partial Regex NamePattern();

    private static void DeleteQuietly(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Someone still reads from it; the next installation tries again.
        }
    }

    private static bool IsStrange(string entry) =>
        !entry.StartsWith(Staging, StringComparison.Ordinal)
        && !entry.StartsWith(PublishedCopy.Prefix, StringComparison.Ordinal)
        && !KernelLogos.Names.Contains(entry);

    private CourseException NotWritable(Exception cause) =>
        new($"cannot change {Folder}: {cause.Message} Choose a folder that you may write to: --user, or --prefix DIR.", cause);

    private void CheckOwner(string advice)
    {
        if (!Directory.Exists(Folder) || KernelSpec.Read(Folder) is { IsOurs: true })
        {
            return;
        }

        // An installation that was broken off leaves copies but no kernel.json.
        var strange = Directory.EnumerateFileSystemEntries(Folder).Select(path => Path.GetFileName(path)).FirstOrDefault(IsStrange);
        if (strange is not null)
        {
            var owner = KernelSpec.Read(Folder) is { } spec ? $"belongs to {spec.Owner()}" : $"holds {strange}, which the course did not put there";
            throw new CourseException($"the kernel '{name}' in {kernels} {owner}, so it stays as it is. {advice}");
        }
    }

    /// <summary>Two installations at a time would remove each other's copies.</summary>
    private FileStream TakeTurn()
    {
        var path = Path.Combine(Folder, Staging + "lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new CourseException($"another installation of '{name}' is under way in {kernels}: wait for it, then try again.", e);
        }
    }

    private async Task<PublishedCopy> PublishAsync(ProgramSource source, ReadyToRunCompiler? compiler, TextWriter log, CancellationToken cancel)
    {
        var plain = PublishedCopy.Prefix + source.Fingerprint();
        var compiled = plain + "-r2r";
        if (new PublishedCopy(Path.Combine(Folder, compiler is null ? plain : compiled)) is var present && present.Damage() is null)
        {
            return present;
        }

        var staging = Path.Combine(Folder, $"{Staging}{Environment.ProcessId}");
        DeleteQuietly(staging);
        try
        {
            Directory.CreateDirectory(staging);
            source.CopyTo(staging);
            var isCompiled = false;
            if (compiler is not null)
            {
                log.WriteLine("Compiling the kernel ahead of time, which takes up to a minute ...");
                var problem = await compiler.CompileAsync(staging, cancel);
                isCompiled = problem is null;
                if (problem is not null)
                {
                    log.WriteLine($"The kernel works but starts more slowly, because it was not compiled ahead of time: {problem}");
                }
            }

            new PublishedCopy(staging).Seal();
            return PutIntoPlace(staging, isCompiled ? compiled : plain);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                DeleteQuietly(staging);
            }
        }
    }

    /// <summary>Renames the staged copy. A damaged copy of that name makes room, or keeps its name while a kernel runs from it.</summary>
    private PublishedCopy PutIntoPlace(string staging, string wanted)
    {
        for (var number = 1; ; number++)
        {
            var copy = new PublishedCopy(Path.Combine(Folder, number == 1 ? wanted : $"{wanted}-{number}"));
            if (Directory.Exists(copy.Folder) && copy.Damage() is null)
            {
                return copy;
            }

            if (Directory.Exists(copy.Folder) && !copy.IsInUse())
            {
                DeleteQuietly(copy.Folder);
            }

            if (!Directory.Exists(copy.Folder))
            {
                Directory.Move(staging, copy.Folder);
                return copy;
            }
        }
    }

    private void RemoveOthers(PublishedCopy current)
    {
        foreach (var copy in PublishedCopy.In(Folder).Where(copy => copy.Name != current.Name && !copy.IsInUse()).ToList())
        {
            DeleteQuietly(copy.Folder);
        }

        foreach (var abandoned in Directory.EnumerateDirectories(Folder, Staging + "*").ToList())
        {
            DeleteQuietly(abandoned);
        }
    }
}
