using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Notebooks.Errors;

namespace Notebooks.Compilation;

/// <summary>
/// The assemblies that notebooks reference by path, once per process and apart from the host's own copies: scripts and
/// the libraries they use always agree about types, whatever the host has loaded. Their static state is shared by the
/// sessions of a process. Not collectible, because the runtime optimises collectible code less.
/// </summary>
internal sealed class LibraryLoadContext : AssemblyLoadContext
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Library> libraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> natives = new(StringComparer.OrdinalIgnoreCase);

    private LibraryLoadContext()
        : base("notebook libraries")
    {
    }

    internal static LibraryLoadContext Instance { get; } = new();

    /// <summary>Makes the file at <paramref name="path"/> the one that its simple name means in this process.</summary>
    /// <exception cref="CellFailure">Another build of that assembly is in use already.</exception>
    internal void Add(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        var build = ReadBuild(path);
        lock (gate)
        {
            if (libraries.TryGetValue(name, out var known) && known.Build != build && known.Loaded)
            {
                string cause = known.Path == path ? "was rebuilt after it was loaded" : $"is loaded from {known.Path}, another build";
                throw new CellFailure("ReferenceError", $"{path}: {name} {cause}. Restart the session to use this one.");
            }

            if (known is null || known.Build != build)
            {
                libraries[name] = new Library(path, build);
            }
        }
    }

    /// <summary>Lets the assemblies call the native library at <paramref name="path"/> by its file's name.</summary>
    internal void AddNative(string path)
    {
        lock (gate)
        {
            natives[Path.GetFileName(path)] = path;
        }
    }

    internal Assembly? TryLoad(string simpleName)
    {
        Library? library;
        lock (gate)
        {
            if (!libraries.TryGetValue(simpleName, out library))
            {
                return null;
            }

            library.Loaded = true;
        }

        return LoadFromAssemblyPath(library.Path);
    }

    protected override Assembly? Load(AssemblyName name) => TryLoad(name.Name!);

    // As the runtime does for an application: the name as it is, with this system's ending, with its beginning, with both.
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var (prefix, suffix) = OperatingSystem.IsWindows() ? ("", ".dll") : OperatingSystem.IsMacOS() ? ("lib", ".dylib") : ("lib", ".so");
        string[] names = [unmanagedDllName, unmanagedDllName + suffix, prefix + unmanagedDllName, prefix + unmanagedDllName + suffix];
        string? path;
        lock (gate)
        {
            path = names.Select(name => natives.GetValueOrDefault(name)).FirstOrDefault(found => found is not null);
        }

        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }

    private static Guid ReadBuild(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private sealed record Library(string Path, Guid Build)
    {
        internal bool Loaded { get; set; }
    }
}
