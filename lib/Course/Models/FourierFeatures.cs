// Source: notebooks/06-perceiver.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Places as sines and cosines, for any number of axes: coordinates (..., A) from -1 to 1 to features (..., A (2 K + 1)). Jaegle et al.
/// 2021, section 3.2. Nothing is learned.
/// </summary>
public sealed class FourierFeatures
{
    private readonly long bands;
    private readonly long[] resolutions;
    private Tensor? grid;

    /// <summary><paramref name="bands"/> frequencies an axis, in equal steps from 1 to half of its resolution.</summary>
    /// <param name="bands">K.</param>
    /// <param name="resolutions">For each axis, into how many steps it is divided: 28 and 28 for a picture of that size.</param>
    /// <exception cref="ArgumentException">There is no band or no axis, or an axis with fewer than two steps.</exception>
    public FourierFeatures(long bands, params long[] resolutions)
    {
        if (bands < 1) throw new ArgumentException($"Places need at least 1 band, not {bands}.", nameof(bands));
        if (resolutions.Length == 0 || resolutions.Min() < 2)
            throw new ArgumentException(
                $"Places need at least one axis, and each axis at least 2 steps, not ({string.Join(", ", resolutions)}).",
                nameof(resolutions));
        (this.bands, this.resolutions) = (bands, [.. resolutions]);
    }

    /// <summary>A (2 K + 1), the numbers that describe a place.</summary>
    public long Channels => resolutions.Length * ((2 * bands) + 1);

    /// <summary>The coordinates of all elements of a grid, the last axis fastest: (M, A), each axis from -1 to 1.</summary>
    public static Tensor Grid(params long[] sizes)
    {
        using var scope = NewDisposeScope();
        var axes = meshgrid(sizes.Select(size => linspace(-1, 1, size)), indexing: "ij");                      // A of (sizes)
        return stack(axes.Select(axis => axis.flatten()).ToArray(), dim: 1).MoveToOuterDisposeScope();         // (M, A)
    }

    /// <summary>The coordinates themselves, then all sines, then all cosines: (..., A) to (..., A (2 K + 1)).</summary>
    /// <exception cref="ArgumentException">The coordinates have another number of axes.</exception>
    public Tensor Encode(Tensor coordinates)
    {
        if (coordinates.shape[^1] != resolutions.Length)
            throw new ArgumentException(
                $"Expected coordinates of {resolutions.Length} axes, not of shape ({string.Join(", ", coordinates.shape)}).",
                nameof(coordinates));
        using var scope = NewDisposeScope();
        var frequencies = stack(
            resolutions.Select(steps => linspace(1, steps / 2.0, bands, device: coordinates.device)).ToArray());       // (A, K)
        var angles = (coordinates.unsqueeze(-1) * frequencies * Math.PI).flatten(-2);                          // (..., A K)
        return cat(new[] { coordinates, angles.sin(), angles.cos() }, -1).MoveToOuterDisposeScope();           // (..., A (2 K + 1))
    }

    /// <summary>
    /// The places of a whole grid of the constructor's sizes: (M, A (2 K + 1)), the last axis fastest. The same tensor at each call, so do
    /// not dispose it.
    /// </summary>
    public Tensor OfGrid(Device? device = null)
    {
        if (grid is null || grid.device.type != (device ?? CPU).type)
        {
            using var scope = NewDisposeScope();
            grid = Encode(Grid(resolutions)).to(device ?? CPU).DetachFromDisposeScope();
        }

        return grid;
    }
}
