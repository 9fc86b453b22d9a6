#!/usr/bin/env python3
"""Cuts the creatures of the game Flare into one sheet of frames each, and lists their clips. Called by build.sh.

Usage: make_sheets.py MODS OUT
MODS is the package's folder usr/share/games/flare/mods; OUT receives clips.tsv and sheets/, one PNG file a creature.
"""
import os
import re
import sys
from typing import NamedTuple

from PIL import Image

from frame_sheets import BACKGROUND, Drawing, box_around, frame, sheet_of

COLUMNS = 8
FEWEST_FRAMES = 4

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


class Cut(NamedTuple):
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
                    action = self.actions.setdefault(match[1], {"cuts": {}})
                elif line.startswith("image="):
                    image = os.path.join(mods, path.split("/")[0], line[len("image=") :].split(",")[0])
                elif line.startswith("frame="):
                    number, direction, *place = map(int, line[len("frame=") :].split(",")[:8])
                    action["cuts"][direction, number] = Cut(*place)
                elif action is not None and "=" in line and not line.startswith("#"):
                    key, value = line.split("=", 1)
                    action[key] = value
        self.image = Image.open(image).convert("RGBA")

    def shows(self, action, direction, number):
        return (direction, number) in self.actions[action]["cuts"]

    def cut(self, action, direction, number):
        """The drawing of a frame."""
        cut = self.actions[action]["cuts"][direction, number]
        box = (cut.x, cut.y, cut.x + cut.width, cut.y + cut.height)
        return Drawing(self.image.crop(box), -cut.foot_x, -cut.foot_y)


class Clip(NamedTuple):
    action: str
    direction: int
    drawings: list
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
        count = 1 + max(number for _, number in about["cuts"])
        if count < FEWEST_FRAMES:
            continue
        for direction, layers in enumerate(ordered):
            # A part that is hidden in a frame has no cut there.
            frames = [
                [layer.cut(action, direction, number) for layer in layers if layer.shows(action, direction, number)]
                for number in range(count)
            ]
            drawings = [put_together(parts) for parts in frames]
            yield Clip(action, direction, drawings, int(about["duration"].removesuffix("ms")), about["type"])


def put_together(parts):
    """One drawing of several, the hindmost first."""
    left, top = min(part.left for part in parts), min(part.top for part in parts)
    right = max(part.left + part.picture.width for part in parts)
    bottom = max(part.top + part.picture.height for part in parts)
    whole = Image.new("RGBA", (right - left, bottom - top), BACKGROUND + (0,))
    for part in parts:
        whole.alpha_composite(part.picture, (part.left - left, part.top - top))
    return Drawing(whole, left, top)


def look(clip):
    """What tells two frames apart: the visible pixels and where they are."""
    seen = []
    for picture, left, top in clip.drawings:
        box = picture.getchannel("A").getbbox() or (0, 0, 0, 0)
        visible = picture.crop(box)
        seen.append((left + box[0], top + box[1], visible.size, visible.tobytes()))
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


def main():
    mods, out = sys.argv[1:]
    lines = ["creature\tfamily\taction\tphrase\tdirection\tframes\tmilliseconds\tplays\tsource\n"]
    for creature in CREATURES:
        found = list(read_clips(mods, creature))
        clips = without_repeats(found)
        box = box_around(drawing for clip in clips for drawing in clip.drawings)
        sheet = sheet_of([[frame(drawing, box) for drawing in clip.drawings] for clip in clips], COLUMNS)
        sheet.save(os.path.join(out, "sheets", creature.name.replace(" ", "-") + ".png"), optimize=True)
        files = creature.layers if isinstance(creature.layers, list) else list(creature.layers.values())
        source = os.path.dirname(files[0]) + ": " + ", ".join(os.path.basename(file) for file in files)
        for clip in clips:
            cells = (creature.name, creature.family, clip.action, ACTIONS[clip.action], DIRECTIONS[clip.direction])
            cells += (str(len(clip.drawings)), str(clip.milliseconds), clip.plays.replace("_", " "), source)
            lines.append("\t".join(cells) + "\n")
        print(f"{creature.name}: {len(clips)} clips of {len(found)}, square of {box.side} pixels")
    with open(os.path.join(out, "clips.tsv"), "w", encoding="utf-8", newline="\n") as table:
        table.writelines(lines)


if __name__ == "__main__":
    main()
