using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Autograd;

/// <summary>Gradients in Float64 against central differences, with a random weight on every output element.</summary>
public sealed class FiniteDifferenceTests
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-7;

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, long[][] Shapes)> Operations = new()
    {
        ["exp"] = (x => x[0].exp(), [[3, 4]]),
        ["log"] = (x => x[0].abs().add(0.5).log(), [[3, 4]]),
        ["log1p"] = (x => x[0].abs().log1p(), [[5]]),
        ["expm1"] = (x => x[0].expm1(), [[5]]),
        ["sqrt"] = (x => x[0].square().add(0.5).sqrt(), [[3, 4]]),
        ["rsqrt"] = (x => x[0].square().add(0.5).rsqrt(), [[3, 4]]),
        ["reciprocal"] = (x => x[0].square().add(0.5).reciprocal(), [[3, 4]]),
        ["tanh"] = (x => x[0].tanh(), [[3, 4]]),
        ["sigmoid"] = (x => x[0].sigmoid(), [[3, 4]]),
        ["erf"] = (x => x[0].erf(), [[3, 4]]),
        ["sin"] = (x => x[0].sin(), [[3, 4]]),
        ["cos"] = (x => x[0].cos(), [[3, 4]]),
        ["abs"] = (x => x[0].abs(), [[3, 4]]),
        ["relu"] = (x => x[0].relu(), [[3, 4]]),
        ["gelu"] = (x => x[0].gelu(), [[3, 4]]),
        ["silu"] = (x => x[0].silu(), [[3, 4]]),
        ["elu"] = (x => x[0].elu(), [[3, 4]]),
        ["softplus"] = (x => x[0].softplus(), [[3, 4]]),
        ["leaky_relu"] = (x => leaky_relu(x[0], 0.2), [[3, 4]]),
        ["selu"] = (x => selu(x[0]), [[3, 4]]),
        ["celu"] = (x => celu(x[0], 0.7), [[3, 4]]),
        ["relu6"] = (x => relu6(x[0] * 4), [[3, 4]]),
        ["prelu"] = (x => prelu(x[0], x[1]), [[3, 4], [4]]),
        ["threshold"] = (x => threshold(x[0], 0.1, -2), [[3, 4]]),
        ["hardswish"] = (x => hardswish(x[0] * 3), [[3, 4]]),
        ["hardsigmoid"] = (x => hardsigmoid(x[0] * 3), [[3, 4]]),
        ["hardtanh"] = (x => hardtanh(x[0], -0.3, 0.6), [[3, 4]]),
        ["hardshrink"] = (x => hardshrink(x[0]), [[3, 4]]),
        ["softshrink"] = (x => softshrink(x[0]), [[3, 4]]),
        ["softplus_sharp"] = (x => softplus(x[0], 3, 1), [[3, 4]]),
        ["logsigmoid"] = (x => logsigmoid(x[0]), [[3, 4]]),
        ["mish"] = (x => mish(x[0]), [[3, 4]]),
        ["softsign"] = (x => softsign(x[0]), [[3, 4]]),
        ["tanhshrink"] = (x => tanhshrink(x[0]), [[3, 4]]),
        ["glu"] = (x => glu(x[0], 1), [[3, 4]]),
        ["softmin"] = (x => softmin(x[0], 1), [[3, 4]]),
        ["conv1d"] = (x => conv1d(x[0], x[1], x[2], 2, 1), [[2, 2, 6], [3, 2, 3], [3]]),
        ["conv2d"] = (x => conv2d(x[0], x[1], x[2], [2, 1], [1, 1]), [[2, 2, 4, 4], [3, 2, 3, 2], [3]]),
        ["conv3d"] = (x => conv3d(x[0], x[1], x[2], padding: [1, 0, 1]), [[1, 2, 2, 3, 3], [2, 2, 2, 2, 2], [2]]),
        ["conv_transpose2d"] = (x => conv_transpose2d(x[0], x[1], x[2], [2, 2], [1, 1], [1, 0]), [[2, 2, 3, 2], [2, 3, 3, 3], [3]]),
        ["conv_transpose3d"] = (x => conv_transpose3d(x[0], x[1], x[2], [2, 1, 1], [1, 0, 0], [1, 0, 0]), [[1, 2, 2, 2, 3], [2, 1, 3, 2,
            1], [1]]),
        ["grid_sample"] = (x => grid_sample(x[0], x[1].tanh()), [[1, 2, 3, 4], [1, 2, 3, 2]]),
        ["grid_sample_deep"] = (x => grid_sample(x[0], x[1].tanh(), padding_mode: GridSamplePaddingMode.Reflection), [[1, 1, 2, 3, 2], [1,
            1, 2, 2, 3]]),
        ["affine_grid"] = (x => affine_grid(x[0], [2, 1, 3, 2]), [[2, 2, 3]]),
        ["max_unpool2d"] = (x => max_unpool2d(x[0], max_pool2d_with_indices(x[0].detach().repeat(1, 1, 2, 2), [2, 2], [2, 2]).indices, [2,
            2]), [[1, 2, 2, 2]]),
        ["lp_pool2d"] = (x => lp_pool2d(x[0].abs() + 0.5, 3, 2), [[1, 2, 4, 4]]),
        ["local_response_norm"] = (x => local_response_norm(x[0], 3, 0.5), [[2, 4, 3]]),
        ["lu"] = (x => linalg.lu(x[0]).L.sum() + linalg.lu(x[0]).U.square().sum(), [[3, 3]]),
        ["lu_factor"] = (x => linalg.lu_factor(x[0]).LU, [[2, 4, 3]]),
        ["lu_wide"] = (x => linalg.lu_factor(x[0]).LU, [[2, 4]]),
        ["eigvals"] = (x => linalg.eigvals(x[0] + diag(tensor(new[] { 0.0, 9, 18 }))).view_as_real(), [[3, 3]]),
        ["eig"] = (x => linalg.eig(x[0] + diag(tensor(new[] { 0.0, 9, 18 }))).Item2.view_as_real().square(), [[3, 3]]),
        ["tensorsolve"] = (x => linalg.tensorsolve(x[0] + (eye(4, dtype: ScalarType.Float64) * 4).reshape(2, 2, 4), x[1], null!), [[2, 2,
            4], [2, 2]]),
        ["entr"] = (x => special.entr(x[0].abs() + 0.1), [[5]]),
        ["erfcx"] = (x => special.erfcx(x[0]), [[5]]),
        ["i0e"] = (x => special.i0e(x[0]), [[5]]),
        ["i1"] = (x => special.i1(x[0]), [[5]]),
        ["i1e"] = (x => special.i1e(x[0]), [[5]]),
        ["ndtr"] = (x => special.ndtr(x[0]), [[5]]),
        ["ndtri"] = (x => special.ndtri(x[0].sigmoid()), [[5]]),
        ["xlog1py"] = (x => special.xlog1py(x[0], x[1].abs()), [[3, 1], [4]]),
        ["gammainc"] = (x => special.gammainc(tensor(2.5), x[0].abs() + 0.1), [[5]]),
        ["gammaincc"] = (x => special.gammaincc(tensor(2.5), x[0].abs() + 0.1), [[5]]),
        ["zeta"] = (x => special.zeta(tensor(2.5), x[0].abs() + 0.5), [[5]]),
        ["multigammaln"] = (x => special.multigammaln(x[0].abs() + 2, 3), [[5]]),
        ["hfft"] = (x => fft.hfft(x[0].view_as_complex(), 5), [[2, 3, 2]]),
        ["ihfft"] = (x => fft.ihfft(x[0]).view_as_real(), [[2, 5]]),
        ["nanquantile"] = (x => nanquantile(x[0], tensor(new[] { 0.2, 0.7 }), 1), [[3, 4]]),
        ["renorm"] = (x => renorm(x[0], 2, 0, 1), [[3, 4]]),
        ["pad_packed"] = (x => nn.utils.rnn.pad_packed_sequence(
            nn.utils.rnn.pack_padded_sequence(x[0], tensor(new long[] { 1, 3 }), enforce_sorted: false)).Item1, [[3, 2, 2]]),
        ["max_pool2d"] = (x => max_pool2d(x[0], 3, 2, 1), [[2, 2, 5, 4]]),
        ["max_pool3d"] = (x => max_pool3d(x[0], [2]), [[1, 2, 4, 2, 5]]),
        ["avg_pool2d"] = (x => avg_pool2d(x[0], 3, 2, 1, count_include_pad: false), [[2, 2, 5, 4]]),
        ["adaptive_max_pool2d"] = (x => adaptive_max_pool2d(x[0], [2, 3]), [[2, 2, 5, 4]]),
        ["adaptive_avg_pool3d"] = (x => adaptive_avg_pool3d(x[0], 2), [[1, 2, 3, 4, 5]]),
        ["batch_norm"] = (x => batch_norm(x[0], null!, null!, x[1], x[2], training: true), [[3, 4, 2], [4], [4]]),
        ["group_norm"] = (x => group_norm(x[0], 2, x[1], x[2]), [[3, 4, 2], [4], [4]]),
        ["instance_norm"] = (x => instance_norm(x[0], weight: x[1], bias: x[2]), [[3, 4, 5], [4], [4]]),
        ["fold"] = (x => fold(x[0], 3, 2), [[2, 8, 4]]),
        ["bilinear"] = (x => bilinear(x[0], x[1], x[2], x[3]), [[5, 3], [5, 4], [2, 3, 4], [2]]),
        ["add"] = (x => x[0] + x[1], [[3, 1, 4], [2, 1]]),
        ["sub"] = (x => x[0] - x[1], [[3, 4], []]),
        ["mul"] = (x => x[0] * x[1], [[3, 1, 4], [2, 1]]),
        ["div"] = (x => x[0] / (x[1].square() + 0.5), [[3, 4], [4]]),
        ["pow"] = (x => (x[0].abs() + 0.2).pow(x[1]), [[3, 4], [4]]),
        ["pow_number"] = (x => (x[0].abs() + 0.2).pow(-1.5), [[3, 4]]),
        ["maximum"] = (x => x[0].maximum(x[1]), [[3, 4], [4]]),
        ["minimum"] = (x => x[0].minimum(x[1]), [[3, 4], [4]]),
        ["clamp"] = (x => x[0].clamp(-0.5, 0.5), [[3, 4]]),
        ["where"] = (x => where(x[0] > 0, x[0] * 2, x[1]), [[3, 4], [4]]),
        ["masked_fill"] = (x => x[0].masked_fill(x[0] > 0.5, 3), [[3, 4]]),
        ["lerp"] = (x => x[0].lerp(x[1], x[2]), [[3, 4], [3, 4], [4]]),
        ["sum"] = (x => x[0].sum([0, 2]), [[3, 4, 2]]),
        ["mean"] = (x => x[0].mean([1], keepdim: true), [[3, 4, 2]]),
        ["var"] = (x => x[0].var(1L), [[3, 4]]),
        ["std"] = (x => x[0].std(), [[3, 4]]),
        ["max"] = (x => x[0].max(1).values, [[3, 4]]),
        ["amin"] = (x => x[0].amin([0, 1]), [[3, 4, 2]]),
        ["norm"] = (x => x[0].norm(1), [[3, 4]]),
        ["norm3"] = (x => x[0].norm(1, false, 3), [[3, 4]]),
        ["logsumexp"] = (x => x[0].logsumexp(1), [[3, 4]]),
        ["prod"] = (x => x[0].prod(dim: 1), [[3, 4]]),
        ["cumsum"] = (x => x[0].cumsum(1), [[3, 4]]),
        ["sort"] = (x => x[0].sort(1, descending: true).Values, [[3, 4]]),
        ["topk"] = (x => x[0].topk(2, 1).values, [[3, 4]]),
        ["matmul"] = (x => x[0].matmul(x[1]), [[2, 1, 3, 4], [3, 4, 2]]),
        ["matmul_vectors"] = (x => x[0].matmul(x[1]), [[4], [4]]),
        ["linear"] = (x => linear(x[0], x[1], x[2]), [[2, 3, 4], [5, 4], [5]]),
        ["einsum"] = (x => einsum("bij,kj->bki", x), [[2, 3, 4], [5, 4]]),
        ["softmax"] = (x => x[0].softmax(1), [[2, 4, 3]]),
        ["log_softmax"] = (x => x[0].log_softmax(-1), [[3, 4]]),
        ["layer_norm"] = (x => layer_norm(x[0], [4], x[1], x[2]), [[3, 4], [4], [4]]),
        ["normalize"] = (x => normalize(x[0]), [[3, 4]]),
        ["cosine_similarity"] = (x => cosine_similarity(x[0], x[1]), [[3, 4], [3, 4]]),
        ["cross_entropy"] = (x => cross_entropy(x[0], tensor(new long[] { 1, 3, 0 }), label_smoothing: 0.1), [[3, 4]]),
        ["cross_entropy_weighted"] = (x => cross_entropy(x[0], tensor(new long[] { 1, -100, 0 }), x[1].detach().abs()), [[3, 4], [4]]),
        ["mse_loss"] = (x => mse_loss(x[0], x[1]), [[3, 4], [3, 4]]),
        ["binary_cross_entropy"] = (x => binary_cross_entropy_with_logits(x[0], x[1].detach().sigmoid()), [[3, 4], [3, 4]]),
        ["attention"] = (x => scaled_dot_product_attention(x[0], x[1], x[2]), [[2, 3, 4], [2, 5, 4], [2, 5, 3]]),
        ["attention_causal"] = (x => scaled_dot_product_attention(x[0], x[0], x[0], is_casual: true), [[1, 2, 5, 3]]),
        ["attention_mask"] = (x => scaled_dot_product_attention(x[0], x[1], x[1], x[2]), [[3, 4], [5, 4], [3, 5]]),
        ["transpose"] = (x => x[0].transpose(0, 2).reshape(4, 6) * 2, [[2, 3, 4]]),
        ["expand"] = (x => x[0].expand(3, 2, 4), [[2, 1]]),
        ["slice"] = (x => x[0][1.., TensorIndex.Slice(0, null, 2)], [[3, 5]]),
        ["chunk"] = (x => x[0].chunk(2, 1)[1] * x[0].chunk(2, 1)[0], [[3, 4]]),
        ["unfold"] = (x => x[0].unfold(1, 3, 2), [[2, 7]]),
        ["cat"] = (x => cat([x[0], x[1], x[0]], 1), [[3, 2], [3, 1]]),
        ["stack"] = (x => stack(x, 1), [[3, 2], [3, 2]]),
        ["gather"] = (x => x[0].gather(1, tensor(new long[] { 0, 0, 2, 1 }).reshape(2, 2)), [[2, 3]]),
        ["scatter_add"] = (x => x[0].scatter_add(1, tensor(new long[] { 0, 0, 2, 1 }).reshape(2, 2), x[1]), [[2, 3], [2, 2]]),
        ["index"] = (x => x[0][TensorIndex.Tensor(tensor(new long[] { 0, 2, 0 })), 1..], [[3, 4]]),
        ["index_put"] = (x => (x[0] * 1).index_put_(x[1], TensorIndex.Tensor(tensor(new long[] { 2, 0 }))), [[3, 4], [2, 4]]),
        ["embedding"] = (x => x[0].index_select(0, tensor(new long[] { 1, 1, 0 })), [[3, 4]]),
        ["tril"] = (x => x[0].tril(-1), [[4, 4]]),
        ["diagonal"] = (x => x[0].diagonal(1), [[4, 4]]),
        ["flip"] = (x => x[0].flip(0, 1), [[3, 4]]),
        ["roll"] = (x => x[0].roll(1, 1), [[3, 4]]),
        ["repeat"] = (x => x[0].repeat(2, 1, 2), [[3, 4]]),
        ["repeat_interleave"] = (x => x[0].repeat_interleave(2, 1), [[3, 4]]),
        ["pad"] = (x => pad(x[0], (1, 2), PaddingModes.Reflect), [[2, 4]]),
        ["interpolate"] = (x => interpolate(x[0], [5, 3], mode: InterpolationMode.Bicubic), [[1, 2, 3, 4]]),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_gradient_is_the_limit_of_differences(string name)
    {
        using var scope = NewDisposeScope();
        var (function, shapes) = Operations[name];
        var generator = new Generator((ulong)name.Length + 17);
        var inputs = shapes.Select(shape => randn(shape, ScalarType.Float64, generator: generator).requires_grad_()).ToArray();
        var output = function(inputs);
        var weights = randn(output.shape, ScalarType.Float64, generator: generator);
        (output * weights).sum().backward();

        foreach (var input in inputs.Where(input => input.grad is not null))
        {
            var gradient = input.grad!.contiguous().data<double>().ToArray();
            var values = input.data<double>();
            for (var i = 0L; i < input.numel(); i++)
            {
                var difference = (Shifted(i, Step) - Shifted(i, -Step)) / (2 * Step);
                var allowed = Tolerance * Math.Max(1, Math.Max(Math.Abs(difference), output.abs().max().item<double>()));
                Assert.True(Math.Abs(difference - gradient[i]) < allowed,
                    $"{name}: element {i}: differences say {difference:R}, the gradient {gradient[i]:R}");
            }

            double Shifted(long i, double by)
            {
                using var noGrad = no_grad();
                long[] at = input.ndim == 0 ? [] : [i];
                var before = values[at];
                values[at] = before + by;
                var result = (function(inputs) * weights).sum().item<double>();
                values[at] = before;
                return result;
            }
        }
    }
}
