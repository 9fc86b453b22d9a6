using TorchSharp;
using static TorchSharp.torch;

namespace Course.Checks;

/// <summary>
/// Code that looks right and is not, with the claim that shows it. The fix derives from the flawed code and overrides what is wrong in
/// it, so that one and the same claim is put to both.
/// </summary>
public abstract class Erratum
{
    private const long Seed = 1;

    /// <summary>Puts the claim to the code, with the same random numbers each time.</summary>
    /// <exception cref="CheckFailedException">The code is flawed.</exception>
    public void Verify()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(Seed);
        Claim();
    }

    /// <summary>Claims with <see cref="Check"/> what the code must do.</summary>
    protected abstract void Claim();
}
