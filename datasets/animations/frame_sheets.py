"""Turns drawings into frames of one size and puts the frames into sheets: shared by the build scripts of animations and battles."""
from typing import NamedTuple

import numpy
from PIL import Image

SIDE = 48
# Light enough to look at, dark enough that white drawings stand out; the emoji have the same.
BACKGROUND = (208, 208, 208)
COLOURS = 256
# What flies off (splinters, a sword thrown up) is cut by the canvas: it would make the body small in all other frames.
CUT_ON_EACH_SIDE = 0.0005
VISIBLE = 40
REACH = 512


class Drawing(NamedTuple):
    """An RGBA picture, and where its upper left corner lies, seen from the point where the creature stands."""

    picture: Image.Image
    left: int
    top: int


class Box(NamedTuple):
    """A square, seen from the point where the creature stands."""

    left: int
    top: int
    side: int


def box_around(drawings):
    """A square around nearly all that can be seen in the drawings, SIDE pixels or more."""
    columns, rows = numpy.zeros(2 * REACH, numpy.int64), numpy.zeros(2 * REACH, numpy.int64)
    for picture, left, top in drawings:
        seen = numpy.asarray(picture)[:, :, 3] > VISIBLE
        columns[REACH + left : REACH + left + picture.width] += seen.sum(0)
        rows[REACH + top : REACH + top + picture.height] += seen.sum(1)
    (left, right), (top, bottom) = _ends(columns), _ends(rows)
    side = max(right - left + 2, bottom - top + 2, SIDE)
    return Box((left + right - side) // 2, (top + bottom - side) // 2, side)


def _ends(sums):
    """Where nearly all of a row of sums begins and ends."""
    total, whole = numpy.cumsum(sums), int(sums.sum())
    cut = int(whole * CUT_ON_EACH_SIDE)
    return int(numpy.argmax(total > cut)) - REACH, int(numpy.argmax(total >= whole - cut)) + 1 - REACH


def frame(drawing, box):
    """The box of a drawing as SIDE x SIDE RGB pixels on the background."""
    layer = Image.new("RGBA", (box.side, box.side), BACKGROUND + (0,))
    layer.paste(drawing.picture, (drawing.left - box.left, drawing.top - box.top))
    square = Image.new("RGBA", (box.side, box.side), BACKGROUND + (255,))
    square.alpha_composite(layer)
    return square.convert("RGB").resize((SIDE, SIDE), Image.LANCZOS)


def sheet_of(clips, columns):
    """A row for each clip, its frames from left to right, in COLOURS colours, the first of which is the background."""
    sheet = Image.new("RGB", (columns * SIDE, len(clips) * SIDE), BACKGROUND)
    for row, frames in enumerate(clips):
        for column, picture in enumerate(frames):
            sheet.paste(picture, (column * SIDE, row * SIDE))
    return _with_palette(sheet)


def _with_palette(sheet):
    pixels = numpy.asarray(sheet, numpy.int64).reshape(-1, 3)
    colours, index = numpy.unique(pixels, axis=0, return_inverse=True)
    drawn = pixels[(pixels != BACKGROUND).any(1)].astype(numpy.uint8)
    chosen = Image.fromarray(drawn[None]).quantize(COLOURS - 1, Image.MEDIANCUT, dither=Image.NONE)
    palette = numpy.array(list(BACKGROUND) + chosen.getpalette()[: 3 * (COLOURS - 1)], numpy.int64).reshape(-1, 3)
    nearest = numpy.concatenate(
        [((part[:, None] - palette[None]) ** 2).sum(2).argmin(1) for part in numpy.array_split(colours, 64)]
    )
    image = Image.fromarray(nearest[index].astype(numpy.uint8).reshape(sheet.height, sheet.width), "P")
    image.putpalette(palette.astype(numpy.uint8).tobytes())
    return image
