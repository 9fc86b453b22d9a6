using System.Reflection;
using System.Runtime.Loader;

namespace Notebooks.Compilation;

/// <summary>
/// Holds one session's compiled cells. Not collectible: the runtime then compiles in tiers, which starts sooner, ends
/// faster, and leaves small methods in the stack traces of their first calls. What stays behind is a session's code,
/// not its data.
/// </summary>
internal sealed class SubmissionLoadContext() : AssemblyLoadContext("notebook cells")
{
    protected override Assembly? Load(AssemblyName name) => LibraryLoadContext.Instance.TryLoad(name.Name!);
}
