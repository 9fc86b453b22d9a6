using System.ComponentModel;

namespace Notebooks.Packages;

/// <summary>Restores packages with <c>dotnet restore</c>: with the user's feeds, credentials and package folder.</summary>
internal sealed class PackageRestore(RestoreCache cache)
{
    /// <summary>Chooses the packages' versions and makes sure that their files are on this machine.</summary>
    /// <param name="project">What is wanted.</param>
    /// <param name="begin">Called before the feed is asked, which takes a while.</param>
    /// <param name="cancel">Kills the restore.</param>
    /// <exception cref="RestoreException">A package cannot be had, or there is no .NET SDK.</exception>
    internal async Task<RestoredPackages> RunAsync(RestoreProject project, Action begin, CancellationToken cancel)
    {
        string fingerprint = project.Fingerprint();
        if (project.IsFixed && cache.Find(fingerprint) is { } known)
        {
            return known;
        }

        begin();
        var folder = Directory.CreateTempSubdirectory("packages-");
        try
        {
            string file = Path.Combine(folder.FullName, "packages.csproj");
            await File.WriteAllTextAsync(file, project.ToXml(), cancel).ConfigureAwait(false);
            var outcome = await RestoreAsync(file, folder.FullName, cancel).ConfigureAwait(false);
            if (outcome.ExitCode != 0)
            {
                throw new RestoreException(RestoreOutput.Errors(outcome.Output));
            }

            string assets = Path.Combine(folder.FullName, "obj", "project.assets.json");
            var result = AssetsFile.Read(assets, RestoreOutput.Warnings(outcome.Output));
            cache.Keep(fingerprint, result);
            return result;
        }
        finally
        {
            Delete(folder);
        }
    }

    private static async Task<ProcessOutcome> RestoreAsync(string file, string folder, CancellationToken cancel)
    {
        try
        {
            string[] arguments = ["restore", file, "--nologo", "-v:m"];
            return await ChildProcess.RunAsync(DotnetHost.Path, arguments, folder, cancel).ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            throw new RestoreException($"{DotnetHost.Path} does not start: {e.Message}. Packages need the .NET SDK.");
        }
    }

    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A killed restore may still be letting go of it; the system clears its temporary files.
        }
    }
}
