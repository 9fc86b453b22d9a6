using System.Reflection;
using System.Text.RegularExpressions;
using ManagedTorch.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Robustness;

/// <summary>
/// All forms of an operation agree, whatever the arguments: torch.f(x) and x.f(), x.f_() and x.f(), and the same elements in another order
/// of memory. So what a comparison with PyTorch says about one form holds for the others.
/// </summary>
[Collection(MemoryCollection.Name)]
public sealed partial class ConsistencyTests
{
    private const int Runs = 24;
    private const long Room = 64L << 20;

    // Larger numbers would cancel, and then differ by more than rounding.
    private const double Largest = 1e3;

    private static readonly MethodInfo[] Methods = typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static readonly Dictionary<string, (MethodInfo Function, MethodInfo Method)> Functions = Pairs(
        typeof(torch).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(f => f.GetParameters() is [var first, ..] && first.ParameterType == typeof(Tensor)),
        f => Methods.FirstOrDefault(m => m.Name == f.Name && Kinds(m).SequenceEqual(Kinds(f).Skip(1))));

    private static readonly Dictionary<string, (MethodInfo InPlace, MethodInfo Method)> InPlaceForms = Pairs(
        Methods.Where(m => m.Name.EndsWith('_')),
        f => Methods.FirstOrDefault(m => m.Name == f.Name[..^1] && Kinds(m).SequenceEqual(Kinds(f))));

    public static TheoryData<string> FunctionNames => [.. Functions.Keys];

    public static TheoryData<string> InPlaceNames => [.. InPlaceForms.Keys];

    public static TheoryData<string> AllNames => [.. PublicOperations.ByName.Keys.Where(name => !DependsOnMemoryOrChance().IsMatch(name))];

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void A_function_is_the_method_of_its_name(string name)
    {
        var (function, method) = Functions[name];
        ForEachRun(name, (make, target) =>
        {
            var (called, arguments) = make.For(method);
            var concrete = function.IsGenericMethodDefinition ? function.MakeGenericMethod(called.GetGenericArguments()) : function;
            var copies = Copies([target, .. arguments]);
            manual_seed(3);
            var one = Outcome.Of(called, target, arguments);
            manual_seed(3);
            var other = Outcome.Of(concrete, null, copies);
            return IsAboutViews(one) || IsAboutViews(other) ? null : Outcome.Difference(one, other);
        });
    }

    [Theory]
    [MemberData(nameof(InPlaceNames))]
    public void A_form_in_place_writes_what_the_other_returns(string name)
    {
        var (inPlace, method) = InPlaceForms[name];
        ForEachRun(name, (make, target) =>
        {
            var (called, arguments) = make.For(method);
            var copies = Copies([target.detach(), .. arguments]);
            manual_seed(3);
            var result = Outcome.Of(called, target, arguments);
            manual_seed(3);
            var changed = Outcome.Of(inPlace, copies[0], copies[1..]);
            // A result of another type or shape cannot be written.
            if (result.Error is not null || changed.Error is not null)
                return null;
            return Outcome.Difference(result.Tensors[0].to_type(target.dtype), (Tensor)copies[0]!);
        });
    }

    [Theory]
    [MemberData(nameof(AllNames))]
    public void The_order_in_memory_makes_no_difference(string name)
    {
        var overloads = PublicOperations.ByName[name];
        ForEachRun(name, (make, target) =>
        {
            var (method, arguments) = make.For(overloads[make.Next(overloads.Length)]);
            object?[] all = [method.IsStatic ? null : target, .. arguments];
            var ordered = Copies(all);
            var one = Outcome.Of(method, all[0], all[1..]);
            var other = Outcome.Of(method, ordered[0], ordered[1..]);
            if (IsAboutViews(one) || IsAboutViews(other))
                return null;
            return Outcome.Difference(one, other) ?? GradientDifference(one, other, all, ordered);
        });
    }

    private static string? GradientDifference(Outcome one, Outcome other, object?[] inputs, object?[] copies)
    {
        if (one.Tensors is not [{ requires_grad: true } x, ..] || other.Tensors is not [{ requires_grad: true } y, ..]
            || !x.is_floating_point())
            return null;
        foreach (var root in new[] { x, y })
        {
            try
            {
                root.sum().backward();
            }
            catch (Exception error) when (error is InvalidOperationException or NotSupportedException)
            {
                return null; // changed in place, or known to have no gradient
            }
        }

        return inputs.OfType<Tensor>().Zip(copies.OfType<Tensor>())
            .Where(pair => !pair.First.IsInvalid && pair.First.is_leaf && pair.First.grad is not null && pair.Second.grad is not null)
            .Select(pair => Outcome.Difference(pair.First.grad!, pair.Second.grad!)).FirstOrDefault(difference => difference is not null);
    }

    // Only a view refuses to be changed where gradients would have to follow.
    private static bool IsAboutViews(Outcome outcome) => outcome.Error?.Message.Contains("through a view",
        StringComparison.Ordinal) == true;

    // The same elements in row-major order, as leaves of their own.
    private static object?[] Copies(object?[] arguments) => [.. arguments.Select(argument => argument switch
    {
        Tensor { IsInvalid: false } x => Copy(x),
        Tensor[] list => list.Select(Copy).ToArray(),
        Generator => new Generator(7),
        _ => argument,
    })];

    private static Tensor Copy(Tensor x) => x.IsInvalid ? x : x.detach().clone().contiguous().requires_grad_(x.requires_grad);

    private static void ForEachRun(string name, Func<ArgumentMaker, Tensor, string?> difference)
    {
        for (var run = 0; run < Runs; run++)
        {
            using var scope = NewDisposeScope();
            var limit = BufferPool.Limit;
            BufferPool.Limit = BufferPool.InUse + Room;
            var make = new ArgumentMaker(new System.Random((name.Length * 1000) + run), Largest);
            var found = difference(make, make.Tensor());
            BufferPool.Limit = limit;
            Assert.True(found is null, $"{name}, run {run}: {found}");
        }
    }

    private static IEnumerable<Type> Kinds(MethodInfo method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    private static Dictionary<string, (MethodInfo, MethodInfo)> Pairs(IEnumerable<MethodInfo> forms, Func<MethodInfo,
        MethodInfo?> counterpart) =>
        forms.Where(form => !form.IsSpecialName && ArgumentMaker.CanMake(form) && !NotPure().IsMatch(form.Name))
            .Select(form => (Form: form, Method: counterpart(form)))
            .Where(pair => pair.Method is not null && !pair.Method.IsSpecialName)
            .ToDictionary(pair => pair.Form.ToString()!, pair => (pair.Form, pair.Method!));

    // Memory as it was, settings of tensors, questions about memory, and x.where(condition, y), which has another order.
    [GeneratedRegex("^(where|empty|new_empty|requires_grad|set_requires_grad|detach_|is_contiguous|stride|storage_offset|as_strided)")]
    private static partial Regex NotPure();

    [GeneratedRegex("[.](empty|new_empty|stride|is_contiguous|storage_offset|as_strided|requires_grad|set_|get_|op_|detach_|seed|manual_seed|initial_seed|Default|.*rand|" +
        ".*dropout|bernoulli|normal|uniform|exponential|cauchy|log_normal|geometric|poisson|multinomial|rrelu|sparse|xavier|kaiming|glorot|trunc_normal|" +
        "orthogonal|[A-Z]|data|Move|Detach|print|ToString|str|metastr|contiguous)|^(nn|optim|data|lr_scheduler|random)[.]")]
    private static partial Regex DependsOnMemoryOrChance();
}
