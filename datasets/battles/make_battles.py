#!/usr/bin/env python3
"""Cuts the animations of the units of The Battle for Wesnoth into sheets of frames, and converts their sounds. Called by build.sh.

Usage: make_battles.py CORE OUT
CORE is the package's folder usr/share/games/wesnoth/1.16/data/core; OUT receives units.tsv, clips.tsv, sheets/ and sounds/.
"""
import functools
import glob
import hashlib
import os
import re
import subprocess
import sys
from typing import NamedTuple

import numpy
from PIL import Image

import wml

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "animations"))
from frame_sheets import Drawing, box_around, frame, sheet_of  # noqa: E402

FEWEST_FRAMES = 4
MOST_FRAMES = 16
UNTIMED = 100  # milliseconds of a frame that gives no time
TOO_SHORT_TO_SEE = 20  # milliseconds; such frames only make the game's animations begin and end well
RATE = 11025
LONGEST_SOUND = 3.0

# Units are drawn facing southeast and mirrored in the game to face southwest; some have other drawings for other directions.
FACINGS = {"se": "southeast", "s": "south", "n": "north", "ne": "northeast"}

ACTIONS = {
    "attack_anim": ("attack", "attacks with its {weapon}"),
    "death": ("death", "dies"),
    "standing_anim": ("standing", "stands"),
    "idle_anim": ("idle", "waits"),
}

RACES = {"bats": "bat", "lizard": "saurian"}


class Unit(NamedTuple):
    id: str
    name: str
    form: str  # male, female or a variation such as mounted
    race: str
    line: str  # of units that rise to one another's level, the first of them
    level: str
    alignment: str
    description: str
    source: str


class Clip(NamedTuple):
    unit: Unit
    action: str
    weapon: str
    damage: str  # blade, pierce, impact, fire, cold or arcane
    range: str
    phrase: str
    facing: str
    frames: tuple  # of (image, milliseconds)
    sounds: tuple  # the alternatives that the game chooses from


# The language of images and sounds: a,b means one after the other, [1~3] stands for 1, 2 and 3, :100 is a time.


def split_outside(text, separator=","):
    """Splits where the separator is not in parentheses or brackets."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if letter == separator and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return [part.strip() for part in parts + [text[start:]] if part.strip()]


def alternatives(inside):
    """What the inside of [ ] stands for: numbers from a to b, and a value n times."""
    values = []
    for part in inside.split(","):
        if match := re.fullmatch(r"\s*(\d+)~(\d+)\s*", part):
            first, last = int(match[1]), int(match[2])
            width = len(match[1]) if match[1].startswith("0") else 0
            step = 1 if first <= last else -1
            values += [str(number).zfill(width) for number in range(first, last + step, step)]
        elif match := re.fullmatch(r"(.*)\*(\d+)", part):
            values += [match[1].strip()] * int(match[2])
        else:
            values.append(part.strip())
    return values


def spelled_out(text):
    """All the texts that one with brackets stands for; several brackets count in step."""
    lists = [alternatives(inside) for inside in re.findall(r"\[([^\]]*)\]", text)]
    for number in range(max(map(len, lists), default=1)):
        values = iter(lists)

        def value(_):
            choice = next(values)
            return choice[min(number, len(choice) - 1)]

        yield re.sub(r"\[[^\]]*\]", value, text)


def frames_of(text, duration):
    """The images of a frame's list with their milliseconds."""
    images = [image.partition(":") for part in split_outside(text.replace('"', "")) for image in spelled_out(part)]
    for name, _, time in images:
        yield name.strip(), int(time) if time.strip().isdigit() else duration // len(images)


def holds(condition, context):
    """Whether an [if], an [else] or an animation applies: only the direction and the hit are asked for."""
    for key, value in context.items():
        if key in condition.keys and value not in split_outside(condition.keys[key].replace("yes", "hit")):
            return False
    return True


def walk(tag, context):
    """The tags of an animation that apply, in order. Of an [if] and its [else] the first that applies counts."""
    decided = False
    for child in tag.children:
        if child.name in ("if", "else"):
            decided = decided and child.name == "else"
            if not decided and holds(child, context):
                decided = True
                yield from walk(child, context)
        else:
            yield child


def shorten(frames):
    """Joins equal neighbours, and picks MOST_FRAMES evenly if there are more."""
    joined = []
    for image, time in frames:
        if time < TOO_SHORT_TO_SEE:
            continue
        if joined and joined[-1][0] == image:
            joined[-1][1] += time
        else:
            joined.append([image, time])
    if len(joined) > MOST_FRAMES:
        ends = [(i * len(joined)) // MOST_FRAMES for i in range(MOST_FRAMES + 1)]
        joined = [[joined[a][0], sum(time for _, time in joined[a:b])] for a, b in zip(ends, ends[1:])]
    return tuple((image, time) for image, time in joined)


def sounds_of(parts):
    """The alternatives for the sound of a clip: the blow rather than the throw or the hooves before it."""
    sounding = [part for part in parts if "sound" in part.keys]
    blows = [part for part in sounding if part.name == "attack_sound_frame"]
    return sound_list((blows or sounding)[0].keys["sound"]) if sounding else ()


def sound_list(text):
    return tuple(sound for part in split_outside(text.replace('"', "")) for sound in spelled_out(part))


def attack_of(animation, attacks):
    """The attack that an animation shows, or None if it shows none or any."""
    filters = animation.all("filter_attack")
    for attack in attacks:
        for asked in filters:
            wanted = {key: split_outside(value) for key, value in asked.keys.items() if key in ("name", "range", "type")}
            if wanted and all(attack.keys.get(key) in values for key, values in wanted.items()):
                return attack
    return attacks[0] if len(attacks) == 1 and not filters else None


def clips_of(unit, keys, tag, base):
    """The clips in a tag: a unit, or its female form or variation, which takes attacks and sounds from the unit it is based on."""
    for name, (action, phrase) in ACTIONS.items():
        for number, animation in enumerate(tag.all(name)):
            attack = attack_of(animation, tag.all("attack") or base.all("attack")) if action == "attack" else None
            weapon, damage, reach = ("-", "-", "-")
            if attack:
                weapon = attack.keys.get("description") or attack.keys["name"]
                damage, reach = attack.keys["type"], attack.keys["range"]
            elif action == "attack":
                continue
            shown = set()
            for direction, facing in FACINGS.items():
                context = {"direction": direction, "hits": "hit"}
                if not holds(animation, context):
                    continue
                parts = list(walk(animation, context))
                # The jinn and the mudcrawler are drawn in layers, the frames being only what whirls about them.
                if any(part.name in ("body_frame", "top_frame") for part in parts):
                    continue
                frames = shorten(
                    timed
                    for part in parts
                    if part.name == "frame" and "image" in part.keys
                    for timed in frames_of(part.keys["image"], int(part.keys.get("duration", UNTIMED)))
                )
                if frames in shown:
                    continue
                shown.add(frames)
                sounds = sounds_of(parts)
                if action == "death" and "die_sound" in keys:
                    sounds = sound_list(keys["die_sound"])
                elif not sounds and number < len(base.all(name)):
                    sounds = sounds_of(walk(base.all(name)[number], context))
                yield Clip(unit, action, weapon, damage, reach, phrase.format(weapon=weapon), facing, frames, sounds)


def read_units(core):
    """The [unit_type] tags, each with its file."""
    macros = wml.Macros()
    for path in sorted(glob.glob(os.path.join(core, "macros", "*.cfg"))):
        wml.read(path, macros)
    for path in sorted(glob.glob(os.path.join(core, "units", "**", "*.cfg"), recursive=True)):
        for tag in wml.parse(macros.expand(wml.read(path, macros))).all("unit_type"):
            if tag.keys.get("do_not_list") != "yes" and not tag.all("base_unit") and "race" in tag.keys:
                yield tag, os.path.relpath(path, core).replace(os.sep, "/")


def lines_of(tags):
    """For each unit's id the lowest unit that rises to it, directly or by way of others, or from which one of its kin does."""
    first = {tag.keys["id"]: tag.keys["id"] for tag in tags}
    order = {tag.keys["id"]: (int(tag.keys["level"]), number) for number, tag in enumerate(tags)}
    for tag in tags:
        for better in split_outside(tag.keys.get("advances_to", "")):
            if better in first:
                low, high = sorted((first[tag.keys["id"]], first[better]), key=order.get)
                first = {unit: low if line == high else line for unit, line in first.items()}
    return first


def read_clips(core):
    """All clips of all units, in the order of the files."""
    units = list(read_units(core))
    lines = lines_of([tag for tag, _ in units])
    for tag, source in units:
        keys = tag.keys
        forms = [("male" if "female" in keys.get("gender", "") and "," in keys["gender"] else "-", tag)]
        forms += [("female", female) for female in tag.all("female")]
        forms += [(variation.keys["variation_id"].replace("_", " "), variation) for variation in tag.all("variation")]
        for form, inner in forms:
            unit = Unit(
                keys["id"] if inner is tag else f"{keys['id']} ({form})",
                inner.keys.get("name", keys["name"]).split("^")[-1],
                form,
                RACES.get(keys["race"], keys["race"]),
                lines[keys["id"]],
                keys["level"],
                keys.get("alignment", "neutral"),
                " ".join(keys.get("description", "").split()),
                source,
            )
            yield from clips_of(unit, keys | inner.keys, inner, tag)


def usable(clips, core):
    """The clips of FEWEST_FRAMES or more pictures, none of them twice, whose images are plain files."""
    known, left_out = set(), {"short": 0, "drawn by a formula": 0, "repeated": 0}
    for clip in clips:
        images = [image for image, _ in clip.frames]
        if len(set(images)) < FEWEST_FRAMES:
            left_out["short"] += 1
            continue
        paths = [os.path.join(core, "images", image) for image in images]
        if any("~" in image for image in images) or not all(map(os.path.exists, paths)):
            left_out["drawn by a formula"] += 1
            continue
        # Two files may hold one picture.
        pictures = tuple(map(pixels_hash, paths))
        if len(set(pictures)) < FEWEST_FRAMES:
            left_out["short"] += 1
        elif pictures in known:
            left_out["repeated"] += 1
        else:
            known.add(pictures)
            yield clip
    print("left out:", left_out)


@functools.cache
def pixels_hash(path):
    image = Image.open(path).convert("RGBA")
    return hashlib.sha256(repr(image.size).encode() + image.tobytes()).hexdigest()


# The colours of the side: drawn in magenta, shown in red, as the first player's units are.


def side_colours(core):
    """Which colour becomes which (wiki.wesnoth.org, Team Color Shifting)."""
    with open(os.path.join(core, "team-colors.cfg"), encoding="utf-8") as file:
        palette = re.search(r"^\s*magenta=([0-9A-F,]+)", file.read(), re.M)[1].split(",")
    colours = [tuple(bytes.fromhex(colour)) for colour in palette]
    middle, highest, lowest = (255, 0, 0), (255, 255, 255), (0, 0, 0)
    reference = sum(colours[0]) // 3
    table = {}
    for colour in colours:
        grey = sum(colour) // 3
        if grey <= reference:
            part, end = grey / reference, lowest
        else:
            part, end = (255 - grey) / (255 - reference), highest
        table[colour] = tuple(int(part * a + (1 - part) * b) for a, b in zip(middle, end))
    return table


def load(path, colours):
    """A picture of the game, which stands on its middle."""
    pixels = numpy.array(Image.open(path).convert("RGBA"))
    for colour, shown in colours.items():
        pixels[(pixels[:, :, :3] == colour).all(2), :3] = shown
    picture = Image.fromarray(pixels, "RGBA")
    return Drawing(picture, -(picture.width // 2), -(picture.height // 2))


def write_sheets(clips, core, out):
    """One sheet a race: row i is the race's i-th clip."""
    colours = side_colours(core)
    drawings = {image: load(os.path.join(core, "images", image), colours) for clip in clips for image, _ in clip.frames}
    boxes = {}
    for unit in dict.fromkeys(clip.unit for clip in clips):
        boxes[unit] = box_around(drawings[image] for clip in clips if clip.unit == unit for image, _ in clip.frames)
    for race in dict.fromkeys(clip.unit.race for clip in clips):
        mine = [clip for clip in clips if clip.unit.race == race]
        sheet = sheet_of([[frame(drawings[image], boxes[clip.unit]) for image, _ in clip.frames] for clip in mine], MOST_FRAMES)
        sheet.save(os.path.join(out, "sheets", f"{race}.png"), optimize=True)
        print(f"{race}: {len(mine)} clips of {len({clip.unit for clip in mine})} units")


def choose_sounds(clips, core):
    """A sound for each clip, or "-". The alternatives of one list are dealt out in turn."""
    dealt, chosen = {}, []
    for clip in clips:
        there = [sound for sound in clip.sounds if os.path.exists(os.path.join(core, "sounds", sound))]
        if there:
            turn = dealt[clip.sounds] = dealt.get(clip.sounds, -1) + 1
            chosen.append(there[turn % len(there)])
        else:
            chosen.append("-")
    return chosen


def sound_name(sound):
    return "-" if sound == "-" else os.path.splitext(sound.replace("/", "-"))[0]


def convert(sound, core, out):
    """One channel, RATE samples a second of 16 bits, LONGEST_SOUND at most; without random dither, so the bytes are always the same."""
    source, target = os.path.join(core, "sounds", sound), os.path.join(out, "sounds", sound_name(sound) + ".wav")
    effects = ["remix", "-", "gain", "-6", "rate", "-h", str(RATE), "trim", "0", str(LONGEST_SOUND), "norm", "-1"]
    subprocess.run(["sox", "-V1", "-D", "-R", source, "-b", "16", target] + effects, check=True)


def write_table(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as table:
        table.writelines("\t".join(row) + "\n" for row in [header] + rows)


def main():
    core, out = sys.argv[1:]
    clips = list(usable(read_clips(core), core))
    # Sheets are by race, and the rows of a sheet are in the order of the table.
    clips.sort(key=lambda clip: clip.unit.race)
    write_sheets(clips, core, out)
    sounds = choose_sounds(clips, core)
    for sound in sorted(set(sounds) - {"-"}):
        convert(sound, core, out)
    units = list(dict.fromkeys(clip.unit for clip in clips))
    write_table(os.path.join(out, "units.tsv"), Unit._fields, [tuple(unit) for unit in units])
    rows = []
    for clip, sound in zip(clips, sounds):
        times = "|".join(str(time) for _, time in clip.frames)
        rows.append((clip.unit.id, clip.action, clip.phrase, clip.weapon, clip.damage, clip.range, clip.facing, times, sound_name(sound)))
    write_table(
        os.path.join(out, "clips.tsv"),
        ("unit", "action", "phrase", "weapon", "damage", "range", "facing", "milliseconds", "sound"),
        rows,
    )


if __name__ == "__main__":
    main()
