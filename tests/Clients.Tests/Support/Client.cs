namespace Clients.Tests.Support;

/// <summary>A program of another maker that a test needs.</summary>
public enum Client
{
    /// <summary>Python with jupyter_client, nbconvert and jupyter_kernel_test.</summary>
    Jupyter,

    /// <summary>Node.js with the packages of clients/package.json.</summary>
    Node,

    /// <summary>Jupyter Notebook.</summary>
    Notebook,

    /// <summary>Chromium.</summary>
    Chromium,
}
