using System.Reflection;
using System.Runtime.Loader;

namespace Notebooks.Compilation;

/// <summary>
/// Holds the compiled cells of one session. It is not collectible: the runtime then compiles in tiers, which starts sooner, ends
/// faster, and leaves small methods in the stack traces of their first calls. What stays behind is a session's code, not its data.
/// </summary>
internal sealed class SubmissionLoadContext() : AssemblyLoadContext("notebook cells")
{
    // A cell that can leave memory takes some ten milliseconds longer to compile, all at once, while 35 KB stay of one that
    // cannot: the sessions of people are quick, and those of machines do not grow.
    private const int QuickPieces = 500;

    private readonly Dictionary<string, Assembly> submissions = [];
    private int passed;

    /// <summary>Loads a compiled piece.</summary>
    /// <param name="assembly">Its code.</param>
    /// <param name="symbols">Its line numbers.</param>
    /// <param name="isKept">
    /// Whether later pieces can refer to it. Of the others, all but the first few hundred leave memory when nothing refers to them.
    /// </param>
    internal Assembly Load(Stream assembly, Stream symbols, bool isKept)
    {
        if (!isKept && ++passed > QuickPieces)
        {
            return new PassingLoadContext(this).LoadFromStream(assembly, symbols);
        }

        var loaded = LoadFromStream(assembly, symbols);
        if (isKept)
        {
            lock (submissions)
            {
                submissions[loaded.GetName().Name!] = loaded;
            }
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

    // One piece, which the garbage collector frees like an object.
    private sealed class PassingLoadContext(SubmissionLoadContext cells) : AssemblyLoadContext("notebook cell", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name) => cells.Find(name.Name!);
    }
}
