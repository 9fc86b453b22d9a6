#!/bin/sh
# Rebuilds concepts.tsv and the five sheets of sprites, byte for byte, from six npm packages.
# Needs npm, rsvg-convert 2.54.7 and python3 with Pillow 9.4.0 and zlib 1.2.13 (Debian 12: npm librsvg2-bin python3-pil).
# Usage: ./build.sh [folder that holds the packages' .tgz files already, or is to keep them]
# PYTHON names another Python than python3.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages=${1:-$work/packages}
mkdir -p "$packages" "$work/unpacked"
packages=$(cd "$packages" && pwd)

# $1: folder to unpack to; $2: package and version; $3: the file npm makes of it; $4: its SHA-256; the rest: what to unpack
take() {
    name=$1 spec=$2 file=$packages/$3 hash=$4
    shift 4
    [ -f "$file" ] || (cd "$packages" && npm pack --silent "$spec" > /dev/null)
    echo "$hash  $file" | sha256sum --check --quiet || {
        echo "build.sh: $file is not the package the data set was made of; delete it and try again" >&2
        exit 1
    }
    mkdir "$work/unpacked/$name"
    (cd "$work/unpacked/$name" && tar -xzf "$file" --strip-components=1 "$@")
}

"$python" -c 'import PIL' 2> /dev/null || {
    echo "build.sh: $python has no Pillow; install python3-pil or set PYTHON" >&2
    exit 1
}
command -v rsvg-convert > /dev/null || {
    echo "build.sh: rsvg-convert is missing; install librsvg2-bin" >&2
    exit 1
}

take emoji-datasource-google emoji-datasource-google@16.0.0 emoji-datasource-google-16.0.0.tgz \
    fb5fd131b362aab7a55542d2a147a79708cce0a8b1c1bbacd470172708b5c438 package/img/google/64
take emoji-datasource-twitter emoji-datasource-twitter@16.0.0 emoji-datasource-twitter-16.0.0.tgz \
    f64a530c63bca463bd8317fdc4615ce63a53a0c65018e4ce2d848aaba7a28877 package/img/twitter/64
take fluent-emoji-3d @lobehub/fluent-emoji-3d@1.1.0 lobehub-fluent-emoji-3d-1.1.0.tgz \
    c1bb7eee7de090205a232518a9ab4adb3df458bfbe8a1f78232991194c8b2e58 package/assets
take fluent-emoji-flat @iconify-json/fluent-emoji-flat@1.2.6 iconify-json-fluent-emoji-flat-1.2.6.tgz \
    7d064769dee690815f823bc5bcc511d957198caf9f5edd8dd9c1aa48a6aeb175 package
take openmoji openmoji@17.0.0 openmoji-17.0.0.tgz \
    55ee7d13485dec86e9f38c1f3a645a13382d33ff97c0cd845ee824b0aef45e68 package/color/svg
take emojibase-data emojibase-data@17.0.0 emojibase-data-17.0.0.tgz \
    d01d0e2ca4e22cb402679532155342c71e2e871f25c32223c013b8b166ebdf5a package/en package/meta

"$python" "$here/make_sheets.py" "$work/unpacked" "$here"

cd "$here"
sha256sum concepts.tsv fluent3d.png fluentflat.png noto.png openmoji.png twemoji.png licences/*.txt > checksums.sha256
