"""Cuts a recording to one stroke from its onset on, makes strokes equally loud, and packs those of a kit into one WAV file.

Only whole numbers decide where a recording is cut and how loud it becomes, so that every machine makes the same bytes.
"""
import subprocess
import sys
import wave
from array import array
from math import isqrt
from operator import mul

RATE = 16000
LONGEST = RATE // 2
# 10 ms.
FRAME = RATE // 100
# A stroke begins where it first exceeds this part of its peak; what comes before is the stick in the air, and noise.
ONSET = 10
# It ends after the last frame that has this part of the loudest frame's power (-45 dB).
END = 30000
# The loudest 50 ms have this root mean square, -18 dB of full scale, unless a peak were to clip.
LOUDNESS = 4125
PEAK = 31000


def decode(path):
    """A sound file as 16-bit samples: mono, 16 kHz, without what lies below 20 Hz, its highest peak at -1 dB."""
    command = ["sox", "-D", "-V1", path, "-t", "raw", "-e", "signed", "-b", "16", "-"]
    command += ["remix", "-", "highpass", "20", "rate", str(RATE), "norm", "-1"]
    samples = array("h")
    samples.frombytes(subprocess.run(command, capture_output=True, check=True).stdout)
    return samples


def powers(samples, frame):
    """The mean square of each whole frame."""
    return [sum(map(mul, part, part)) // frame for part in (samples[i : i + frame] for i in range(0, len(samples) - frame + 1, frame))]


def prepare(samples):
    """One stroke from 2 ms before its onset on, half a second at most, and how many samples were cut off because it is longer."""
    peak = max(map(abs, samples))
    onset = next(i for i, sample in enumerate(samples) if abs(sample) * ONSET >= peak)
    lead = min(onset, RATE // 500)
    stroke = samples[onset - lead :]
    frames = powers(stroke, FRAME)
    loud = max(frames)
    end = min(len(stroke), FRAME * (2 + max(i for i, power in enumerate(frames) if power * END >= loud)))
    cut_off = max(0, end - LONGEST)
    stroke = stroke[: end - cut_off]

    rms = max(1, isqrt(max(sum(frames[i : i + 5]) // 5 for i in range(max(1, len(frames) - 4)))))
    up, down = (LOUDNESS, rms) if LOUDNESS * peak <= PEAK * rms else (PEAK, peak)
    stroke = array("h", (max(-32768, min(32767, sample * up // down)) for sample in stroke))
    fade(stroke, range(lead // 2))
    fade(stroke, range(len(stroke) - 1, len(stroke) - 1 - FRAME, -1))
    return stroke, cut_off


def fade(samples, places):
    """From silence at the first of the places to full loudness at the last, so that no edge clicks."""
    for step, i in enumerate(places):
        samples[i] = samples[i] * step // len(places)


def write(strokes, path):
    """Writes the strokes one after the other as a WAV file of 16 bits a sample; returns where each one starts."""
    starts, everything = [], array("h")
    for stroke in strokes:
        starts.append(len(everything))
        everything.extend(stroke)
    if sys.byteorder == "big":
        everything.byteswap()
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
        file.writeframes(everything.tobytes())
    return starts
