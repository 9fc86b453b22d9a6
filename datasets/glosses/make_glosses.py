"""Writes the table of nouns and their definitions: make_glosses.py DATA_NOUN TABLE. See README.md."""

import gzip
import re
import sys

# WordNet's lexicographer files 4 to 28, in their order (lexnames(5WN)). File 3, "Tops", holds the 51 roots of the tree and is no topic.
TOPICS = (
    "act animal artifact attribute body cognition communication event feeling food group location motive object person phenomenon plant "
    "possession process quantity relation shape state substance time"
).split()
FIRST_TOPIC = 4

# A gloss is a definition, then examples, which are quoted.
EXAMPLES = re.compile(r'[;:]\s*".*')


def rows(lines):
    """The format of a line is that of wndb(5WN)."""
    for line in lines:
        if line.startswith("  "):  # the licence at the top of the file
            continue
        entry, gloss = line.rstrip("\n").split(" | ", 1)
        fields = entry.split(" ")
        offset, lexicographer_file, words = fields[0], int(fields[1]), int(fields[3], 16)
        names = fields[4 : 4 + 2 * words : 2]
        pointers = fields[5 + 2 * words :: 4]
        if lexicographer_file < FIRST_TOPIC or "@i" in pointers:  # an instance: one person, one city, one war
            continue
        topic = TOPICS[lexicographer_file - FIRST_TOPIC]
        definition = EXAMPLES.sub("", gloss).strip(" ;:,")
        if definition:
            yield offset, topic, "|".join(name.replace("_", " ") for name in names), definition


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="ascii") as lines:
        table = [("id", "topic", "words", "definition"), *sorted(rows(lines))]
    with open(target, "wb") as file, gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as packed:
        packed.write("".join("\t".join(row) + "\n" for row in table).encode())


main()
