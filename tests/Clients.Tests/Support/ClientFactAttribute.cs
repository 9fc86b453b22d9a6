namespace Clients.Tests.Support;

/// <summary>A test that is skipped, with the reason, where a client is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientFactAttribute : FactAttribute
{
    /// <summary>A test that needs these clients.</summary>
    public ClientFactAttribute(params Client[] needs) => Skip = needs.Select(Installed.Missing).FirstOrDefault(reason => reason is not null);
}
