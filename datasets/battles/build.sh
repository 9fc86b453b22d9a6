#!/bin/sh
# Rebuilds units.tsv, clips.tsv, sheets/, sounds/ and the package's two files in licences/, byte for byte, from Debian's package
# wesnoth-1.16-data. Needs Debian or Ubuntu (apt-get, dpkg), sox 14.4.2 and python3 with Pillow 9.4.0, NumPy 1.24.2 and zlib 1.2.13
# (Debian 12: sox libsox-fmt-base python3-pil python3-numpy). Usage: ./build.sh [path of the .deb, to spare the download]
# PYTHON names another Python than python3.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
package=wesnoth-1.16-data
version=1:1.16.9-1
package_sha256=1012b964bd412a6770685e3324ae3b61e176caff7846192d1ee63d55cd621e26
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -c 'import PIL, numpy' 2> /dev/null || {
    echo "build.sh: $python lacks Pillow or NumPy; install python3-pil and python3-numpy or set PYTHON" >&2
    exit 1
}
command -v sox > /dev/null || {
    echo "build.sh: sox is missing; install sox" >&2
    exit 1
}

if [ $# -ge 1 ]; then
    cp "$1" "$work/$package.deb"
else
    (cd "$work" && apt-get download "$package=$version" && mv "$package"_*.deb "$package.deb")
fi
echo "$package_sha256  $work/$package.deb" | sha256sum --check --quiet || {
    echo "build.sh: this is not $package $version, which the data set was made of" >&2
    exit 1
}
dpkg -x "$work/$package.deb" "$work/files"
share=$work/files/usr/share
core=$share/games/wesnoth/1.16/data/core

rm -rf "$here/sheets" "$here/sounds"
mkdir -p "$here/sheets" "$here/sounds"
"$python" "$here/make_battles.py" "$core" "$here"
cp "$share/doc/$package/copyright" "$here/licences/wesnoth-copyright.txt"
cp "$core/about.cfg" "$here/licences/wesnoth-credits.txt"

cd "$here"
export LC_ALL=C
sha256sum units.tsv clips.tsv sheets/*.png sounds/*.wav licences/*.txt > checksums.sha256
