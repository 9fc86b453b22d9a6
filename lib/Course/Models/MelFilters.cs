// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Triangular filters, equally wide on the mel scale: from the frequencies of a spectrum to bands.</summary>
public static class MelFilters
{
    /// <summary>Hertz as mel: nearly straight below 1,000 Hz, logarithmic above (O'Shaughnessy 1987; the formula of HTK).</summary>
    public static double ToMel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));

    /// <summary>Mel as hertz.</summary>
    public static double ToHertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);

    /// <summary>
    /// The filters (F, M) for spectra of F = fftSize / 2 + 1 frequencies: filter m rises from the centre of its left neighbour to 1 at its
    /// own centre and falls to the centre of the right one. As torchaudio's melscale_fbanks with HTK's scale and without norm.
    /// </summary>
    /// <param name="fftSize">Samples of a frame.</param>
    /// <param name="rate">Samples a second.</param>
    /// <param name="bands">M, the number of filters.</param>
    /// <param name="low">Where the first filter begins, in hertz.</param>
    /// <param name="high">Where the last one ends, in hertz; half the rate at most.</param>
    /// <exception cref="ArgumentException">The limits are no range below half the rate.</exception>
    public static Tensor Of(long fftSize, int rate, int bands, double low, double high)
    {
        if (low < 0 || high <= low || high > rate / 2.0)
            throw new ArgumentException(
                $"Filters from {low} to {high} Hz do not fit {rate} samples a second: they must rise, to {rate / 2.0} Hz at most.");
        double MelAt(int i) => ToMel(low) + ((ToMel(high) - ToMel(low)) * i / (bands + 1));
        var corners = Enumerable.Range(0, bands + 2).Select(i => ToHertz(MelAt(i))).ToArray();                // left, centres, right
        var frequencies = (fftSize / 2) + 1;
        var filters = new float[frequencies, bands];
        for (var f = 0; f < frequencies; f++)
            for (var m = 0; m < bands; m++)
            {
                var hertz = (double)f * rate / fftSize;
                var rise = (hertz - corners[m]) / (corners[m + 1] - corners[m]);
                var fall = (corners[m + 2] - hertz) / (corners[m + 2] - corners[m + 1]);
                filters[f, m] = (float)Math.Max(0, Math.Min(rise, fall));
            }

        return tensor(filters);
    }
}
