using System.Reflection;
using System.Runtime.CompilerServices;

namespace ManagedTorch.Tests.Surface;

/// <summary>
/// Names of types as a surface list writes them: C# keywords, base library namespaces and the outer class 'torch' left out.
/// </summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(ushort)] = "ushort",
        [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(char)] = "char",
    };

    private static readonly HashSet<string> OmittedNamespaces =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.IO", "System.Linq", "System.Numerics",
        "System.Threading", "System.Threading.Tasks", "System.Text", "System.Globalization", "System.Reflection", "TorchSharp",
    ];

    /// <summary>A type where it is used. <paramref name="names"/> carries the element names of the tuples in it.</summary>
    public static string Of(Type type, TupleElementNamesAttribute? names = null) =>
        Of(type, names is null ? null : new Queue<string?>(names.TransformNames));

    /// <summary>A type where it is declared: the whole name, with the variance of its parameters.</summary>
    public static string Declared(Type type)
    {
        Type[] arguments = type.GetGenericArguments();
        int used = 0;
        return string.Join('+', type.FullName!.Split('+').Select(part =>
        {
            string[] halves = part.Split('`');
            if (halves.Length == 1)
            {
                return part;
            }
            int count = int.Parse(halves[1]);
            IEnumerable<string> own = arguments.Skip(used).Take(count).Select(a => Variance(a) + a.Name);
            used += count;
            return $"{halves[0]}<{string.Join(", ", own)}>";
        }));
    }

    /// <summary>The where clauses of type parameters.</summary>
    public static string Constraints(Type[] parameters) => string.Concat(parameters.Select(parameter =>
    {
        GenericParameterAttributes flags = parameter.GenericParameterAttributes;
        bool isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> parts = [];
        if (parameter.CustomAttributes.Any(a => a.AttributeType.Name == "IsUnmanagedAttribute"))
        {
            parts.Add("unmanaged");
        }
        else if (isStruct)
        {
            parts.Add("struct");
        }
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            parts.Add("class");
        }
        parts.AddRange(parameter.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(c => Of(c))
            .Order(StringComparer.Ordinal));
        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            parts.Add("new()");
        }
        return parts.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", parts)}";
    }));

    private static string Variance(Type parameter) =>
        (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => "",
        };

    private static string Of(Type type, Queue<string?>? names)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, names);
        }
        if (type.IsPointer)
        {
            return Of(type.GetElementType()!, names) + "*";
        }
        if (type.IsArray)
        {
            string ranks = "";
            Type element = type;
            for (; element.IsArray; element = element.GetElementType()!)
            {
                ranks += $"[{new string(',', element.GetArrayRank() - 1)}]";
            }
            return Of(element, names) + ranks;
        }
        if (type.IsGenericParameter)
        {
            return type.Name;
        }
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, names) + "?";
        }
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }
        return type.IsConstructedGenericType && typeof(ITuple).IsAssignableFrom(type) && type.IsValueType
            ? TupleName(type, names)
            : PlainName(type, names);
    }

    private static string PlainName(Type type, Queue<string?>? names)
    {
        List<string> parts = [];
        Type[] arguments = type.GetGenericArguments();
        int used = 0;
        foreach (Type level in Nesting(type))
        {
            string[] halves = level.Name.Split('`');
            string part = halves[0];
            if (halves.Length == 2)
            {
                int count = int.Parse(halves[1]);
                part += $"<{string.Join(", ", arguments.Skip(used).Take(count).Select(a => Of(a, names)))}>";
                used += count;
            }
            parts.Add(part);
        }
        string space = type.Namespace ?? "";
        // 'LobpcgMethod' is the one name that exists both in the namespace and in the class
        if (space == "TorchSharp" && parts.Count > 1 && parts[0] == "torch" && parts[1] != "LobpcgMethod")
        {
            parts.RemoveAt(0);
        }
        if (OmittedNamespaces.Contains(space))
        {
            space = "";
        }
        else if (space.StartsWith("TorchSharp.", StringComparison.Ordinal))
        {
            space = space["TorchSharp.".Length..];
        }
        return (space.Length > 0 ? space + "." : "") + string.Join('.', parts);
    }

    private static IEnumerable<Type> Nesting(Type type) =>
        type.DeclaringType is { } outer ? Nesting(outer).Append(type) : [type];

    /// <summary>A tuple's own element names stand in the queue before those of the tuples inside it.</summary>
    private static string TupleName(Type type, Queue<string?>? names)
    {
        List<Type> elements = [];
        Type rest = type;
        for (; rest.GetGenericArguments().Length == 8; rest = rest.GetGenericArguments()[7])
        {
            elements.AddRange(rest.GetGenericArguments()[..7]);
        }
        elements.AddRange(rest.GetGenericArguments());
        string?[] own = elements.Select(_ => names is { Count: > 0 } ? names.Dequeue() : null).ToArray();
        return $"({string.Join(", ", elements.Select((e, i) => Of(e, names) + (own[i] is { } n ? " " + n : "")))})";
    }
}
