#!/usr/bin/env python3
"""Draws the emoji of five vendors into one sheet of sprites each, and lists the concepts. Called by build.sh.

Usage: make_sheets.py PACKAGES OUT
PACKAGES holds the unpacked npm packages, one folder each, named as in SOURCES; OUT receives concepts.tsv and the five PNG files.
"""
import io
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

SIDE = 48
COLUMNS = 40
# Light enough to look at, dark enough that white drawings stand out.
BACKGROUND = (208, 208, 208)
# Vector drawings are rendered four times as large and reduced with the same filter as the bitmaps of the other vendors.
RENDERED = 4 * SIDE
# 64 levels a channel: nobody sees the difference, and the sheets are a third smaller.
LEVELS = 64

COMPONENTS, FLAGS = 2, 9

SOURCES = {
    "noto": "emoji-datasource-google",
    "twemoji": "emoji-datasource-twitter",
    "fluent3d": "fluent-emoji-3d",
    "fluentflat": "fluent-emoji-flat",
    "openmoji": "openmoji",
}


def plain(hexcode):
    """A key that all vendors share: lower case, without U+FE0F, which only asks for the coloured form."""
    return "-".join(part for part in hexcode.lower().split("-") if part != "fe0f")


def load_json(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return json.load(file)


def files_by_key(folder, ending):
    return {plain(name[: -len(ending)]): os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(ending)}


def iconify_drawings(folder):
    """The SVG texts of a package of the Iconify project, by key."""
    icons = load_json(folder, "icons.json")
    drawings = {}
    for hexcode, name in load_json(folder, "chars.json").items():
        icon = icons["icons"].get(name)
        if icon is None:
            continue
        box = (
            icon.get("left", 0),
            icon.get("top", 0),
            icon.get("width", icons.get("width", 16)),
            icon.get("height", icons.get("height", 16)),
        )
        drawings[plain(hexcode)] = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'viewBox="{" ".join(map(str, box))}">{icon["body"]}</svg>'
        ).encode()
    return drawings


def find_drawings(packages):
    """For each vendor: key to the path of a bitmap or an SVG, or to the SVG's text."""
    folder = {vendor: os.path.join(packages, package) for vendor, package in SOURCES.items()}
    return {
        "noto": files_by_key(os.path.join(folder["noto"], "img", "google", "64"), ".png"),
        "twemoji": files_by_key(os.path.join(folder["twemoji"], "img", "twitter", "64"), ".png"),
        "fluent3d": files_by_key(os.path.join(folder["fluent3d"], "assets"), ".webp"),
        "fluentflat": iconify_drawings(folder["fluentflat"]),
        "openmoji": files_by_key(os.path.join(folder["openmoji"], "color", "svg"), ".svg"),
    }


def find_concepts(packages, drawings):
    """The emoji that every vendor draws, in emojibase's order, without flags, components and skin tones."""
    emojibase = os.path.join(packages, "emojibase-data")
    names = load_json(emojibase, "meta", "groups.json")
    concepts = []
    for emoji in sorted(load_json(emojibase, "en", "data.json"), key=lambda emoji: emoji.get("order", 0)):
        if emoji.get("group") in (None, COMPONENTS, FLAGS):
            continue
        if all(plain(emoji["hexcode"]) in drawn for drawn in drawings.values()):
            concepts.append(
                (
                    emoji["hexcode"],
                    emoji["label"],
                    "|".join(emoji.get("tags", [])),
                    names["groups"][str(emoji["group"])],
                    names["subgroups"][str(emoji["subgroup"])],
                )
            )
    return concepts


def render(svg):
    command = ["rsvg-convert", "--width", str(RENDERED), "--height", str(RENDERED), "--keep-aspect-ratio"]
    return Image.open(io.BytesIO(subprocess.run(command, input=svg, capture_output=True, check=True).stdout))


def sprite(drawing):
    """One drawing as SIDE x SIDE RGB pixels on the background."""
    if isinstance(drawing, bytes):
        image = render(drawing)
    elif drawing.endswith(".svg"):
        with open(drawing, "rb") as file:
            image = render(file.read())
    else:
        image = Image.open(drawing)
    image = image.convert("RGBA")
    side = max(image.size)
    square = Image.new("RGBA", (side, side), BACKGROUND + (255,))
    square.alpha_composite(image, ((side - image.width) // 2, (side - image.height) // 2))
    small = square.convert("RGB").resize((SIDE, SIDE), Image.LANCZOS)
    # Whole numbers only, so that no machine rounds differently.
    top = LEVELS - 1
    return small.point([(((value * top + 127) // 255) * 255 + top // 2) // top for value in range(256)] * 3)


def main():
    packages, out = sys.argv[1:]
    drawings = find_drawings(packages)
    concepts = find_concepts(packages, drawings)
    with open(os.path.join(out, "concepts.tsv"), "w", encoding="utf-8", newline="\n") as table:
        table.write("hexcode\tlabel\ttags\tgroup\tsubgroup\n")
        table.writelines("\t".join(row) + "\n" for row in concepts)
    rows = -(-len(concepts) // COLUMNS)
    for vendor, drawn in drawings.items():
        sheet = Image.new("RGB", (COLUMNS * SIDE, rows * SIDE), BACKGROUND)
        with ThreadPoolExecutor() as pool:
            for i, image in enumerate(pool.map(sprite, (drawn[plain(row[0])] for row in concepts))):
                sheet.paste(image, (i % COLUMNS * SIDE, i // COLUMNS * SIDE))
        sheet.save(os.path.join(out, vendor + ".png"), optimize=True)
        print(f"{vendor}: {len(concepts)} sprites")


if __name__ == "__main__":
    main()
