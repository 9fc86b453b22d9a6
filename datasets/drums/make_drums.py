#!/usr/bin/env python3
"""Makes the tables of kits and samples and the kits' packed recordings. Called by build.sh.

Usage: make_drums.py KITS OUT
KITS is the package's folder usr/share/hydrogen/data/drumkits; OUT receives kits.tsv, samples.tsv and kits/.
"""
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import curation
import strokes


class Sample:
    """One file of a kit: an instrument struck with one force. Layer 1 is the softest of an instrument's layers."""

    def __init__(self, kit, path, name, instrument, layer, layers):
        self.kit, self.path, self.name, self.instrument, self.layer, self.layers = kit, path, name, instrument, layer, layers
        self.id = f"{kit.id}/{os.path.splitext(os.path.basename(path))[0]}"


def find_samples(kit, root):
    folder = os.path.join(root, kit.folder)
    with open(os.path.join(folder, "drumkit.xml"), encoding="utf-8") as file:
        drumkit = ElementTree.fromstring(re.sub(r' xmlns="[^"]*"', "", file.read()))
    samples, taken = [], set()
    for entry in drumkit.iter("instrument"):
        # Upstream writes some names with two spaces or one at the end.
        name = " ".join(entry.findtext("name", "").split())
        instrument = curation.class_of(name)
        if instrument is None:
            continue
        layers = sorted(entry.iter("layer"), key=lambda layer: float(layer.findtext("min")))
        # Old kits have one file an instrument, without layers.
        files = [layer.findtext("filename") for layer in layers] or [entry.findtext("filename")]
        for i, file in enumerate(files):
            sample = Sample(kit, os.path.join(folder, file), name, instrument, i + 1, len(files))
            # Several instruments of a kit may play one file at other pitches; two kits name a file that they do not have.
            if os.path.exists(sample.path) and sample.id not in taken | curation.LEFT_OUT:
                taken.add(sample.id)
                samples.append(sample)
    return samples


def main():
    root, out = sys.argv[1:]
    os.makedirs(os.path.join(out, "kits"), exist_ok=True)
    total = 0
    with open(os.path.join(out, "kits.tsv"), "w", encoding="utf-8", newline="\n") as kits, \
            open(os.path.join(out, "samples.tsv"), "w", encoding="utf-8", newline="\n") as table:
        kits.write("kit\ttitle\torigin\tfamily\tmaker\tlicence\n")
        table.write("id\tinstrument\tname\tlayer\tlayers\tstart\tsamples\tcut\n")
        for kit in curation.KITS:
            kits.write("\t".join([kit.id, kit.folder, kit.origin, kit.family, kit.maker, kit.licence]) + "\n")
            samples = find_samples(kit, root)
            with ThreadPoolExecutor() as pool:
                prepared = [strokes.prepare(sound) for sound in pool.map(strokes.decode, (sample.path for sample in samples))]
            starts = strokes.write([stroke for stroke, _ in prepared], os.path.join(out, "kits", kit.id + ".wav"))
            for sample, start, (stroke, cut_off) in zip(samples, starts, prepared):
                cells = [sample.id, sample.instrument, sample.name, sample.layer, sample.layers, start, len(stroke), cut_off]
                table.write("\t".join(map(str, cells)) + "\n")
            total += len(samples)
    print(f"{len(curation.KITS)} kits, {total} samples")


if __name__ == "__main__":
    main()
