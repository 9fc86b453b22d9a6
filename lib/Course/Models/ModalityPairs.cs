// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Which of the three pairs of modalities a loss compares.</summary>
[Flags]
public enum ModalityPairs
{
    /// <summary>Pictures with texts: CLIP.</summary>
    ImageText = 1,

    /// <summary>Sounds with pictures.</summary>
    AudioImage = 2,

    /// <summary>Sounds with texts.</summary>
    AudioText = 4,

    /// <summary>All three: AudioCLIP.</summary>
    All = ImageText | AudioImage | AudioText,
}
