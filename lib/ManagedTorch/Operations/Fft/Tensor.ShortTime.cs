using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>
        /// Spectra of overlapping frames: (length) or (batch, length) to (frequencies, frames) or (batch, frequencies, frames). Real
        /// samples give n_fft / 2 + 1 frequencies unless onesided is false.
        /// </summary>
        /// <param name="n_fft">Samples of a frame.</param>
        /// <param name="hop_length">Samples from one frame to the next; a quarter of n_fft unless given.</param>
        /// <param name="win_length">Samples of the window, which lies in the middle of a frame; n_fft unless given.</param>
        /// <param name="window">Weights of the samples; ones unless given.</param>
        /// <param name="center">Whether the samples are continued on both sides, so that frame t has its middle at t * hop_length.</param>
        /// <param name="pad_mode">How they are continued.</param>
        /// <param name="normalized">Whether the spectra are divided by √n_fft.</param>
        /// <param name="onesided">Whether the mirror images of real signals' spectra are left out; yes unless given.</param>
        /// <param name="return_complex">true for complex numbers, false for a last dimension of 2. Real samples need it to be
        /// given.</param>
        public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null)
        {
            if (return_complex is null && !is_complex() && window?.is_complex() != true)
                throw new InvalidOperationException(
                    "stft: real samples need return_complex to be given: true for complex numbers, false for (..., 2).");
            var result = ShortTimeTransforms.Forward(this, n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided);
            return return_complex == false ? result.view_as_real() : result;
        }

        /// <summary>The samples whose <see cref="stft"/> is given, as nearly as there are such.</summary>
        /// <param name="n_fft">Samples of a frame.</param>
        /// <param name="hop_length">Samples from one frame to the next; a quarter of n_fft unless given.</param>
        /// <param name="win_length">Samples of the window; n_fft unless given.</param>
        /// <param name="window">The window that the spectra were made with.</param>
        /// <param name="center">Whether they were made with center.</param>
        /// <param name="normalized">Whether they were made with normalized.</param>
        /// <param name="onesided">Whether the mirror images are left out; told from the number of frequencies unless given.</param>
        /// <param name="length">Samples of the result; as many as the frames cover unless given.</param>
        /// <param name="return_complex">Whether the samples are complex; needs both sides of the spectrum.</param>
        public Tensor istft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
            ShortTimeTransforms.Inverse(this, n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);
    }

    /// <summary>Spectra of overlapping frames; see <see cref="Tensor.stft"/>.</summary>
    public static Tensor stft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null,
        bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null,
        bool? return_complex = null) =>
        input.stft(n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

    /// <summary>Samples from spectra of overlapping frames; see <see cref="Tensor.istft"/>.</summary>
    public static Tensor istft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null,
        bool center = true, bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
        input.istft(n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);
}
