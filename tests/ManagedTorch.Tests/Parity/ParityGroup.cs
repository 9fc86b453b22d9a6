using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity;

/// <summary>The C# side of a group of cases: the same computations under the same names as in tests/fixtures/parity/cases.</summary>
internal sealed class ParityGroup(string name)
{
    private readonly Dictionary<string, Func<Tensor[], Tensor[]>> functions = [];

    public string Name { get; } = name;

    public IReadOnlyDictionary<string, Func<Tensor[], Tensor[]>> Functions => functions;

    public void Add(string name, Func<Tensor> function) => functions.Add(name, _ => [function()]);

    public void Add(string name, Func<Tensor, Tensor> function) => functions.Add(name, x => [function(x[0])]);

    public void Add(string name, Func<Tensor, Tensor, Tensor> function) => functions.Add(name, x => [function(x[0], x[1])]);

    public void Add(string name, Func<Tensor, Tensor, Tensor, Tensor> function) => functions.Add(name, x => [function(x[0], x[1], x[2])]);

    public void Add(string name, Func<Tensor, ITuple> function) => functions.Add(name, x => Unpack(function(x[0])));

    public void AddMany(string name, Func<Tensor[], Tensor> function) => functions.Add(name, x => [function(x)]);

    public void AddMany(string name, Func<Tensor[], Tensor[]> function) => functions.Add(name, function);

    private static Tensor[] Unpack(ITuple tuple) => [.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)];
}
