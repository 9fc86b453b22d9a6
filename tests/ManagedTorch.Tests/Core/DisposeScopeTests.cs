using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Core;

[Collection(MemoryCollection.Name)]
public sealed class DisposeScopeTests
{
    [Fact]
    public void Buffers_return_at_the_end_of_the_scope()
    {
        var before = Memory.InUse;
        using (NewDisposeScope())
        {
            var x = randn(100, 100);
            var y = x.matmul(x).exp().sum();
            Assert.True(Memory.InUse > before + (100 * 100 * 4 * 3));
            Assert.False(y.IsInvalid);
        }

        Assert.Equal(before, Memory.InUse);
    }

    [Fact]
    public void A_training_step_returns_all_its_buffers()
    {
        using var outer = NewDisposeScope();
        var weight = randn(64, 64).requires_grad_();
        Step();
        var before = Memory.InUse;
        for (var i = 0; i < 3; i++)
            Step();
        Assert.Equal(before, Memory.InUse);

        void Step()
        {
            using var scope = NewDisposeScope();
            var x = randn(32, 64);
            var hidden = nn.functional.layer_norm(nn.functional.gelu(nn.functional.linear(x, weight)), [64]).reshape(2, 16, 64);
            var loss = nn.functional.scaled_dot_product_attention(hidden, hidden, hidden).softmax(-1).max(1).values.square().mean();
            loss.backward();
            weight.grad = null;
        }
    }

    [Fact]
    public void The_backward_pass_frees_what_the_graph_saved()
    {
        using var scope = NewDisposeScope();
        var x = randn(256, 256).requires_grad_();
        var loss = x.exp().exp().square().sum();
        var before = Memory.InUse;
        loss.backward();
        Assert.True(Memory.InUse <= before + (256 * 256 * 4), $"{Memory.InUse - before} bytes more after the pass");
    }

    [Fact]
    public void Nested_scopes_hand_on_what_is_asked()
    {
        using var outer = NewDisposeScope();
        Tensor kept, lost, detached;
        using (var inner = NewDisposeScope())
        {
            Assert.Same(inner, CurrentDisposeScope);
            kept = ones(3).MoveToOuterDisposeScope();
            lost = ones(3);
            detached = ones(3).DetachFromDisposeScope();
            Assert.True(inner.Contains(lost));
            Assert.False(inner.Contains(kept));
        }

        Assert.Same(outer, CurrentDisposeScope);
        Assert.True(lost.IsInvalid);
        Assert.False(kept.IsInvalid);
        outer.Dispose();
        Assert.True(kept.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void MoveToOuter_of_the_outermost_scope_lets_go()
    {
        Tensor x;
        using (var scope = NewDisposeScope())
            x = scope.MoveToOuter(ones(2));
        Assert.False(x.IsInvalid);
        x.Dispose();
    }

    [Fact]
    public void A_scope_keeps_what_DisposeEverythingBut_names()
    {
        using var scope = NewDisposeScope();
        Tensor a = ones(2), b = ones(2);
        scope.DisposeEverythingBut(a);
        Assert.False(a.IsInvalid);
        Assert.True(b.IsInvalid);
        a.Dispose();
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        DisposeScope? elsewhere = scope;
        var thread = new Thread(() => elsewhere = CurrentDisposeScope);
        thread.Start();
        thread.Join();
        Assert.Null(elsewhere);
    }

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        var x = ones(3);
        x.Dispose();
        x.Dispose();
        Assert.True(x.IsInvalid);
        Action[] uses =
        [
            () => x.add(1), () => _ = x.shape, () => x.sum(), () => x.item<float>(), () => x.data<float>().ToArray(), () => x.backward(),
            () => ones(3).add(x), () => cat([ones(3), x]), () => x.reshape(3), () => _ = x[0], () => x.requires_grad_(),
            () => ones(3).copy_(x),
        ];
        foreach (var use in uses)
            Assert.Contains("disposed", Assert.Throws<InvalidOperationException>(use).Message);
        Assert.Equal(3f, ones(3).sum().item<float>());
    }

    [Fact]
    public void Disposing_a_result_spares_the_input_even_when_there_was_nothing_to_do()
    {
        var x = ones(2, 3).requires_grad_();
        Func<Tensor, Tensor>[] idle =
        [
            t => t.contiguous(), t => t.to(ScalarType.Float32), t => t.to(CPU), t => t.cpu(), t => t[TensorIndex.Ellipsis], t => t.reshape(2, 3),
            t => t.expand(2, 3), t => t.flip(), t => t.squeeze(), t => t.alias(), t => t.detach(), t => nn.functional.dropout(t, 0.5, false),
            t => t.sum(Array.Empty<long>()), t => t.clamp((Scalar?)null, null), t => t.tile([1]), t => t.repeat(1, 1), t => t.permute(0, 1), t => t.view_as(t),
        ];
        foreach (var use in idle)
            use(x).Dispose();
        Assert.Equal(6f, x.sum().item<float>());
    }

    [Fact]
    public void Moving_to_the_device_where_it_is_keeps_a_leaf_a_leaf()
    {
        var x = ones(3).requires_grad_();
        var here = x.to(CPU);
        Assert.True(here.is_leaf && here.requires_grad);
        (here * 2).sum().backward();
        Assert.Equal([2f, 2f, 2f], x.grad!.data<float>().ToArray());
        Assert.Equal([2f, 2f, 2f], here.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_view_keeps_the_buffer_of_a_disposed_tensor()
    {
        var x = arange(6f);
        var view = x[2..];
        x.Dispose();
        var noise = full([6], 9f);
        Assert.Equal([2f, 3f, 4f, 5f], view.data<float>().ToArray());
        noise.Dispose();
        view.Dispose();
    }

    [Fact]
    public void Forgotten_tensors_are_found_by_the_collector()
    {
        var before = Memory.InUse;
        Forget();
        for (var i = 0; i < 10 && Memory.InUse > before + 4_000_000; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            ones(1).Dispose(); // returned buffers are counted at the next request
        }

        Assert.True(Memory.InUse <= before + 4_000_000, $"{Memory.InUse - before} bytes were not found");
    }

    [Fact]
    public void Forgotten_tensors_do_not_pile_up()
    {
        var before = Memory.InUse;
        var most = 0L;
        for (var i = 0; i < 200; i++)
        {
            Forget();
            most = Math.Max(most, Memory.InUse - before);
        }

        Assert.True(most < 1L << 30, $"{most >> 20} MiB at once, of 2400 in all");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget()
    {
        var x = ones(1000, 1000).requires_grad_();
        _ = (x * 2).sum();
    }
}
