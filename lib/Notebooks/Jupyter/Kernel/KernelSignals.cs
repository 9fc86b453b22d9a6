using System.Runtime.InteropServices;

namespace Notebooks.Jupyter.Kernel;

/// <summary>SIGINT interrupts the cell; SIGTERM and SIGHUP end the kernel in order.</summary>
internal sealed class KernelSignals : IDisposable
{
    private readonly PosixSignalRegistration[] registrations;

    internal KernelSignals(Action interrupt, Action stop) => registrations =
    [
        Take(PosixSignal.SIGINT, interrupt),
        Take(PosixSignal.SIGTERM, stop),
        Take(PosixSignal.SIGHUP, stop),
    ];

    public void Dispose() => Array.ForEach(registrations, registration => registration.Dispose());

    private static PosixSignalRegistration Take(PosixSignal signal, Action action) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            action();
        });
}
