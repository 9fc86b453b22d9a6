using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules that are registered under their places 0, 1, 2 and so on.</summary>
public class ModuleList<T> : nn.Module, IList<T>
    where T : nn.Module
{
    private readonly List<T> _items = [];

    /// <summary>A list of these modules.</summary>
    public ModuleList(params T[] modules) : base(nameof(ModuleList<T>)) => extend(modules);

    /// <summary>The number of modules.</summary>
    public int Count => _items.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The module at a place.</summary>
    public T this[int index]
    {
        get => _items[index];
        set
        {
            _items[index] = value;
            Renumber();
        }
    }

    /// <summary>Appends a module.</summary>
    public void Add(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        register_module(_items.Count.ToString(), item);
        _items.Add(item);
    }

    /// <summary>Appends modules.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Appends modules.</summary>
    public void extend(IEnumerable<T> modules)
    {
        foreach (T module in modules)
        {
            Add(module);
        }
    }

    /// <summary>Puts a module at a place and moves the later ones back.</summary>
    public void Insert(int index, T item)
    {
        _items.Insert(index, item);
        Renumber();
    }

    /// <summary>Removes the module at a place, without disposing it.</summary>
    public void RemoveAt(int index)
    {
        _items.RemoveAt(index);
        Renumber();
    }

    /// <summary>Removes a module, without disposing it; false when it was not there.</summary>
    public bool Remove(T item)
    {
        bool removed = _items.Remove(item);
        Renumber();
        return removed;
    }

    /// <summary>Removes all modules, without disposing them.</summary>
    public void Clear()
    {
        _items.Clear();
        ClearModules();
    }

    /// <summary>Whether a module is in the list.</summary>
    public bool Contains(T item) => _items.Contains(item);

    /// <summary>The place of a module, or -1.</summary>
    public int IndexOf(T item) => _items.IndexOf(item);

    /// <summary>Copies the modules into an array.</summary>
    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <summary>The modules in order.</summary>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to do: modules are registered when they are added.</summary>
    protected override void RegisterComponents()
    {
    }

    private void Renumber()
    {
        ClearModules();
        for (int i = 0; i < _items.Count; i++)
        {
            register_module(i.ToString(), _items[i]);
        }
    }
}
