using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of parameters that are registered under their places 0, 1, 2 and so on.</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    /// <summary>A list of these parameters.</summary>
    public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => extend(parameters);

    /// <summary>The number of parameters.</summary>
    public int Count => _internal_params.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The parameter at a place.</summary>
    public Parameter this[int index]
    {
        get => _internal_params[index].Item2;
        set => ConditionallyRegisterParameter(_internal_params[index].Item1, value);
    }

    /// <summary>Appends a parameter.</summary>
    public void Add(Parameter item) => register_parameter(Count.ToString(), item);

    /// <summary>Appends parameters.</summary>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Appends parameters.</summary>
    public void extend(IEnumerable<Parameter> parameters)
    {
        foreach (Parameter parameter in parameters)
        {
            Add(parameter);
        }
    }

    /// <summary>Puts a parameter at a place and moves the later ones back.</summary>
    public void Insert(int index, Parameter item) => Change(list => list.Insert(index, item));

    /// <summary>Removes the parameter at a place, without disposing it.</summary>
    public void RemoveAt(int index) => Change(list => list.RemoveAt(index));

    /// <summary>Removes a parameter, without disposing it; false when it was not there.</summary>
    public bool Remove(Parameter item)
    {
        int index = IndexOf(item);
        if (index >= 0)
        {
            RemoveAt(index);
        }
        return index >= 0;
    }

    /// <summary>Removes all parameters, without disposing them.</summary>
    public void Clear() => _internal_params.Clear();

    /// <summary>Whether a parameter is in the list.</summary>
    public bool Contains(Parameter item) => IndexOf(item) >= 0;

    /// <summary>The place of a parameter, or -1.</summary>
    public int IndexOf(Parameter item) => _internal_params.values().ToList().FindIndex(p => ReferenceEquals(p, item));

    /// <summary>Copies the parameters into an array.</summary>
    public void CopyTo(Parameter[] array, int arrayIndex) => _internal_params.Values.CopyTo(array, arrayIndex);

    /// <summary>The parameters in order.</summary>
    public IEnumerator<Parameter> GetEnumerator() => _internal_params.values().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to do: parameters are registered when they are added.</summary>
    protected override void RegisterComponents()
    {
    }

    private void Change(Action<List<Parameter>> change)
    {
        List<Parameter> list = [.. _internal_params.values()];
        change(list);
        _internal_params.Clear();
        extend(list);
    }
}
