#!/usr/bin/env python3
"""Makes the table of the stamps, the sheet of their pictures, and the packed recordings of names and sound effects. Called by build.sh.

Usage: make_stamps.py STAMPS OUT
STAMPS is the package's folder usr/share/tuxpaint/stamps; OUT receives stamps.tsv, pictures.png, voices/ and effects.*.
"""
import hashlib
import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

import curation
import recordings

SIDE = 48
COLUMNS = 40
# Light enough to look at, dark enough that white pictures stand out.
BACKGROUND = (208, 208, 208)
# Vector drawings are rendered four times as large and reduced with the same filter as the bitmaps.
RENDERED = 4 * SIDE
# 64 levels a channel: nobody sees the difference, and the sheet is a third smaller.
LEVELS = 64

# Three Slavic and three Romance languages with hundreds of recordings each, so that one of a family can be left unheard; English has few.
TRANSLATIONS = ["be", "bg", "ca", "es", "fr", "ru"]
LANGUAGES = TRANSLATIONS + ["en"]


class Stamp:
    """One picture with its texts and the names of the files beside it."""

    def __init__(self, root, folder, picture, files):
        stem, self.ending = os.path.splitext(picture)
        self.id = f"{folder}/{stem}"
        self.picture = os.path.join(root, folder, picture)
        self.stem = os.path.join(root, folder, stem)
        self.files = files
        self.caption, self.captions = "", {}
        if stem + ".txt" in files:
            with open(self.stem + ".txt", encoding="utf-8") as text:
                lines = [" ".join(line.split()) for line in text]
            self.caption = lines[0]
            # Below the English caption: "fr.utf8=Un pingouin."
            self.captions = dict(line.split(".utf8=", 1) for line in lines[1:] if ".utf8=" in line)

    def sound(self, suffix):
        """The path of a recording, or None."""
        path = f"{self.stem}{suffix}.ogg"
        return path if os.path.basename(path) in self.files else None

    def voice(self, language):
        return self.sound("_desc" if language == "en" else f"_desc_{language}")

    def row(self):
        name = curation.name_of(self.id, self.caption)
        kind = "drawing" if curation.is_drawing(self.id, self.ending) else "photograph"
        translations = [self.captions.get(language, "") for language in TRANSLATIONS]
        return [self.id, name, curation.concept_of(name), kind, self.caption] + translations


def find_stamps(root):
    stamps = []
    for path, _, names in os.walk(root):
        folder, files = os.path.relpath(path, root).replace(os.sep, "/"), set(names)
        if folder.split("/")[0] == curation.LEFT_OUT_FOLDER:
            continue
        for name in files:
            stem, ending = os.path.splitext(name)
            # Some stamps are there in both forms.
            if ending == ".png" or (ending == ".svg" and stem + ".png" not in files):
                stamps.append(Stamp(root, folder, name, files))
    chosen = [stamp for stamp in stamps if stamp.caption and stamp.id not in curation.LEFT_OUT]
    return sorted(chosen, key=lambda stamp: stamp.id)


def sprite(stamp):
    """The picture, cut to what is not transparent, as SIDE x SIDE RGB pixels on the background."""
    if stamp.ending == ".svg":
        command = ["rsvg-convert", "--width", str(RENDERED), "--height", str(RENDERED), "--keep-aspect-ratio", stamp.picture]
        image = Image.open(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
    else:
        image = Image.open(stamp.picture)
    image = image.convert("RGBA")
    image = image.crop(image.getchannel("A").getbbox())
    side = max(image.size)
    square = Image.new("RGBA", (side, side), BACKGROUND + (255,))
    square.alpha_composite(image, ((side - image.width) // 2, (side - image.height) // 2))
    small = square.convert("RGB").resize((SIDE, SIDE), Image.LANCZOS)
    # Whole numbers only, so that no machine rounds differently.
    top = LEVELS - 1
    return small.point([(((value * top + 127) // 255) * 255 + top // 2) // top for value in range(256)] * 3)


def write_pictures(stamps, path):
    rows = -(-len(stamps) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * SIDE, rows * SIDE), BACKGROUND)
    with ThreadPoolExecutor() as pool:
        for i, image in enumerate(pool.map(sprite, stamps)):
            sheet.paste(image, (i % COLUMNS * SIDE, i // COLUMNS * SIDE))
    sheet.save(path, optimize=True)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).digest()


def write_sounds(paths, cut, name):
    """Packs the sounds of {stamp's id: path}; a file that several stamps share is packed once, one of silence not at all."""
    digests = {stamp: digest(path) for stamp, path in paths.items()}
    different = {}
    for stamp, path in paths.items():
        different.setdefault(digests[stamp], path)
    with ThreadPoolExecutor() as pool:
        decoded = dict(zip(different, pool.map(recordings.decode, different.values())))
    prepared = {key: recordings.prepare(samples, cut) for key, samples in decoded.items() if any(samples)}
    rows = [(stamp, digests[stamp]) for stamp in paths if digests[stamp] in prepared]
    recordings.write(prepared, rows, name)
    seconds = sum(len(samples) for samples, _ in prepared.values()) / recordings.RATE
    cut_off = sum(cut_off > 0 for _, cut_off in prepared.values())
    print(f"{os.path.basename(name)}: {len(rows)} of {len(paths)} stamps, {len(prepared)} different sounds, {seconds:.0f} s, {cut_off} cut")


def main():
    root, out = sys.argv[1:]
    stamps = find_stamps(root)
    with open(os.path.join(out, "stamps.tsv"), "w", encoding="utf-8", newline="\n") as table:
        table.write("\t".join(["id", "name", "concept", "kind", "caption"] + TRANSLATIONS) + "\n")
        table.writelines("\t".join(stamp.row()) + "\n" for stamp in stamps)
    write_pictures(stamps, os.path.join(out, "pictures.png"))
    print(f"{len(stamps)} stamps")
    os.makedirs(os.path.join(out, "voices"), exist_ok=True)
    for language in LANGUAGES:
        spoken = {stamp.id: stamp.voice(language) for stamp in stamps if stamp.voice(language)}
        write_sounds(spoken, recordings.SPEECH, os.path.join(out, "voices", language))
    effects = {stamp.id: stamp.sound("") for stamp in stamps if stamp.sound("") and stamp.id not in curation.EFFECTS_LEFT_OUT}
    write_sounds(effects, recordings.EFFECT, os.path.join(out, "effects"))


if __name__ == "__main__":
    main()
