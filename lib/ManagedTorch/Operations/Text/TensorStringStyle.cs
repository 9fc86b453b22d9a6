namespace TorchSharp;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, element type and device only.</summary>
    Metadata = 0,

    /// <summary>A table a matrix, its columns aligned.</summary>
    Julia = 1,

    /// <summary>Nested brackets.</summary>
    Numpy = 2,

    /// <summary>An array as C# writes it.</summary>
    CSharp = 3,

    /// <summary>The style that <see cref="torch.TensorStringStyle"/> says.</summary>
    Default = 4,
}
