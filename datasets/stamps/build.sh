#!/bin/sh
# Rebuilds stamps.tsv, pictures.png, voices/ and effects.*, byte for byte, from a Debian package.
# Needs apt-get, dpkg-deb, sox 14.4.2 with Ogg Vorbis, rsvg-convert 2.54.7, espeak-ng 1.51 and python3 with Pillow 9.4.0 and zlib 1.2.13
# (Debian 12: sox libsox-fmt-all librsvg2-bin espeak-ng python3-pil).
# Usage: ./build.sh [folder that holds the package's .deb file already, or is to keep it]
# PYTHON names another Python than python3.
set -eu

package=tuxpaint-stamps-default version=2022.06.04-1
hash=6db6c1bfc870a47f1499d6203b083522eacb57c5f9c87d468f2e92eb6d9d5f34

here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages=${1:-$work}
mkdir -p "$packages"
packages=$(cd "$packages" && pwd)

"$python" -c 'import PIL' 2> /dev/null || {
    echo "build.sh: $python has no Pillow; install python3-pil or set PYTHON" >&2
    exit 1
}
for tool in sox rsvg-convert espeak-ng; do
    command -v $tool > /dev/null || {
        echo "build.sh: $tool is missing; install sox libsox-fmt-all librsvg2-bin espeak-ng" >&2
        exit 1
    }
done

file=$packages/${package}_${version}_all.deb
[ -f "$file" ] || (cd "$packages" && apt-get download --quiet $package=$version > /dev/null)
echo "$hash  $file" | sha256sum --check --quiet || {
    echo "build.sh: $file is not the package the data set was made of; delete it and try again" >&2
    exit 1
}
dpkg-deb --extract "$file" "$work/unpacked"

export PYTHONDONTWRITEBYTECODE=1
"$python" "$here/make_stamps.py" "$work/unpacked/usr/share/tuxpaint/stamps" "$here"
"$python" "$here/speak.py" "$here/stamps.tsv" "$here/voices/synthetic"
mkdir -p "$here/licences"
cp "$work/unpacked/usr/share/doc/$package/copyright" "$here/licences/debian-copyright.txt"
gzip --decompress --stdout "$work/unpacked/usr/share/doc/$package/changelog.gz" > "$here/licences/tuxpaint-stamps-changes.txt"

cd "$here"
sha256sum stamps.tsv pictures.png effects.* voices/* licences/* > checksums.sha256
