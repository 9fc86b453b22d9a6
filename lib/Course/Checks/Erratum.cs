using TorchSharp;
using static TorchSharp.torch;

namespace Course.Checks;

/// <summary>
/// Code that looks right and is not, with the claim that shows it. The fix derives from the flawed code and overrides what is wrong in
/// it, so that one and the same claim is put to both.
/// </summary>
public abstract class Erratum
{
    /// <summary>Puts the claim to the code, with the same random numbers each time.</summary>
    /// <exception cref="CheckFailedException">The code is flawed.</exception>
    public void Verify() => Verify(seed: 1);

    /// <summary>Puts the claim to the code, with the random numbers of a seed.</summary>
    /// <exception cref="CheckFailedException">The code is flawed.</exception>
    public void Verify(long seed)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        Claim();
    }

    /// <summary>Claims with <see cref="Check"/> what the code must do.</summary>
    protected abstract void Claim();
}
