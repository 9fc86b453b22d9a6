namespace Clients.Tests.Support;

/// <summary>A theory that is skipped, with the reason, where a client is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientTheoryAttribute : TheoryAttribute
{
    /// <summary>A theory that needs these clients.</summary>
    public ClientTheoryAttribute(params Client[] needs) => Skip = needs.Select(Installed.Missing).FirstOrDefault(reason => reason is not null);
}
