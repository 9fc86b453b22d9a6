namespace Microsoft.DotNet.Interactive;

/// <summary>A secret that does not show itself by accident.</summary>
public class PasswordString(string clearTextPassword)
{
    /// <summary>The secret.</summary>
    public string GetClearTextPassword() => clearTextPassword;

    /// <summary>Dots, one a character.</summary>
    public override string ToString() => new('·', clearTextPassword.Length);
}
