using System.Security.Cryptography;
using System.Text;

namespace Notebooks.Jupyter.Messages;

/// <summary>
/// Signs the four JSON parts of a message with HMAC-SHA256, as lower-case hexadecimal digits. With an empty key nothing is
/// signed and every message is accepted, as the protocol asks.
/// </summary>
internal sealed class MessageSigner(string key)
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(key);

    internal byte[] Sign(params ReadOnlySpan<byte[]> parts)
    {
        if (key.Length == 0)
        {
            return [];
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (byte[] part in parts)
        {
            hash.AppendData(part);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    internal bool Accepts(byte[] signature, params ReadOnlySpan<byte[]> parts) =>
        key.Length == 0 || CryptographicOperations.FixedTimeEquals(signature, Sign(parts));
}
