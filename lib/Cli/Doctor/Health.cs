namespace Cli.Doctor;

/// <summary>How a finding of the doctor is to be taken.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, but slower or with less than it could.</summary>
    Warning,

    /// <summary>Keeps the course from running.</summary>
    Bad,
}
