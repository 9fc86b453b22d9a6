using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Robustness;

/// <summary>Makes up arguments: some that fit, most that do not.</summary>
/// <param name="random">What decides.</param>
/// <param name="largest">If finite: no element is larger, each is a number, and no tensor is disposed.</param>
internal sealed class ArgumentMaker(System.Random random, double largest = double.PositiveInfinity)
{
    private static readonly ScalarType[] Types =
        [ScalarType.Float32, ScalarType.Float32, ScalarType.Float32, ScalarType.Float64, ScalarType.Int64, ScalarType.Int64, ScalarType.Int32,
         ScalarType.Byte, ScalarType.Bool];

    private static readonly long[] Odd = [int.MaxValue, 1L + int.MaxValue, int.MinValue, 1L << 40, long.MaxValue, long.MinValue, long.MinValue + 1];

    private static readonly string[] Words =
        ["", "ij,jk->ik", "i,i", "ii->i", "...", "->", "a,b,c", "ij->ji", "sum", "mean", "none", "constant", "reflect", "floor", "trunc", "fro", "nuc", "G3", "?"];

    private static readonly NullabilityInfoContext Nullability = new();

    // The shapes and types of one call are often the same, or the call would rarely get past its first check.
    private readonly long[] usual = Lengths(random);
    private readonly Generator draws = new((ulong)random.Next());
    private readonly ScalarType usualType = Types[random.Next(Types.Length)];

    public static bool CanMake(MethodInfo method) => method.GetParameters().All(parameter => CanMake(parameter.ParameterType));

    /// <summary>The method to call (a generic one with an element type) and its arguments.</summary>
    public (MethodInfo Method, object?[] Arguments) For(MethodInfo method)
    {
        if (method.ContainsGenericParameters)
        {
            Type[] elements = [typeof(float), typeof(double), typeof(long), typeof(int), typeof(byte), typeof(bool), typeof(short)];
            method = method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => elements[random.Next(elements.Length)])]);
        }

        return (method, [.. method.GetParameters().Select(Argument)]);
    }

    /// <summary>A number from 0 to limit - 1.</summary>
    public int Next(int limit) => random.Next(limit);

    /// <summary>Some tensor; now and then a disposed one.</summary>
    public Tensor Tensor() => Tensor(random.Next(4) == 0 ? Types[random.Next(Types.Length)] : usualType, random.Next(3) == 0 ? Lengths(random) : usual);

    private static bool CanMake(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? CanMake(inner)
        : type.IsGenericMethodParameter || type.IsEnum || Kinds.Contains(type) || (type.IsArray && type.GetArrayRank() == 1 && CanMake(type.GetElementType()!))
        || (type.IsAssignableTo(typeof(ITuple)) && type.IsValueType && type.GetGenericArguments().All(CanMake))
        || (type.IsInterface && type.IsGenericType && type.IsAssignableFrom(typeof(List<>).MakeGenericType(type.GetGenericArguments()))
            && CanMake(type.GetGenericArguments()[0]));

    private static readonly HashSet<Type> Kinds =
    [
        typeof(Tensor), typeof(Scalar), typeof(long), typeof(int), typeof(double), typeof(float), typeof(bool), typeof(byte), typeof(string),
        typeof(Size), typeof(Device), typeof(Generator), typeof(TensorIndex), typeof(Index), typeof(Range),
    ];

    private object? Argument(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.HasDefaultValue && random.Next(2) == 0)
            return parameter.DefaultValue is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null
                ? RuntimeHelpers.GetUninitializedObject(type) : parameter.DefaultValue;
        if (!type.IsValueType && random.Next(4) == 0 && Nullability.Create(parameter).WriteState == NullabilityState.Nullable)
            return null;
        return Make(type);
    }

    private object? Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return random.Next(3) == 0 ? null : Make(inner);
        if (type == typeof(ScalarType))
            return random.Next(8) == 0 ? (ScalarType)random.Next(-2, 20) : Types[random.Next(Types.Length)];
        if (type.IsEnum)
            return random.Next(10) == 0 ? Enum.ToObject(type, 77) : Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length));
        if (type.IsArray)
            return MakeArray(type.GetElementType()!);
        if (type.IsInterface)
            return MakeArray(type.GetGenericArguments()[0]);
        if (type.IsAssignableTo(typeof(ITuple)))
            return Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(Make)]);
        return type == typeof(Tensor) ? Tensor()
            : type == typeof(Scalar) ? MakeScalar()
            : type == typeof(long) ? Number()
            : type == typeof(int) ? (int)Math.Clamp(Number(), int.MinValue, int.MaxValue)
            : type == typeof(double) ? Real()
            : type == typeof(float) ? (float)Real()
            : type == typeof(bool) ? random.Next(2) == 0
            : type == typeof(byte) ? (byte)random.Next(256)
            : type == typeof(short) ? (short)random.Next(-5, 5)
            : type == typeof(string) ? Words[random.Next(Words.Length)]
            : type == typeof(Size) ? new Size(Shape())
            : type == typeof(Device) ? CPU
            : type == typeof(Generator) ? new Generator(7)
            : type == typeof(TensorIndex) ? MakeIndex()
            : type == typeof(Index) ? new Index(random.Next(5), random.Next(2) == 0)
            : type == typeof(Range) ? new Range(new Index(random.Next(5), random.Next(2) == 0), new Index(random.Next(5), random.Next(2) == 0))
            : throw new NotSupportedException($"The test makes no {type}.");
    }

    private Array MakeArray(Type element)
    {
        var usualLength = random.Next(2) == 0 ? usual.Length : random.Next(5);
        var result = Array.CreateInstance(element, usualLength);
        var shape = random.Next(2) == 0 ? usual : Shape();
        for (var i = 0; i < usualLength; i++)
            result.SetValue(element == typeof(long) && i < shape.Length ? shape[i] : Make(element), i);
        return result;
    }

    private Scalar MakeScalar() => random.Next(4) switch
    {
        0 => random.Next(2) == 0,
        1 => Number(),
        2 => (float)Real(),
        _ => Real(),
    };

    private TensorIndex MakeIndex() => random.Next(6) switch
    {
        0 => TensorIndex.Single(Number()),
        1 => TensorIndex.Slice(MakeBound(), MakeBound(), MakeBound()),
        2 => TensorIndex.Ellipsis,
        3 => TensorIndex.None,
        4 => TensorIndex.Tensor(Tensor()),
        _ => TensorIndex.Bool(random.Next(2) == 0),
    };

    private long? MakeBound() => random.Next(2) == 0 ? null : Number();

    private long Number() => random.Next(9) == 0 && double.IsInfinity(largest) ? Odd[random.Next(Odd.Length)] : random.Next(-3, 6);

    private double Real() => random.Next(double.IsInfinity(largest) ? 0 : 3, 12) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => 1e300,
        3 => 0,
        _ => (random.NextDouble() * 4) - 1,
    };

    private long[] Shape() => random.Next(5) == 0 ? [.. Lengths(random), Number()] : Lengths(random);

    private static long[] Lengths(System.Random random) => [.. Enumerable.Range(0, random.Next(6)).Select(_ => (long)random.Next(random.Next(5) == 0 ? 0 : 1, 6))];

    private Tensor Tensor(ScalarType type, long[] shape)
    {
        // Positions for the operations that take them, values on both sides of zero for the others; now and then a very large one.
        var values = (rand(shape, ScalarType.Float64, generator: draws) * 6) - (random.Next(2) == 0 ? 0 : 3);
        if (random.Next(10) == 0 && double.IsInfinity(largest))
            values = values * (random.Next(2) == 0 ? 1e18 : double.NaN);
        var result = values.to_type(type);
        for (var i = random.Next(3); i > 0 && result.ndim > 0; i--)
        {
            var dim = random.Next((int)result.ndim);
            result = random.Next(4) switch
            {
                0 => result.transpose(dim, 0).contiguous().transpose(dim, 0),
                1 => stack([result, result], dim).select(dim, 1),
                2 => result.shape[dim] == 1 ? result.narrow(dim, 0, 1).expand(result.shape) : result,
                _ => cat([result, result], dim).slice(dim, result.shape[dim], 2 * result.shape[dim], 1),
            };
        }

        if (random.Next(40) == 0 && double.IsInfinity(largest))
            result.Dispose();
        return result.IsInvalid ? result : result.is_floating_point() && random.Next(3) == 0 ? result.detach().requires_grad_() : result;
    }
}
