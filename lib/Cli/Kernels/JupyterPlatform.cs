namespace Cli.Kernels;

/// <summary>The systems for which Jupyter has rules of its own.</summary>
internal enum JupyterPlatform
{
    /// <summary>Linux and other Unix systems.</summary>
    Linux,

    /// <summary>macOS.</summary>
    MacOS,

    /// <summary>Windows.</summary>
    Windows,
}
