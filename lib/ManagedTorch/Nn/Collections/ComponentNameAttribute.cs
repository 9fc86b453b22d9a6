namespace TorchSharp.Utils;

/// <summary>Gives the component that a field holds another name than the field's own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    /// <summary>The name to register.</summary>
    public string? Name { get; set; }
}
