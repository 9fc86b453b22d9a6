using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Reads a tensor from a file that <see cref="TensorExtensionMethods.Save(Tensor, string)"/> wrote.</summary>
        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }

        /// <summary>Reads a tensor from a stream, which stays open.</summary>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        /// <summary>Reads a tensor.</summary>
        /// <exception cref="InvalidDataException">The data is no tensor.</exception>
        /// <exception cref="EndOfStreamException">Elements are missing.</exception>
        public static Tensor Load(BinaryReader reader) => TensorFormat.Read(reader);
    }
}
