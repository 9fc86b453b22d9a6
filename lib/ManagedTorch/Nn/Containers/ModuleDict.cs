using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A dictionary of modules, in the order in which they were added, that are registered under their keys.</summary>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)>
    where T : nn.Module
{
    private readonly Utils.OrderedDict<string, T> _items = new();

    /// <summary>An empty dictionary.</summary>
    public ModuleDict() : base(nameof(ModuleDict<T>))
    {
    }

    /// <summary>The number of modules.</summary>
    public int Count => _items.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys in order.</summary>
    public ICollection<string> Keys => _items.Keys;

    /// <summary>The modules in order.</summary>
    public ICollection<T> Values => _items.Values;

    /// <summary>The module of a key.</summary>
    public T this[string key]
    {
        get => _items[key];
        set
        {
            _items[key] = value;
            Reregister();
        }
    }

    /// <summary>The entry at a place.</summary>
    public (string, T) this[int index]
    {
        get => _items[index];
        set
        {
            _items[index] = value;
            Reregister();
        }
    }

    /// <summary>Appends a module under a key that is not in use yet.</summary>
    public void Add(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        register_module(key, value);
        _items.Add(key, value);
    }

    /// <inheritdoc cref="Add(string, T)"/>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc cref="Add(string, T)"/>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <summary>Puts an entry at a place and moves the later ones back.</summary>
    public void Insert(int index, (string, T) item)
    {
        _items.Insert(index, item);
        Reregister();
    }

    /// <summary>Removes a key, without disposing its module; false when it was not there.</summary>
    public bool Remove(string key)
    {
        bool removed = _items.Remove(key);
        Reregister();
        return removed;
    }

    /// <summary>Removes an entry, without disposing its module; false when it was not there.</summary>
    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc cref="Remove(ValueTuple{string, T})"/>
    public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

    /// <summary>Removes the entry at a place, without disposing its module.</summary>
    public void RemoveAt(int index) => Remove(_items[index].Item1);

    /// <summary>Removes every entry, without disposing the modules.</summary>
    public void Clear()
    {
        _items.Clear();
        ClearModules();
    }

    /// <inheritdoc cref="Clear"/>
    public void clear() => Clear();

    /// <summary>Whether a key is there.</summary>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <summary>Whether an entry is there.</summary>
    public bool Contains((string, T) item) => _items.Contains(item);

    /// <inheritdoc cref="Contains(ValueTuple{string, T})"/>
    public bool Contains(KeyValuePair<string, T> item) => _items.Contains(item);

    /// <summary>The module of a key, where there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    /// <summary>The place of an entry, or -1.</summary>
    public int IndexOf((string, T) item) => _items.IndexOf(item);

    /// <summary>Copies the entries into an array.</summary>
    public void CopyTo((string, T)[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc cref="CopyTo(ValueTuple{string, T}[], int)"/>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <summary>The keys in order.</summary>
    public IEnumerable<string> keys() => _items.keys();

    /// <summary>The modules in order.</summary>
    public IEnumerable<T> values() => _items.values();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(string, T)> items() => _items.items();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => _items.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to do: modules are registered when they are added.</summary>
    protected override void RegisterComponents()
    {
    }

    private void Reregister()
    {
        ClearModules();
        foreach ((string key, T module) in _items)
        {
            register_module(key, module);
        }
    }
}
