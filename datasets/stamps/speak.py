#!/usr/bin/env python3
"""Lets a speech synthesiser say the names of the stamps: the same voice every time, as a control beside people's recordings.

Usage: speak.py STAMPS.TSV OUT [VOICE] [COLUMN]
OUT is a file name without ending, for example spoken/german: OUT.wav and OUT.tsv are written, in the form of the files in voices/.
VOICE is one of espeak-ng --voices, or one with a variant such as en+f3; en-gb when absent.
COLUMN of the table is what is said: name when absent, or a caption, for example fr (with the voice fr).
"""
import csv
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import recordings

WORDS_A_MINUTE = 180


def say(text, voice):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "speech.wav")
        subprocess.run(["espeak-ng", "-v", voice, "-s", str(WORDS_A_MINUTE), "-w", path, "--", text], check=True)
        return recordings.prepare(recordings.decode(path), recordings.SPEECH)


def read(table, column):
    with open(table, encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if column not in rows.fieldnames:
            sys.exit(f"speak.py: {table} has no column {column}; it has {', '.join(rows.fieldnames)}")
        return [row for row in rows if row[column]]


def main():
    if not 3 <= len(sys.argv) <= 5:
        sys.exit("speak.py: usage: speak.py STAMPS.TSV OUT [VOICE] [COLUMN]")
    for tool in ("espeak-ng", "sox"):
        if not shutil.which(tool):
            sys.exit(f"speak.py: {tool} is missing; install espeak-ng and sox")
    table, out = sys.argv[1:3]
    voice, column = (sys.argv[3:] + ["en-gb", "name"][len(sys.argv) - 3 :])[:2]
    if subprocess.run(["espeak-ng", "-v", voice, "-q", "--", "test"], stderr=subprocess.DEVNULL).returncode != 0:
        sys.exit(f"speak.py: espeak-ng has no voice {voice}; espeak-ng --voices lists them")
    stamps = read(table, column)
    texts = list(dict.fromkeys(row[column] for row in stamps))
    with ThreadPoolExecutor() as pool:
        prepared = dict(zip(texts, pool.map(lambda text: say(text, voice), texts)))
    os.makedirs(os.path.dirname(os.path.abspath(out)), exist_ok=True)
    recordings.write(prepared, [(row["id"], row[column]) for row in stamps], out)
    seconds = sum(len(samples) for samples, _ in prepared.values()) / recordings.RATE
    print(f"{out}: {len(stamps)} stamps, {len(prepared)} different names, {seconds:.0f} s of the voice {voice}")


if __name__ == "__main__":
    main()
