using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ManagedTorch.Tests.Surface;

/// <summary>Writes types and their members as the lines of a surface list.</summary>
internal static class SurfaceReader
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static |
                                          BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_Multiply"] = "*", ["op_Division"] = "/", ["op_Modulus"] = "%",
        ["op_UnaryNegation"] = "-", ["op_UnaryPlus"] = "+", ["op_Equality"] = "==", ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<", ["op_LessThanOrEqual"] = "<=", ["op_GreaterThan"] = ">", ["op_GreaterThanOrEqual"] = ">=",
        ["op_BitwiseAnd"] = "&", ["op_BitwiseOr"] = "|", ["op_ExclusiveOr"] = "^", ["op_OnesComplement"] = "~",
        ["op_LogicalNot"] = "!", ["op_LeftShift"] = "<<", ["op_RightShift"] = ">>", ["op_UnsignedRightShift"] = ">>>",
        ["op_Increment"] = "++", ["op_Decrement"] = "--", ["op_True"] = "true", ["op_False"] = "false",
    };

    /// <summary>Whether another assembly can see the type; a protected nested type counts.</summary>
    public static bool IsVisible(Type type) =>
        !type.Name.Contains('<') && type.DeclaringType switch
        {
            null => type.IsPublic,
            var outer => (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(outer),
        };

    /// <summary>The declaration line of a type.</summary>
    public static string Header(Type type)
    {
        string access = type.IsNestedFamily ? "protected " : type.IsNestedFamORAssem ? "protected internal " : "";
        string name = TypeNames.Declared(type);
        if (type.IsEnum)
        {
            Type stored = type.GetEnumUnderlyingType();
            return $"{access}enum {name}{(stored == typeof(int) ? "" : " : " + TypeNames.Of(stored))}";
        }
        string constraints = TypeNames.Constraints(type.GetGenericArguments());
        if (IsDelegate(type))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            return $"{access}delegate {Return(invoke)} {name}({Parameters(invoke.GetParameters())}){constraints}";
        }
        return $"{access}{Kind(type)}{name}{constraints}";
    }

    /// <summary>A line for each direct base type and each visible member that the type declares itself.</summary>
    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f =>
                string.Create(CultureInfo.InvariantCulture, $"{f.Name} = {f.GetRawConstantValue()},"));
        }
        if (IsDelegate(type))
        {
            return [];
        }
        return Bases(type)
            .Concat(type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(Field))
            .Concat(type.GetConstructors(Declared).Where(c => !c.IsStatic && IsVisible(c)).Select(c =>
                $"{Access(c)}{type.Name.Split('`')[0]}({Parameters(c.GetParameters())});"))
            .Concat(type.GetProperties(Declared).Select(Property).OfType<string>())
            .Concat(type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!)).Select(e =>
                $"{Access(e.AddMethod!)}{Modifiers(e.AddMethod!)}event {TypeNames.Of(e.EventHandlerType!)} {e.Name};"))
            .Concat(type.GetMethods(Declared).Where(IsListed).Select(Method));
    }

    private static bool IsDelegate(Type type) => type.BaseType == typeof(MulticastDelegate);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface ",
        { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : "") +
                                 (type.IsByRefLike ? "ref struct " : "struct "),
        { IsAbstract: true, IsSealed: true } => "static class ",
        { IsAbstract: true } => "abstract class ",
        { IsSealed: true } => "sealed class ",
        _ => "class ",
    };

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            yield return ": " + TypeNames.Of(parent);
        }
        Type[] all = type.GetInterfaces();
        HashSet<Type> indirect = [.. type.BaseType?.GetInterfaces() ?? [], .. all.SelectMany(i => i.GetInterfaces())];
        foreach (Type direct in all.Where(i => !indirect.Contains(i) && IsReachable(i)))
        {
            yield return ": " + TypeNames.Of(direct);
        }
    }

    /// <summary>Whether another assembly can name the type, its arguments included.</summary>
    private static bool IsReachable(Type type) =>
        type.IsGenericParameter ||
        (type.HasElementType ? IsReachable(type.GetElementType()!) : IsVisible(type) && type.GetGenericArguments().All(IsReachable));

    private static bool IsListed(MethodInfo method)
    {
        bool isOperator = method.Name.StartsWith("op_", StringComparison.Ordinal);
        bool isFinalizer = method.Name == "Finalize" && method.IsFamily && method.GetParameters().Length == 0;
        bool isExplicit = method.Name.Contains('.');
        return IsVisible(method) && !method.Name.Contains('<') && !isFinalizer && !isExplicit && (!method.IsSpecialName || isOperator);
    }

    private static string Field(FieldInfo field)
    {
        string access = field.IsPublic ? "" : field.IsFamily ? "protected " : "protected internal ";
        string type = TypeNames.Of(field.FieldType, field.GetCustomAttribute<TupleElementNamesAttribute>());
        return field.IsLiteral
            ? $"{access}const {type} {field.Name} = {Literals.Of(field.GetRawConstantValue(), field.FieldType)};"
            : $"{access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name};";
    }

    private static string? Property(PropertyInfo property)
    {
        MethodInfo? get = property.GetMethod is { } g && IsVisible(g) ? g : null;
        MethodInfo? set = property.SetMethod is { } s && IsVisible(s) ? s : null;
        MethodInfo? widest = Openness(get) >= Openness(set) ? get : set;
        if (widest is null)
        {
            return null;
        }
        string type = TypeNames.Of(property.PropertyType, property.GetCustomAttribute<TupleElementNamesAttribute>());
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length == 0 ? property.Name : $"this[{Parameters(index)}]";
        string Accessor(MethodInfo? accessor, string word) =>
            accessor is null ? "" : $"{(Openness(accessor) < Openness(widest) ? Access(accessor) : "")}{word}; ";
        bool isInit = set?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? false;
        return $"{Access(widest)}{Modifiers(widest)}{(property.PropertyType.IsByRef ? "ref " : "")}{type} {name} " +
               $"{{ {Accessor(get, "get")}{Accessor(set, isInit ? "init" : "set")}}}";
    }

    private static int Openness(MethodInfo? method) => method switch
    {
        null => -1,
        { IsPublic: true } => 2,
        { IsFamilyOrAssembly: true } => 1,
        _ => 0,
    };

    private static string Method(MethodInfo method)
    {
        string head = Access(method) + Modifiers(method);
        string returned = Return(method);
        string parameters = Parameters(method.GetParameters(), method.IsDefined(typeof(ExtensionAttribute), false));
        if (method.IsSpecialName && method.Name is "op_Implicit" or "op_Explicit")
        {
            return $"{head}{(method.Name == "op_Implicit" ? "implicit" : "explicit")} operator {returned}({parameters});";
        }
        if (method.IsSpecialName && Operators.TryGetValue(method.Name, out string? sign))
        {
            return $"{head}{returned} operator {sign}({parameters});";
        }
        Type[] arguments = method.GetGenericArguments();
        string generic = arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(a => a.Name))}>";
        string constraints = Modifiers(method).Contains("override") ? "" : TypeNames.Constraints(arguments);
        return $"{head}{returned} {method.Name}{generic}({parameters}){constraints};";
    }

    private static string Access(MethodBase method) =>
        method.IsPublic ? "" : method.IsFamily ? "protected " : "protected internal ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return method.IsStatic ? (method.IsAbstract ? "static abstract " : "static ") : method.IsAbstract ? "" : "virtual ";
        }
        bool overrides = method.IsVirtual && (method.Attributes & MethodAttributes.NewSlot) == 0;
        return method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => overrides ? "abstract override " : "abstract ",
            _ when overrides => method.IsFinal ? "sealed override " : "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
    }

    private static string Return(MethodInfo method)
    {
        ParameterInfo result = method.ReturnParameter;
        string reference = !result.ParameterType.IsByRef ? ""
            : result.IsDefined(typeof(IsReadOnlyAttribute), false) ? "ref readonly " : "ref ";
        return reference + TypeNames.Of(result.ParameterType, result.GetCustomAttribute<TupleElementNamesAttribute>());
    }

    private static string Parameters(ParameterInfo[] parameters, bool isExtension = false) =>
        string.Join(", ", parameters.Select(p => (isExtension && p.Position == 0 ? "this " : "") + Parameter(p)));

    private static string Parameter(ParameterInfo parameter)
    {
        bool Has(string attribute) => parameter.CustomAttributes.Any(a => a.AttributeType.Name == attribute);
        string passing = Has(nameof(ParamArrayAttribute)) || Has("ParamCollectionAttribute") ? "params " : "";
        if (parameter.ParameterType.IsByRef)
        {
            passing += parameter.IsOut ? "out " : Has("IsReadOnlyAttribute") ? "in "
                : Has("RequiresLocationAttribute") ? "ref readonly " : "ref ";
        }
        string type = TypeNames.Of(parameter.ParameterType, parameter.GetCustomAttribute<TupleElementNamesAttribute>());
        string value = !parameter.IsOptional ? ""
            : " = " + (parameter.HasDefaultValue ? Literals.Of(parameter.RawDefaultValue, parameter.ParameterType) : "default");
        return $"{passing}{type} {parameter.Name}{value}";
    }
}
