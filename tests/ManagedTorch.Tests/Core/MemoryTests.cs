using System.Diagnostics;
using System.Reflection;
using ManagedTorch.Core;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Core;

/// <summary>What training leaves behind, and what is said when there is no room.</summary>
[Collection(MemoryCollection.Name)]
public sealed class MemoryTests
{
    private const int Steps = 1000;
    private const int WarmUp = 200;
    private const long Megabyte = 1L << 20;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_thousand_training_steps_leave_memory_as_it_was(bool scoped)
    {
        using var outer = scoped ? NewDisposeScope() : null;
        using var model = Sequential(Linear(16, 32), GELU(), LayerNorm(32), Dropout(0.1), Linear(32, 4));
        using var optimizer = optim.AdamW(model.parameters(), 1e-3);
        for (var i = 0; i < WarmUp; i++)
            Step(model, optimizer, scoped);
        var before = Settled();
        var size = Size();
        for (var i = 0; i < Steps; i++)
            Step(model, optimizer, scoped);
        var after = Settled();
        Assert.True(after <= before, $"tensors hold {after - before} bytes more");
        Assert.True(Size() < size + (24 * Megabyte), $"the process grew by {(Size() - size) / Megabyte} MiB");
    }

    [Fact]
    public void A_request_that_does_not_fit_says_what_it_was()
    {
        var limit = BufferPool.Limit;
        try
        {
            BufferPool.Limit = BufferPool.InUse + (64 * Megabyte);
            var error = Assert.Throws<InsufficientMemoryException>(() => zeros(4096, 8192));
            foreach (var word in (string[])["134217728 bytes", "Float32", "(4096, 8192)"])
                Assert.Contains(word, error.Message);
            Assert.Throws<InsufficientMemoryException>(() => ones(8192, 1).matmul(ones(1, 8192)));
            Assert.Equal(3f, ones(3).sum().item<float>());
        }
        finally
        {
            BufferPool.Limit = limit;
        }
    }

    [Fact]
    public void Cached_buffers_make_room_for_other_sizes()
    {
        var limit = BufferPool.Limit;
        Memory.Trim();
        try
        {
            BufferPool.Limit = BufferPool.InUse + (64 * Megabyte);
            for (var i = 0; i < 12; i++)
                zeros(1 + i, 4 * (int)Megabyte / (4 * (1 + i)), 4).Dispose();
            zeros(48, (int)Megabyte / 4).Dispose();
            Assert.True(Memory.InUse + Memory.Cached <= BufferPool.Limit);
        }
        finally
        {
            BufferPool.Limit = limit;
        }
    }

    [Fact]
    public void Shapes_beyond_any_memory_are_refused()
    {
        Action[] requests =
        [
            () => zeros(1L << 40, 1L << 40), () => zeros(long.MaxValue), () => ones(long.MaxValue, 2), () => eye(1L << 33),
            () => ones(1).expand(1L << 40, 1L << 40).contiguous(), () => arange(1e18), () => linspace(0, 1, long.MaxValue), () => randperm(long.MaxValue),
            () => ones(2).repeat(1L << 62), () => functional.one_hot(tensor(new[] { 1L << 61 })), () => functional.pad(ones(2), (1L << 62, 1L << 62)),
        ];
        foreach (var request in requests)
        {
            var error = Record.Exception(request);
            Assert.True(error is ArgumentException or InsufficientMemoryException, $"{error}");
            Assert.DoesNotContain("'System", error.Message);
        }
    }

    [Fact]
    public void Every_member_of_a_disposed_tensor_says_that_it_is_disposed()
    {
        string[] harmless =
        [
            "IsInvalid", "Dispose", "GetHashCode", "ToString", "device", "device_type", "device_index", "is_cuda", "is_cpu", "is_complex",
            "element_size", "ElementSize", "MoveToOuterDisposeScope", "DetachFromDisposeScope",
        ];
        var forgiving = new List<string>();
        foreach (var method in typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var name = method.Name.StartsWith("get_", StringComparison.Ordinal) && method.IsSpecialName ? method.Name[4..] : method.Name;
            if (method.GetParameters().Length > 0 || method.ContainsGenericParameters || method.ReturnType.IsByRefLike || harmless.Contains(name))
                continue;
            var x = ones(2, 2);
            x.Dispose();
            var error = Record.Exception(() => method.Invoke(x, null))?.InnerException;
            if (error is not InvalidOperationException || !error.Message.Contains("disposed", StringComparison.Ordinal))
                forgiving.Add($"{name}: {error?.Message ?? "no error"}");
        }

        Assert.Empty(forgiving);
    }

    private static void Step(TorchSharp.Modules.Sequential model, TorchSharp.Modules.AdamW optimizer, bool scoped)
    {
        using var scope = scoped ? NewDisposeScope() : null;
        optimizer.zero_grad();
        var loss = functional.cross_entropy(model.forward(randn(8, 16)), randint(4, [8]));
        loss.backward();
        optimizer.step();
    }

    // Bytes in use once the collector has found what nobody holds.
    private static long Settled()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            ones(1).Dispose();
        }

        return Memory.InUse;
    }

    private static long Size()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
