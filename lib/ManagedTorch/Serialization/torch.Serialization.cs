namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes a tensor to a file: element type, shape and elements, in the format of <c>Module.save</c>.</summary>
    public static void save(Tensor t, string location) => TensorFiles.Write(t, location);

    /// <summary>Reads what <see cref="save"/> wrote.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut off or in another format.</exception>
    public static Tensor load(string location) => TensorFiles.Read(location);

    public partial class Tensor
    {
        /// <summary>Writes the tensor to a file: element type, shape and elements, in the format of <c>Module.save</c>.</summary>
        public void save(string location) => TensorFiles.Write(this, location);

        /// <inheritdoc cref="torch.load"/>
        public static Tensor load(string location) => TensorFiles.Read(location);

        /// <inheritdoc cref="torch.load"/>
        public static Tensor Load(string location) => TensorFiles.Read(location);

        /// <summary>Reads a tensor from a stream, which stays open behind it.</summary>
        /// <exception cref="InvalidDataException">The data ends early or is in another format.</exception>
        public static Tensor Load(Stream stream) => TensorFiles.Read(stream);

        /// <inheritdoc cref="Load(Stream)"/>
        public static Tensor Load(BinaryReader reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            return TensorFiles.Read(reader);
        }
    }
}
