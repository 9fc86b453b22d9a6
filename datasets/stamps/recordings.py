"""Cuts recordings to what is heard, makes them equally loud, and packs many of them into one IMA ADPCM file.

Used by make_stamps.py and speak.py. Only whole numbers decide where a recording is cut and how loud it becomes, so that every machine
makes the same bytes.
"""
import subprocess
from array import array
from math import isqrt
from operator import mul

RATE = 8000
# 10 ms: short enough to find the edge of a word.
FRAME = RATE // 100
# Active frames have this root mean square: -20 dB of full scale leaves room for the peaks of speech.
LOUDNESS = 3277
PEAK = 31000


class Cut:
    """How a kind of recording is cut; powers are ratios of mean squares."""

    def __init__(self, longest, range_below_loud, range_above_noise, click):
        self.longest = longest
        self.range_below_loud = range_below_loud
        self.range_above_noise = range_above_noise
        self.click = click


# Speech: what is at most 30 dB below the loudest parts and 10 dB above the noise; 60 ms or less alone at an end is a mouse click.
SPEECH = Cut(longest=5 * RATE // 2, range_below_loud=1000, range_above_noise=10, click=6)
# Effects fade out slowly and may be a single bang.
EFFECT = Cut(longest=5 * RATE, range_below_loud=10000, range_above_noise=4, click=0)


def decode(path):
    """A sound file as 16-bit samples: mono, 8 kHz, without hum below 70 Hz, its highest peak at -1 dB."""
    command = ["sox", "-D", "-V1", path, "-t", "raw", "-e", "signed", "-b", "16", "-"]
    command += ["remix", "-", "highpass", "70", "rate", str(RATE), "norm", "-1"]
    samples = array("h")
    samples.frombytes(subprocess.run(command, capture_output=True, check=True).stdout)
    return samples


def power(samples):
    return sum(map(mul, samples, samples)) // max(1, len(samples))


def islands(active):
    """(first, last) of the runs of active frames; runs less than 150 ms apart are one."""
    runs = []
    for i in (i for i, is_active in enumerate(active) if is_active):
        if runs and i - runs[-1][1] <= 15:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    return runs


def prepare(samples, cut):
    """The part that is heard, equally loud for all recordings, and how many samples were cut off because it is too long."""
    powers = [power(samples[i : i + FRAME]) for i in range(0, len(samples) - FRAME + 1, FRAME)]
    ranked = sorted(powers)
    loud, noise = ranked[len(ranked) * 95 // 100], ranked[len(ranked) // 10]
    # Where the noise is loud, some speech has to be lost with it, but never what is within 15 dB of the loudest parts.
    least = max(loud // cut.range_below_loud, min(noise * cut.range_above_noise, loud // 30), 1)
    runs = islands([value > least for value in powers])
    while len(runs) > 1 and runs[0][1] - runs[0][0] < cut.click:
        runs.pop(0)
    while len(runs) > 1 and runs[-1][1] - runs[-1][0] < cut.click:
        runs.pop()
    start, end = max(0, runs[0][0] - 3) * FRAME, min(len(samples), (runs[-1][1] + 6) * FRAME)
    cut_off = max(0, end - start - cut.longest)
    heard = samples[start : end - cut_off]

    active = [value for value in powers[runs[0][0] : runs[-1][1] + 1] if value > least]
    rms = max(1, isqrt(sum(active) // len(active)))
    # The peak that counts is one that only a sample in 2,000 exceeds; rarer ones are clipped.
    peak = max(1, sorted(map(abs, heard))[len(heard) * 1999 // 2000])
    up, down = (LOUDNESS, rms) if LOUDNESS * peak <= PEAK * rms else (PEAK, peak)
    loudness = array("h", (max(-32768, min(32767, sample * up // down)) for sample in heard))
    fade(loudness, range(FRAME // 2))
    fade(loudness, range(len(loudness) - 1, len(loudness) - 1 - 2 * FRAME, -1))
    return loudness, cut_off


def fade(samples, places):
    """From silence at the first of the places to full loudness at the last, so that no edge clicks."""
    for step, i in enumerate(places):
        samples[i] = samples[i] * step // len(places)


def write(prepared, rows, name):
    """Writes NAME.wav, the recordings one after the other in IMA ADPCM (4 bits a sample), and NAME.tsv, where each one is.

    prepared: key to (samples, number of samples cut off); rows: (stamp's id, key). Several rows may have the same recording.
    """
    starts, everything = {}, array("h")
    for key, (samples, _) in prepared.items():
        starts[key] = len(everything)
        everything.extend(samples)
    command = ["sox", "-D", "-V1", "-t", "raw", "-r", str(RATE), "-c", "1", "-e", "signed", "-b", "16", "-"]
    command += ["-e", "ima-adpcm", "-t", "wav", name + ".wav"]
    subprocess.run(command, input=everything.tobytes(), check=True)
    with open(name + ".tsv", "w", encoding="utf-8", newline="\n") as table:
        table.write("id\tstart\tsamples\tcut\n")
        for stamp, key in rows:
            samples, cut_off = prepared[key]
            table.write(f"{stamp}\t{starts[key]}\t{len(samples)}\t{cut_off}\n")
