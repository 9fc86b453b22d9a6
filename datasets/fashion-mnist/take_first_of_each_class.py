"""Cuts Fashion-MNIST's training set to the first COUNT pictures of each class, keeping the official order.

Usage: take_first_of_each_class.py COUNT SOURCE_FOLDER OUTPUT_FOLDER
Writes train-24k-images-idx3-ubyte and train-24k-labels-idx1-ubyte (IDX, uncompressed).
"""
import gzip
import pathlib
import struct
import sys

CLASSES = 10
IMAGE_HEADER = ">IIII"  # magic, count, rows, columns
LABEL_HEADER = ">II"  # magic, count


def main(count: int, source: pathlib.Path, output: pathlib.Path) -> None:
    images = gzip.decompress((source / "train-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress((source / "train-labels-idx1-ubyte.gz").read_bytes())
    image_magic, total, rows, columns = struct.unpack_from(IMAGE_HEADER, images)
    label_magic, label_total = struct.unpack_from(LABEL_HEADER, labels)
    if (image_magic, label_magic) != (0x803, 0x801) or total != label_total:
        sys.exit("take_first_of_each_class.py: the source is not a pair of IDX files of equal length")

    images = images[struct.calcsize(IMAGE_HEADER):]
    labels = labels[struct.calcsize(LABEL_HEADER):]
    size = rows * columns
    taken = [0] * CLASSES
    kept = []
    for index, label in enumerate(labels):
        if taken[label] < count:
            taken[label] += 1
            kept.append(index)
    if taken != [count] * CLASSES:
        sys.exit(f"take_first_of_each_class.py: the classes hold only {taken} pictures, {count} of each are wanted")

    with open(output / "train-24k-images-idx3-ubyte", "wb") as file:
        file.write(struct.pack(IMAGE_HEADER, image_magic, len(kept), rows, columns))
        for index in kept:
            file.write(images[index * size:(index + 1) * size])
    with open(output / "train-24k-labels-idx1-ubyte", "wb") as file:
        file.write(struct.pack(LABEL_HEADER, label_magic, len(kept)))
        file.write(bytes(labels[index] for index in kept))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
