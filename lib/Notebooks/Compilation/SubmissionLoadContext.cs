using System.Reflection;
using System.Runtime.Loader;

namespace Notebooks.Compilation;

/// <summary>
/// Holds the compiled cells of one session that later cells can refer to. Not collectible: the runtime then compiles in tiers,
/// which starts sooner, ends faster, and leaves small methods in the stack traces of their first calls. What stays behind is a
/// session's code, not its data.
/// </summary>
internal sealed class SubmissionLoadContext() : AssemblyLoadContext("notebook cells")
{
    private readonly Dictionary<string, Assembly> submissions = [];

    /// <summary>Loads a compiled piece.</summary>
    /// <param name="assembly">Its code.</param>
    /// <param name="symbols">Its line numbers.</param>
    /// <param name="isKept">Whether later pieces can refer to it; any other leaves memory when nothing refers to it any more.</param>
    internal Assembly Load(Stream assembly, Stream symbols, bool isKept)
    {
        if (!isKept)
        {
            return new PassingLoadContext(this).LoadFromStream(assembly, symbols);
        }

        var loaded = LoadFromStream(assembly, symbols);
        lock (submissions)
        {
            submissions[loaded.GetName().Name!] = loaded;
        }

        return loaded;
    }

    protected override Assembly? Load(AssemblyName name) => Find(name.Name!);

    private Assembly? Find(string name)
    {
        lock (submissions)
        {
            return submissions.GetValueOrDefault(name) ?? LibraryLoadContext.Instance.TryLoad(name);
        }
    }

    // One piece, which the garbage collector frees like an object: thousands of cells that only compute and show leave nothing.
    private sealed class PassingLoadContext(SubmissionLoadContext kept) : AssemblyLoadContext("notebook cell", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name) => kept.Find(name.Name!);
    }
}
