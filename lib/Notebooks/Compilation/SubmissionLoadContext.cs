using System.Reflection;
using System.Runtime.Loader;

namespace Notebooks.Compilation;

/// <summary>Holds one session's compiled cells; they can be collected when the session is over.</summary>
internal sealed class SubmissionLoadContext() : AssemblyLoadContext("notebook cells", isCollectible: true)
{
    protected override Assembly? Load(AssemblyName name) => LibraryLoadContext.Instance.TryLoad(name.Name!);
}
