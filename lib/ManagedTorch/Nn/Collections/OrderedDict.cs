using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps its entries in the order in which they were added, and is a list of pairs as well.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    where TKey : notnull
{
    private readonly OrderedDictionary<TKey, TValue> _entries = [];

    /// <summary>The keys in order.</summary>
    public ICollection<TKey> Keys => _entries.Keys;

    /// <summary>The values in order.</summary>
    public ICollection<TValue> Values => _entries.Values;

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The value of a key. Setting a new key appends it; setting an old one keeps its place.</summary>
    public TValue this[TKey key]
    {
        get => _entries[key];
        set => _entries[key] = value;
    }

    /// <summary>The entry at a place.</summary>
    public (TKey, TValue) this[int index]
    {
        get => (_entries.GetAt(index).Key, _entries.GetAt(index).Value);
        set => _entries.SetAt(index, value.Item1, value.Item2);
    }

    /// <summary>Appends an entry; a key that exists already is an error.</summary>
    public void Add(TKey key, TValue value) => _entries.Add(key, value);

    /// <inheritdoc cref="Add(TKey, TValue)"/>
    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc cref="Add(TKey, TValue)"/>
    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    /// <summary>Puts an entry at a place and moves the later ones back.</summary>
    public void Insert(int index, (TKey, TValue) item) => _entries.Insert(index, item.Item1, item.Item2);

    /// <summary>Removes a key; false when it was not there.</summary>
    public bool Remove(TKey key) => _entries.Remove(key);

    /// <summary>Removes an entry when both key and value are there.</summary>
    public bool Remove((TKey, TValue) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc cref="Remove(ValueTuple{TKey, TValue})"/>
    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    /// <summary>Removes the entry at a place.</summary>
    public void RemoveAt(int index) => _entries.RemoveAt(index);

    /// <summary>Removes every entry.</summary>
    public void Clear() => _entries.Clear();

    /// <inheritdoc cref="Clear"/>
    public void clear() => Clear();

    /// <summary>Whether the key is there.</summary>
    public bool ContainsKey(TKey key) => _entries.ContainsKey(key);

    /// <summary>Whether the key is there with this value.</summary>
    public bool Contains((TKey, TValue) item) =>
        TryGetValue(item.Item1, out TValue? value) && EqualityComparer<TValue>.Default.Equals(value, item.Item2);

    /// <inheritdoc cref="Contains(ValueTuple{TKey, TValue})"/>
    public bool Contains(KeyValuePair<TKey, TValue> item) => Contains((item.Key, item.Value));

    /// <summary>The value of a key, where there is one.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _entries.TryGetValue(key, out value);

    /// <summary>The place of an entry, or -1.</summary>
    public int IndexOf((TKey, TValue) item) => Contains(item) ? _entries.IndexOf(item.Item1) : -1;

    /// <summary>Copies the entries, in order, into an array.</summary>
    public void CopyTo((TKey, TValue)[] array, int arrayIndex)
    {
        foreach ((TKey, TValue) item in this)
        {
            array[arrayIndex++] = item;
        }
    }

    /// <inheritdoc cref="CopyTo(ValueTuple{TKey, TValue}[], int)"/>
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)_entries).CopyTo(array, arrayIndex);

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> keys() => _entries.Keys;

    /// <summary>The values in order.</summary>
    public IEnumerable<TValue> values() => _entries.Values;

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> items() => GetEnumerator();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> GetEnumerator()
    {
        foreach ((TKey key, TValue value) in _entries)
        {
            yield return (key, value);
        }
    }

    /// <summary>The entries as they are now, for a loop that changes them.</summary>
    internal (TKey, TValue)[] Entries() => [.. (IEnumerable<(TKey, TValue)>)this];

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
