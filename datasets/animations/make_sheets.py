#!/usr/bin/env python3
"""Cuts the creatures of the game Flare into one sheet of frames each, and lists their clips. Called by build.sh.

Usage: make_sheets.py MODS OUT
MODS is the package's folder usr/share/games/flare/mods; OUT receives clips.tsv and sheets/, one PNG file a creature.
"""
import os
import re
import sys
from typing import NamedTuple

import numpy
from PIL import Image

SIDE = 48
COLUMNS = 8
FEWEST_FRAMES = 4
BACKGROUND = (208, 208, 208)
COLOURS = 256
# What flies off (splinters, a sword thrown up) is cut by the canvas: it would make the body small in all other frames.
CUT_ON_EACH_SIDE = 0.0005

# Flare counts the directions of an isometric map clockwise on the screen and begins on the left.
DIRECTIONS = ["west", "northwest", "north", "northeast", "east", "southeast", "south", "southwest"]

# In this order: of two actions with the same frames the first one is kept.
ACTIONS = {
    "stance": "stands",
    "run": "runs",
    "swing": "strikes",
    "cast": "casts a spell",
    "shoot": "shoots",
    "block": "blocks",
    "hit": "is hit",
    "die": "dies",
    "critdie": "dies of a heavy blow",
    "spawn": "rises from the ground",
}


class Creature(NamedTuple):
    """What is drawn, the body that it shares with its look-alikes, and the files of its layers (heroes wear several)."""

    name: str
    family: str
    layers: list
    left_out: tuple = ()


def enemy(name, family, file, mod="fantasycore"):
    return Creature(name, family, [f"{mod}/animations/enemies/{file}"])


def hero(name, body, clothes, head, main, off=None):
    """A hero in the clothes given, with a weapon in the main hand; only a bow shoots, and nobody strikes with one."""
    parts = {"feet": clothes[0], "legs": clothes[1], "hands": clothes[2], "chest": clothes[3], "head": head, "main": main, "off": off}
    layers = {part: f"fantasycore/animations/avatar/{body}/{file}" for part, file in parts.items() if file}
    return Creature(name, "man" if body == "male" else "woman", layers, ("swing",) if "bow" in main else ("shoot",))


PLATE = ("plate_boots", "plate_greaves", "plate_gauntlets", "plate_cuirass")
CHAIN = ("chain_boots", "chain_greaves", "chain_gloves", "chain_cuirass")
LEATHER = ("leather_boots", "leather_pants", "leather_gloves", "leather_chest")
CLOTH = ("cloth_sandals", "cloth_pants", "cloth_gloves", "cloth_shirt")
ROBE = ("mage_boots", "mage_skirt", "mage_sleeves", "mage_vest")
OTHER_ROBE = tuple(part + "_alt1" for part in ROBE)

CREATURES = [
    enemy("antlion", "antlion", "antlion"),
    enemy("antlion hatchling", "antlion", "antlion_small"),
    enemy("fire antlion", "antlion", "fire_ant"),
    enemy("ice antlion", "antlion", "ice_ant"),
    enemy("cursed grave", "cursed grave", "cursed_grave"),
    enemy("goblin", "goblin", "goblin"),
    enemy("elite goblin", "goblin", "goblin_elite"),
    enemy("hobgoblin", "hobgoblin", "hobgoblin", "empyrean_campaign"),
    enemy("hobgoblin archer", "hobgoblin", "hobgoblin_archer", "empyrean_campaign"),
    enemy("minotaur", "minotaur", "minotaur"),
    enemy("shadow", "shadow", "stealth"),
    enemy("skeleton", "skeleton", "skeleton"),
    enemy("weak skeleton", "skeleton", "skeleton_weak"),
    enemy("skeleton archer", "skeleton", "skeleton_archer"),
    enemy("skeleton mage", "skeleton", "skeleton_mage"),
    enemy("skeleton knight", "skeleton", "skeleton_knight_boss", "empyrean_campaign"),
    enemy("great skeleton mage", "skeleton", "skeleton_mage_boss", "empyrean_campaign"),
    enemy("golden skeleton mage", "skeleton", "skeleton_mage_high_boss", "empyrean_campaign"),
    enemy("wyvern", "wyvern", "wyvern"),
    enemy("great wyvern", "wyvern", "wyvern_adult"),
    enemy("air wyvern", "wyvern", "wyvern_air"),
    enemy("fire wyvern", "wyvern", "wyvern_fire"),
    enemy("water wyvern", "wyvern", "wyvern_water"),
    enemy("great air wyvern", "wyvern", "wyvern_air_boss", "empyrean_campaign"),
    enemy("zombie", "zombie", "zombie"),
    enemy("dark zombie", "zombie", "zombie_dark", "empyrean_campaign"),
    hero("knight", "male", PLATE, "plate_helm", "longsword", "shield"),
    hero("axeman", "male", CHAIN, "chain_coif", "battle_axe"),
    hero("bowman", "male", LEATHER, "leather_hood", "longbow"),
    hero("wizard", "male", ROBE, "mage_hood", "staff"),
    hero("peasant", "male", CLOTH, "head_short", "club"),
    hero("swordswoman", "female", CHAIN, "chain_coif", "longsword", "buckler"),
    hero("hammer woman", "female", PLATE, "plate_helm", "maul"),
    hero("huntress", "female", LEATHER, "head_long", "greatbow"),
    hero("sorceress", "female", OTHER_ROBE, "mage_hood_alt1", "rod"),
    hero("peasant woman", "female", CLOTH, "head_long", "dagger"),
]


class Frame(NamedTuple):
    """A part of an image, and the point in it where the creature stands."""

    x: int
    y: int
    width: int
    height: int
    foot_x: int
    foot_y: int


class Layer:
    """An animation file of Flare: the image, and for each action its frames, duration and way of playing."""

    def __init__(self, mods, path):
        self.actions = {}
        action = None
        with open(os.path.join(mods, path + ".txt"), encoding="utf-8") as file:
            for line in map(str.strip, file):
                if match := re.fullmatch(r"\[(\w+)\]", line):
                    action = self.actions.setdefault(match[1], {"cut": {}})
                elif line.startswith("image="):
                    image = os.path.join(mods, path.split("/")[0], line[len("image=") :].split(",")[0])
                elif line.startswith("frame="):
                    number, direction, *place = map(int, line[len("frame=") :].split(",")[:8])
                    action["cut"][direction, number] = Frame(*place)
                elif action is not None and "=" in line and not line.startswith("#"):
                    key, value = line.split("=", 1)
                    action[key] = value
        self.image = Image.open(image).convert("RGBA")

    def shows(self, action, direction, number):
        return (direction, number) in self.actions[action]["cut"]

    def cut(self, action, direction, number):
        """A frame's picture, and where its upper left corner lies, seen from the foot."""
        frame = self.actions[action]["cut"][direction, number]
        box = (frame.x, frame.y, frame.x + frame.width, frame.y + frame.height)
        return self.image.crop(box), -frame.foot_x, -frame.foot_y


class Clip(NamedTuple):
    action: str
    direction: int
    pictures: list  # RGBA pictures of one size
    left: int  # where their upper left corner lies, seen from the foot
    top: int
    milliseconds: int
    plays: str


def layers_in_order(mods, creature):
    """For each direction the layers, the hindmost first."""
    if isinstance(creature.layers, list):
        layers = [Layer(mods, path) for path in creature.layers]
        return [layers] * len(DIRECTIONS)
    layers = {part: Layer(mods, path) for part, path in creature.layers.items()}
    with open(os.path.join(mods, "fantasycore/engine/hero_layers.txt"), encoding="utf-8") as file:
        orders = [line.strip().split(",")[1:] for line in file if line.startswith("layer=")]
    return [[layers[part] for part in order if part in layers] for order in orders]


def read_clips(mods, creature):
    """The clips of FEWEST_FRAMES or more, action by action."""
    ordered = layers_in_order(mods, creature)
    for action in ACTIONS:
        about = ordered[0][0].actions.get(action)
        if about is None or action in creature.left_out:
            continue
        count = 1 + max(number for _, number in about["cut"])
        if count < FEWEST_FRAMES:
            continue
        for direction, layers in enumerate(ordered):
            # A part that is hidden in a frame has no cut there.
            parts = [
                [layer.cut(action, direction, number) for layer in layers if layer.shows(action, direction, number)]
                for number in range(count)
            ]
            all_parts = [part for frame in parts for part in frame]
            left, top = min(part[1] for part in all_parts), min(part[2] for part in all_parts)
            right = max(x + picture.width for picture, x, _ in all_parts)
            bottom = max(y + picture.height for picture, _, y in all_parts)
            pictures = []
            for frame in parts:
                whole = Image.new("RGBA", (right - left, bottom - top), BACKGROUND + (0,))
                for picture, x, y in frame:
                    whole.alpha_composite(picture, (x - left, y - top))
                pictures.append(whole)
            yield Clip(action, direction, pictures, left, top, int(about["duration"].removesuffix("ms")), about["type"])


def look(clip):
    """What tells two frames apart: the visible pixels and where they are."""
    seen = []
    for picture in clip.pictures:
        box = picture.getchannel("A").getbbox() or (0, 0, 0, 0)
        seen.append((clip.left + box[0], clip.top + box[1], picture.crop(box).size, picture.crop(box).tobytes()))
    return seen


def without_repeats(clips):
    """Leaves out a clip all of whose frames are in an earlier clip of the creature in the same direction, and clips that stand still."""
    kept, looks = [], {}
    for clip in clips:
        frames = look(clip)
        earlier = looks.setdefault(clip.direction, [])
        if len(set(frames)) > 1 and not any(set(frames) <= set(other) for other in earlier):
            earlier.append(frames)
            kept.append(clip)
    return kept


def crop_box(clips):
    """A square around the creature in all its clips, seen from the foot: left, top and side."""
    reach = 512
    columns, rows = numpy.zeros(2 * reach, numpy.int64), numpy.zeros(2 * reach, numpy.int64)
    for clip in clips:
        for picture in clip.pictures:
            seen = numpy.asarray(picture)[:, :, 3] > 40
            columns[reach + clip.left : reach + clip.left + seen.shape[1]] += seen.sum(0)
            rows[reach + clip.top : reach + clip.top + seen.shape[0]] += seen.sum(1)

    def ends(sums):
        total, whole = numpy.cumsum(sums), int(sums.sum())
        cut = int(whole * CUT_ON_EACH_SIDE)
        return int(numpy.argmax(total > cut)) - reach, int(numpy.argmax(total >= whole - cut)) + 1 - reach

    (left, right), (top, bottom) = ends(columns), ends(rows)
    side = max(right - left + 2, bottom - top + 2, SIDE)
    return (left + right - side) // 2, (top + bottom - side) // 2, side


def sprite(picture, clip, box):
    """A frame as SIDE x SIDE RGB pixels on the background."""
    left, top, side = box
    square = Image.new("RGBA", (side, side), BACKGROUND + (255,))
    layer = Image.new("RGBA", (side, side), BACKGROUND + (0,))
    layer.paste(picture, (clip.left - left, clip.top - top))
    square.alpha_composite(layer)
    return square.convert("RGB").resize((SIDE, SIDE), Image.LANCZOS)


def with_palette(sheet):
    """The sheet in COLOURS colours, the first of which is the background."""
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


def main():
    mods, out = sys.argv[1:]
    lines = ["creature\tfamily\taction\tphrase\tdirection\tframes\tmilliseconds\tplays\tsource\n"]
    for creature in CREATURES:
        found = list(read_clips(mods, creature))
        clips = without_repeats(found)
        box = crop_box(clips)
        sheet = Image.new("RGB", (COLUMNS * SIDE, len(clips) * SIDE), BACKGROUND)
        files = creature.layers if isinstance(creature.layers, list) else list(creature.layers.values())
        source = os.path.dirname(files[0]) + ": " + ", ".join(os.path.basename(file) for file in files)
        for row, clip in enumerate(clips):
            for column, picture in enumerate(clip.pictures):
                sheet.paste(sprite(picture, clip, box), (column * SIDE, row * SIDE))
            cells = (creature.name, creature.family, clip.action, ACTIONS[clip.action], DIRECTIONS[clip.direction])
            cells += (str(len(clip.pictures)), str(clip.milliseconds), clip.plays.replace("_", " "), source)
            lines.append("\t".join(cells) + "\n")
        with_palette(sheet).save(os.path.join(out, "sheets", creature.name.replace(" ", "-") + ".png"), optimize=True)
        print(f"{creature.name}: {len(clips)} clips of {len(found)}, square of {box[2]} pixels")
    with open(os.path.join(out, "clips.tsv"), "w", encoding="utf-8", newline="\n") as table:
        table.writelines(lines)


if __name__ == "__main__":
    main()
