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

        /// <summary>Writes the elements alone, in row-major order, little-endian.</summary>
        /// <param name="stream">Where they go; it stays open.</param>
        /// <param name="bufferSize">The number of bytes written at once.</param>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bufferSize);
            using Tensor ordered = InOrder();
            TensorFormat.WriteElements(ordered, stream, bufferSize);
        }

        /// <summary>Replaces the elements of a contiguous tensor by bytes in the order of <see cref="WriteBytesToStream"/>.</summary>
        /// <param name="stream">Where they come from; it stays open behind them.</param>
        /// <param name="bufferSize">The number of bytes read at once.</param>
        /// <exception cref="EndOfStreamException">The stream has fewer bytes; the elements read so far are changed.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bufferSize);
            if (!Contiguous)
            {
                throw ManagedTorch.Core.Errors.Shape(
                    nameof(ReadBytesFromStream), Sizes, "the elements do not lie in order; use contiguous() first");
            }
            BeforeInPlace(nameof(ReadBytesFromStream));
            TensorFormat.ReadElements(this, stream, bufferSize);
            AfterInPlace();
        }
    }
}
