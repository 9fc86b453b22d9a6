using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A dictionary of parameters, in the order in which they were added, that are registered under their keys.</summary>
public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
{
    /// <summary>An empty dictionary.</summary>
    public ParameterDict() : base(nameof(ParameterDict))
    {
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _internal_params.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys in order.</summary>
    public ICollection<string> Keys => _internal_params.Keys;

    /// <summary>The parameters in order.</summary>
    public ICollection<Parameter> Values => _internal_params.Values;

    /// <summary>The parameter of a key. Setting a new key appends it; setting an old one keeps its place.</summary>
    public Parameter this[string key]
    {
        get => _internal_params[key];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (ContainsKey(key))
            {
                ConditionallyRegisterParameter(key, value);
            }
            else
            {
                Add(key, value);
            }
        }
    }

    /// <summary>The entry at a place.</summary>
    public (string, Parameter) this[int index]
    {
        get => _internal_params[index];
        set
        {
            if (value.Item1 == _internal_params[index].Item1)
            {
                this[value.Item1] = value.Item2;
                return;
            }
            Insert(index, value);
            RemoveAt(index + 1);
        }
    }

    /// <summary>Appends a parameter under a key that is not in use yet.</summary>
    /// <exception cref="InvalidOperationException">The key is in use.</exception>
    public void Add(string key, Parameter value) => register_parameter(key, value);

    /// <inheritdoc cref="Add(string, Parameter)"/>
    public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc cref="Add(string, Parameter)"/>
    public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

    /// <summary>Puts an entry at a place and moves the later ones back.</summary>
    /// <exception cref="InvalidOperationException">The key is in use.</exception>
    public void Insert(int index, (string, Parameter) item)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Count);
        // registering checks the name; the new entry is then moved from the end to its place
        Add(item);
        _internal_params.Remove(item.Item1);
        _internal_params.Insert(index, item);
    }

    /// <summary>Removes a key, without disposing its parameter; false when it was not there.</summary>
    public bool Remove(string key) => _internal_params.Remove(key);

    /// <summary>Removes an entry, without disposing its parameter; false when it was not there.</summary>
    public bool Remove((string, Parameter) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc cref="Remove(ValueTuple{string, Parameter})"/>
    public bool Remove(KeyValuePair<string, Parameter> item) => Remove((item.Key, item.Value));

    /// <summary>Removes the entry at a place, without disposing its parameter.</summary>
    public void RemoveAt(int index) => _internal_params.RemoveAt(index);

    /// <summary>Removes every entry, without disposing the parameters.</summary>
    public void Clear() => _internal_params.Clear();

    /// <summary>Whether a key is there.</summary>
    public bool ContainsKey(string key) => _internal_params.ContainsKey(key);

    /// <summary>Whether a key is there with this very parameter.</summary>
    public bool Contains((string, Parameter) item) => TryGetValue(item.Item1, out Parameter? own) && ReferenceEquals(own, item.Item2);

    /// <inheritdoc cref="Contains(ValueTuple{string, Parameter})"/>
    public bool Contains(KeyValuePair<string, Parameter> item) => Contains((item.Key, item.Value));

    /// <summary>The parameter of a key, where there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _internal_params.TryGetValue(key, out value);

    /// <summary>The place of an entry, or -1.</summary>
    public int IndexOf((string, Parameter) item) => Contains(item) ? keys().ToList().IndexOf(item.Item1) : -1;

    /// <summary>Copies the entries into an array.</summary>
    public void CopyTo((string, Parameter)[] array, int arrayIndex) => _internal_params.CopyTo(array, arrayIndex);

    /// <inheritdoc cref="CopyTo(ValueTuple{string, Parameter}[], int)"/>
    public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => _internal_params.CopyTo(array, arrayIndex);

    /// <summary>The keys in order.</summary>
    public IEnumerable<string> keys() => _internal_params.keys();

    /// <summary>The parameters in order.</summary>
    public IEnumerable<Parameter> values() => _internal_params.values();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(string, Parameter)> items() => _internal_params.items();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(string, Parameter)> GetEnumerator() => _internal_params.GetEnumerator();

    IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, Parameter>>)_internal_params).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The entries in order. As in TorchSharp the argument has no default here.</summary>
    public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse) => base.named_parameters(recurse);

    /// <summary>Nothing to do: parameters are registered when they are added.</summary>
    protected override void RegisterComponents()
    {
    }
}
