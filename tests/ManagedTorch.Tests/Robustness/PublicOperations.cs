using System.Reflection;
using TorchSharp;

namespace ManagedTorch.Tests.Robustness;

/// <summary>Every public operation that can be called with arguments that a test makes up, by name.</summary>
internal static class PublicOperations
{
    // They change a setting of the process or of the thread, read or write files, end the life of what the test still needs, or hold
    // modules only.
    private static readonly HashSet<string> Left =
    [
        "save", "load", "Load", "Save", "set_default_dtype", "set_num_threads", "set_printoptions", "set_grad_enabled", "no_grad",
        "enable_grad", "inference_mode", "NewDisposeScope", "Dispose", "ModuleList", "ModuleDict", "ParameterDict",
    ];

    /// <summary>The overloads of each operation: "add", "functional.relu", "Tensor.add".</summary>
    public static readonly SortedDictionary<string, MethodInfo[]> ByName = Find();

    private static SortedDictionary<string, MethodInfo[]> Find()
    {
        var found = typeof(torch.Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => (Name: "Tensor." + method.Name, Method: method))
            .Concat(Functions(typeof(torch)));
        return new(found.Where(pair => !Left.Contains(pair.Method.Name) && ArgumentMaker.CanMake(pair.Method))
            .GroupBy(pair => pair.Name, pair => pair.Method)
            .ToDictionary(group => group.Key, group => group.ToArray()));
    }

    private static IEnumerable<(string Name, MethodInfo Method)> Functions(Type type)
    {
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            if (!method.IsSpecialName)
                yield return ($"{type.Name}.{method.Name}", method);
        foreach (var nested in type.GetNestedTypes().Where(nested => nested.IsAbstract && nested.IsSealed))
            foreach (var pair in Functions(nested))
                yield return pair;
    }
}
