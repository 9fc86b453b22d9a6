using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using ManagedTorch.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Robustness;

/// <summary>
/// Any arguments give a result or an exception that says what was wrong: no operation writes outside its buffers, hangs, or fails somewhere
/// inside.
/// </summary>
[Collection(MemoryCollection.Name)]
public sealed class WrongInputTests
{
    private const int Runs = 20;
    private const long Room = 64L << 20;

    public static TheoryData<string> Names => [.. PublicOperations.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_arguments_give_a_result_or_a_clear_error(string name) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Call(PublicOperations.ByName[name], new System.Random(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithReplay(11, 2 * (ulong)name.Length + 1));

    private static void Call(MethodInfo[] overloads, System.Random random)
    {
        using var scope = NewDisposeScope();
        var limit = BufferPool.Limit;
        var damaged = MemoryGuard.Damaged;
        var make = new ArgumentMaker(random);
        MemoryGuard.Enabled = true;
        BufferPool.Limit = BufferPool.InUse + Room;
        var (method, arguments) = make.For(overloads[random.Next(overloads.Length)]);
        object? target = method.IsStatic ? null : make.Tensor();
        var call = Describe(method, target, arguments);
        try
        {
            var result = method.Invoke(target, arguments);
            if (result is Tensor { requires_grad: true, ndim: 0 } loss)
                loss.backward();
        }
        catch (Exception error)
        {
            var cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
            Assert.True(IsClear(cause), $"{call} failed inside:\n{cause}");
        }
        finally
        {
            BufferPool.Limit = limit;
            MemoryGuard.Enabled = false;
        }

        scope.Dispose();
        Assert.True(damaged == MemoryGuard.Damaged, $"{call} wrote outside a buffer.");
    }

    private static bool IsClear(Exception error) =>
        error is ArgumentException or InvalidOperationException or NotSupportedException or InsufficientMemoryException
            or FormatException || (error is IndexOutOfRangeException && error.Message.Contains("shape", StringComparison.Ordinal))
            || (error is DivideByZeroException && error.Message.Contains(": an integer is divided by zero", StringComparison.Ordinal));

    private static string Describe(MethodInfo method, object? target, object?[] arguments) =>
        $"{Text(target)}.{method}({string.Join("; ", arguments.Select(Text))})";

    private static string Text(object? value) => value switch
    {
        null => "null",
        Tensor { IsInvalid: false } x => $"{x.dtype}({string.Join(",", x.shape)}){(x.requires_grad ? " with gradient" : "")}",
        Array list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        Scalar number => $"{number.Type} {number.ToDouble()}",
        _ => value.ToString() ?? "",
    };
}
