using System.Text;

namespace Notebooks.Jupyter.Wire;

/// <summary>A ZMTP command: a name and data whose form the name decides.</summary>
internal sealed record Command(string Name, byte[] Data)
{
    /// <exception cref="WireException">The bytes are no command.</exception>
    internal static Command Parse(byte[] body)
    {
        if (body.Length == 0 || body[0] == 0 || body.Length < 1 + body[0])
        {
            throw new WireException("a command without a name");
        }

        int end = 1 + body[0];
        return new Command(Encoding.ASCII.GetString(body, 1, body[0]), body[end..]);
    }

    internal byte[] ToBody() => [(byte)Name.Length, .. Encoding.ASCII.GetBytes(Name), .. Data];
}
