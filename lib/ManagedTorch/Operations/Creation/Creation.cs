using System.Numerics;
using System.Runtime.InteropServices;
using ManagedTorch.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>New tensors.</summary>
internal static unsafe class Creation
{
    public static Tensor Zeros(long[] size, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Finish(Tensor.Zeros(size, dtype ?? get_default_dtype()), device, requiresGrad);

    public static Tensor Ones(long[] size, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Finish(Full(size, 1, dtype ?? get_default_dtype()), device, requiresGrad);

    public static Tensor Empty(long[] size, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Finish(Tensor.Empty(size, dtype ?? get_default_dtype()), device, requiresGrad);

    public static Tensor Full(long[] size, Scalar value, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        var natural = DTypes.IsFloating(value.Type) ? get_default_dtype() : value.Type == ScalarType.Bool ? ScalarType.Bool
            : ScalarType.Int64;
        return Finish(Full(size, value, dtype ?? natural), device, requiresGrad);
    }

    public static Tensor Full(ReadOnlySpan<long> size, Scalar value, ScalarType type)
    {
        var result = Tensor.Empty(size, type);
        var count = result.Count;
        switch (type)
        {
            case ScalarType.Float32: Fill(result.Pointer<float>(), count, (float)value.AsDouble); break;
            case ScalarType.Float64: Fill(result.Pointer<double>(), count, value.AsDouble); break;
            case ScalarType.Int64: Fill(result.Pointer<long>(), count, value.AsLong); break;
            case ScalarType.Int32: Fill(result.Pointer<int>(), count, (int)value.AsLong); break;
            case ScalarType.Int16: Fill(result.Pointer<short>(), count, (short)value.AsLong); break;
            case ScalarType.Int8: Fill(result.Pointer<sbyte>(), count, (sbyte)value.AsLong); break;
            case ScalarType.Float16: Fill(result.Pointer<Half>(), count, (Half)value.AsDouble); break;
            case ScalarType.BFloat16: Fill(result.Pointer<BFloat16>(), count, (BFloat16)(float)value.AsDouble); break;
            case ScalarType.ComplexFloat32: Fill(result.Pointer<(float, float)>(), count, ((float)value.AsDouble, 0f)); break;
            case ScalarType.ComplexFloat64: Fill(result.Pointer<Complex>(), count, new Complex(value.AsDouble, 0)); break;
            case ScalarType.Byte: Fill(result.Pointer<byte>(), count, (byte)value.AsLong); break;
            case ScalarType.Bool: Fill(result.Pointer<byte>(), count, (byte)(value.AsBool ? 1 : 0)); break;
            default: throw DTypes.Unsupported(type);
        }

        return result;
    }

    public static Tensor Rand(long[] size, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator)
    {
        var result = RandomFloats(size, dtype, "rand");
        Uniform(result, 0, 1, generator);
        return Finish(result, device, requiresGrad);
    }

    public static Tensor Randn(long[] size, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator)
    {
        var result = RandomFloats(size, dtype, "randn");
        Normal(result, 0, 1, generator);
        return Finish(result, device, requiresGrad);
    }

    public static Tensor Randint(long low, long high, long[] size, ScalarType? dtype, Device? device, bool requiresGrad,
        Generator? generator)
    {
        if (high <= low)
            throw new ArgumentException($"randint: there is no integer in [{low}, {high}).");
        using var draws = Tensor.Empty(size, ScalarType.Int64);
        (generator ?? Generator.Default).FillRandint(draws.Span<long>(), low, high);
        return Finish(Casts.To(draws, dtype ?? ScalarType.Int64), device, requiresGrad);
    }

    /// <summary>Fills a contiguous tensor of floats with uniform numbers.</summary>
    public static void Uniform(Tensor target, double from, double to, Generator? generator)
    {
        RequireFloats("uniform", target);
        if (DTypes.IsReduced(target.Type))
            InFloats(target, draws => Uniform(draws, from, to, generator));
        else if (target.Type == ScalarType.Float32)
            (generator ?? Generator.Default).FillUniform(target.Span<float>(), from, to);
        else
            (generator ?? Generator.Default).FillUniform(target.Span<double>(), from, to);
    }

    /// <summary>Fills a contiguous tensor of floats with normal numbers.</summary>
    /// <param name="inBatches">False: one by one, as PyTorch fills a tensor whose elements do not lie in order.</param>
    public static void Normal(Tensor target, double mean, double std, Generator? generator, bool inBatches = true)
    {
        RequireFloats("normal", target);
        if (DTypes.IsReduced(target.Type))
            InFloats(target, draws => Normal(draws, mean, std, generator, inBatches));
        else if (target.Type == ScalarType.Float32)
            (generator ?? Generator.Default).FillNormal(target.Span<float>(), mean, std, inBatches);
        else
            (generator ?? Generator.Default).FillNormal(target.Span<double>(), mean, std, inBatches);
    }

    public static Tensor FromArray<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device,
        bool requiresGrad)
        where T : unmanaged
    {
        if (Layout.Count(shape) != values.Length)
            throw Errors.Shape("tensor", shape, $"{values.Length} elements were given");
        var native = Tensor.Empty(shape, DTypes.Of<T>());
        values.CopyTo(native.Span<T>());
        if (dtype is not { } wanted || wanted == native.Type)
            return Finish(native, device, requiresGrad);
        using (native)
            return Finish(Casts.To(native, wanted), device, requiresGrad);
    }

    public static Tensor FromArray<T>(T[] values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged => FromArray((ReadOnlySpan<T>)values, shape, dtype, device, requiresGrad);

    public static Tensor FromRectangle<T>(Array values, ScalarType? dtype, Device? device, bool requiresGrad) where T : unmanaged
    {
        var shape = new long[values.Rank];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = values.GetLength(i);
        var flat = values.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length);
        return FromArray(flat, shape, dtype, device, requiresGrad);
    }

    public static Tensor Finish(Tensor result, Device? device, bool requiresGrad)
    {
        CheckDevice(device);
        return requiresGrad ? result.requires_grad_() : result;
    }

    private static void RequireFloats(string name, Tensor target)
    {
        if (!DTypes.IsFloating(target.Type))
            throw new InvalidOperationException($"{name}: the numbers are floats; a tensor of {target.Type} cannot hold them.");
    }

    // Numbers for 16-bit floats are drawn as Float32 and rounded.
    private static void InFloats(Tensor target, Action<Tensor> fill)
    {
        using var draws = Tensor.Empty(target.Sizes, ScalarType.Float32);
        fill(draws);
        using var rounded = Casts.To(draws, target.Type);
        Tensor.CopyElements(rounded, target);
    }

    private static Tensor RandomFloats(long[] size, ScalarType? dtype, string name)
    {
        var type = dtype ?? get_default_dtype();
        if (!DTypes.IsFloating(type))
            throw new ArgumentException($"{name}: the numbers are floats; dtype cannot be {type}.");
        return Tensor.Empty(size, type);
    }

    private static void Fill<T>(T* pointer, long count, T value) where T : unmanaged
    {
        for (; count > 0; pointer += int.MaxValue, count -= int.MaxValue)
            new Span<T>(pointer, (int)Math.Min(int.MaxValue, count)).Fill(value);
    }
}
