using System.Runtime.CompilerServices;

namespace Cli.Tests.Kernels;

/// <summary>Lets NuGet.config say where packages go: the variable would overrule the configurations that tests write.</summary>
internal static class NuGetEnvironment
{
    [ModuleInitializer]
    internal static void Clear() => Environment.SetEnvironmentVariable("NUGET_PACKAGES", null);
}
