namespace Course.Checks;

/// <summary>One erratum of the catalogue.</summary>
/// <param name="Description">Title, kind and sources.</param>
/// <param name="Flawed">The flawed code.</param>
/// <param name="Fixed">The fix, which derives from it.</param>
public sealed record ErratumEntry(ErratumAttribute Description, Type Flawed, Type Fixed)
{
    /// <summary>The flawed code, ready to be checked.</summary>
    public Erratum CreateFlawed() => (Erratum)Activator.CreateInstance(Flawed)!;

    /// <summary>The fix, ready to be checked.</summary>
    public Erratum CreateFixed() => (Erratum)Activator.CreateInstance(Fixed)!;

    /// <summary>The name of the flawed class.</summary>
    public override string ToString() => Flawed.Name;
}
