using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using static TorchSharp.torch.optim.lr_scheduler;
using static TorchSharp.torch.optim.lr_scheduler.impl.CyclicLR;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/modules2.py.</summary>
internal static class Modules2Cases
{
    private const int Steps = 10;

    public static ParityGroup Create()
    {
        var g = new ParityGroup("modules2");
        foreach (var (reduction, kind) in new[] { ("mean", Reduction.Mean), ("sum", Reduction.Sum), ("none", Reduction.None) })
            AddLosses(g, reduction, kind);
        foreach (var type in new[] { "float32", "float64" })
        {
            // PyTorch keeps the rate of ASGD in single precision, so there is nothing to compare with in double
            foreach (var (name, make) in Optimizers.Where(o => type == "float32" || !o.Key.StartsWith("asgd", StringComparison.Ordinal)))
                g.AddMany($"steps/{name}/{type}", x => Path(x, make));
        }

        g.AddMany("lbfgs/plain", x => Valley(x, p => optim.LBFGS(p, lr: 0.1)));
        g.AddMany("lbfgs/short", x => Valley(x, p => optim.LBFGS(p, lr: 0.2, max_iter: 5, history_size: 3)));
        g.AddMany("lbfgs/evaluations", x => Valley(x, p => optim.LBFGS(p, lr: 0.1, max_iter: 10, max_eval: 4)));
        g.AddMany("lbfgs/loose", x => Valley(x, p => optim.LBFGS(p, lr: 0.3, tolerange_grad: 0.5)));
        g.Add("cyclic/triangular", () => Cycle(o => CyclicLR(o, 0.1, 1, step_size_up: 3, step_size_down: 2)));
        g.Add("cyclic/triangular2", () => Cycle(o => CyclicLR(o, [0.1, 0.2], [1, 2], step_size_up: 2, mode: Mode.Triangular2,
            base_momentum: [0.5, 0.6], max_momentum: [0.9, 0.8])));
        g.Add("cyclic/exp_range", () => Cycle(o => CyclicLR(o, 0.1, 1, step_size_up: 3, mode: Mode.ExpRange, gamma: 0.9)));
        g.Add("cyclic/own", () => Cycle(o => CyclicLR(o, 0.1, 1, step_size_up: 2, scale_fn: i => 1 / (1 + i),
            scale_mode: ScaleMode.Iterations, cycle_momentum: false)));
        g.Add("vector/parameters", (p, q) => cat([p.reshape(-1), q]));
        return g;
    }

    private static Dictionary<string, Func<Parameter[], optim.Optimizer>> Optimizers { get; } = new()
    {
        ["rmsprop"] = p => optim.RMSProp(p, lr: 0.02),
        ["rmsprop_momentum"] = p => optim.RMSProp(p, lr: 0.02, alpha: 0.9, momentum: 0.8, centered: true, weight_decay: 0.05),
        ["rmsprop_maximize"] = p => optim.RMSProp(p, lr: 0.02, maximize: true),
        ["adagrad"] = p => optim.Adagrad(p, lr: 0.1),
        ["adagrad_decay"] = p => optim.Adagrad(p, lr: 0.1, lr_decay: 0.1, weight_decay: 0.05, initial_accumulator_value: 0.2),
        ["adadelta"] = p => optim.Adadelta(p, lr: 1),
        ["adadelta_decay"] = p => optim.Adadelta(p, lr: 0.5, rho: 0.8, eps: 1e-4, weight_decay: 0.05, maximize: true),
        ["adamax"] = p => optim.Adamax(p, lr: 0.02),
        ["adamax_decay"] = p => optim.Adamax(p, lr: 0.02, beta1: 0.8, beta2: 0.9, weight_decay: 0.05),
        ["nadam"] = p => optim.NAdam(p, lr: 0.02),
        ["nadam_decay"] = p => optim.NAdam(p, lr: 0.02, beta1: 0.8, beta2: 0.95, weight_decay: 0.05, momentum_decay: 0.01),
        ["radam"] = p => optim.RAdam(p, lr: 0.02),
        ["radam_decay"] = p => optim.RAdam(p, lr: 0.02, beta1: 0.8, beta2: 0.95, weight_decay: 0.05),
        ["asgd"] = p => optim.ASGD(p, lr: 0.05, weight_decay: 0.05),
        ["asgd_average"] = p => optim.ASGD(p, lr: 0.05, lambd: 0.1, alpha: 0.5, t0: 3, maximize: true),
        ["rprop"] = p => optim.Rprop(p, lr: 0.02),
        ["rprop_bounds"] = p => optim.Rprop(p, lr: 0.02, etaminus: 0.4, etaplus: 1.5, min_step: 0.01, max_step: 0.04),
    };

    // Losses are called through their modules, which hand on every argument.
    private static void AddLosses(ParityGroup g, string name, Reduction kind)
    {
        g.Add($"bce/{name}", (x, t) => nn.BCELoss(reduction: kind).call(x, t));
        g.Add($"bce/weighted/{name}", (x, t, w) => nn.BCELoss(w.detach(), kind).call(x, t.detach()));
        g.Add($"bce/ends/{name}", (x, t) => binary_cross_entropy(x, t.detach(), reduction: kind));
        g.Add($"bce_logits/zero/{name}", (x, t) => binary_cross_entropy_with_logits(x, t.detach(), reduction: kind));
        g.AddMany($"bce_logits/weighted/{name}",
            x => nn.BCEWithLogitsLoss(x[2].detach(), kind, x[3].detach()).call(x[0], x[1].detach()));
        g.Add($"nll/weighted/{name}", (x, t, w) => nn.NLLLoss(w.detach(), kind).call(x, t));
        g.Add($"nll/places/{name}", (x, t) => nll_loss(x, t, reduction: kind));
        g.Add($"kl/logs/{name}", (x, t) => nn.KLDivLoss(reduction: kind).call(x.log_softmax(-1), t.log_softmax(-1)));
        foreach (var (text, beta) in new[] { ("0.0", 0), ("0.5", 0.5), ("1.0", 1) })
            g.Add($"smooth_l1/{text}/{name}", (x, y) => nn.SmoothL1Loss(kind, beta).call(x, y));
        foreach (var (text, delta) in new[] { ("0.5", 0.5), ("1.0", 1) })
            g.Add($"huber/{text}/{name}", (x, y) => nn.HuberLoss(delta, kind).call(x, y));
        g.Add($"cosine_embedding/{name}", (x, y, t) => nn.CosineEmbeddingLoss(0.1, kind).call(x, y, t.detach()));
        g.Add($"cosine_embedding/one/{name}", (x, y, t) => cosine_embedding_loss(x, y, t.detach(), reduction: kind));
        g.Add($"margin_ranking/{name}", (x, y, t) => nn.MarginRankingLoss(0.2, kind).call(x, y, t.detach()));
        g.Add($"hinge_embedding/{name}", (x, t) => nn.HingeEmbeddingLoss(1.5, kind).call(x, t.detach()));
        g.Add($"soft_margin/{name}", (x, t) => nn.SoftMarginLoss(kind).call(x, t.detach()));
        foreach (var p in new[] { 1, 2 })
        {
            g.Add($"multi_margin/{p}/{name}", (x, t) => nn.MultiMarginLoss(p, 0.7, reduction: kind).call(x, t));
            g.Add($"multi_margin/{p}/weighted/{name}", (x, t, w) => multi_margin_loss(x, t, p, weight: w.detach(), reduction: kind));
        }

        g.Add($"multi_label_margin/{name}", (x, t) => nn.MultiLabelMarginLoss(kind).call(x, t));
        g.Add($"multi_label_margin/one/{name}", (x, t) => multi_label_margin_loss(x, t, kind));
        g.Add($"multi_label_soft_margin/{name}", (x, t, w) => nn.MultiLabelSoftMarginLoss(w.detach(), kind).call(x, t.detach()));
        foreach (var full in new[] { false, true })
        {
            g.Add($"poisson/log/{full}/{name}", (x, t) => nn.PoissonNLLLoss(full: full, reduction: kind).call(x, t.detach()));
            g.Add($"poisson/rate/{full}/{name}", (x, t) => nn.PoissonNLLLoss(false, full, reduction: kind).call(x, t.detach()));
            g.Add($"gaussian/{full}/{name}", (x, t, v) => nn.GaussianNLLLoss(full, reduction: kind).call(x, t, v));
        }

        g.Add($"gaussian/shared/{name}", (x, t, v) => gaussian_nll_loss(x, t, v, reduction: kind));
        g.Add($"gaussian/bounded/{name}", (x, t, v) => gaussian_nll_loss(x, t, v, eps: 0.5f, reduction: kind));
        foreach (var swap in new[] { false, true })
        {
            foreach (var p in new[] { 1, 2 })
                g.Add($"triplet/{p}/{swap}/{name}", (a, x, y) => nn.TripletMarginLoss(p: p, swap: swap, reduction: kind).call(a, x, y));
        }

        g.Add($"triplet/distance/{name}",
            (a, x, y) => nn.TripletMarginWithDistanceLoss((u, v) => 1 - cosine_similarity(u, v), 0.3, reduction: kind).call(a, x, y));
    }

    private static Tensor Path(Tensor[] x, Func<Parameter[], optim.Optimizer> make)
    {
        Parameter[] parameters = [new(x[0].clone()), new(x[1].clone())];
        using var optimizer = make(parameters);
        var rows = new List<Tensor>();
        for (var step = 0; step < Steps; step++)
        {
            for (var k = 0; k < parameters.Length; k++)
                parameters[k].grad = x[2 + (2 * step) + k].clone();
            optimizer.step();
            rows.Add(nn.utils.parameters_to_vector(parameters).detach().clone());
        }

        return stack(rows);
    }

    // A shallow form of Rosenbrock's valley.
    private static Tensor[] Valley(Tensor[] x, Func<Parameter[], LBFGS> make)
    {
        Parameter[] parameters = [new(x[0].clone()), new(x[1].clone())];
        using var optimizer = make(parameters);
        var rows = new List<Tensor>();
        var returned = new List<Tensor>();
        for (var step = 0; step < Steps; step++)
        {
            returned.Add(optimizer.step(() =>
            {
                optimizer.zero_grad();
                var all = nn.utils.parameters_to_vector(parameters);
                var loss = ((all[1..] - all[..^1].pow(2)).pow(2) + (1 - all[..^1]).pow(2)).sum();
                loss.backward();
                return loss;
            })!.detach());
            rows.Add(nn.utils.parameters_to_vector(parameters).detach().clone());
        }

        return [stack(rows).to(ScalarType.Float32), stack(returned).to(ScalarType.Float32)];
    }

    private static Tensor Cycle(Func<optim.Optimizer, LRScheduler> make)
    {
        using var optimizer = optim.SGD([new SGD.ParamGroup([new Parameter(zeros(1))]), new SGD.ParamGroup([new Parameter(zeros(1))])], 0.5, 0.9);
        foreach (SGD.ParamGroup group in optimizer.ParamGroups.Cast<SGD.ParamGroup>())
            group.Momentum = 0.9;
        var scheduler = make(optimizer);
        var rows = new List<double>();
        for (var step = 0; step < 12; step++)
        {
            foreach (SGD.ParamGroup group in optimizer.ParamGroups.Cast<SGD.ParamGroup>())
                rows.AddRange([group.LearningRate, group.Momentum]);
            scheduler.step();
        }

        return tensor(rows.ToArray(), [12, 4]);
    }
}
