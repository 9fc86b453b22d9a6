#!/bin/sh
# Rebuilds clips.tsv, the sheets of frames and licences/, byte for byte, from Debian's package flare-game.
# Needs Debian or Ubuntu (apt-get, dpkg) and python3 with Pillow 9.4.0, NumPy 1.24.2 and zlib 1.2.13 (Debian 12: python3-pil python3-numpy).
# Usage: ./build.sh [path of the .deb, to spare the download]
# PYTHON names another Python than python3.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
package=flare-game
version=1.14-1
package_sha256=4ab6a8298276013d35a0806257e130d992761af1b749041433b409c3dafec508
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -c 'import PIL, numpy' 2> /dev/null || {
    echo "build.sh: $python lacks Pillow or NumPy; install python3-pil and python3-numpy or set PYTHON" >&2
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
mods=$share/games/flare/mods

rm -rf "$here/sheets"
mkdir -p "$here/sheets" "$here/licences"
"$python" "$here/make_sheets.py" "$mods" "$here"
cp "$share/doc/$package/copyright" "$here/licences/flare-copyright.txt"
cp "$mods/fantasycore/cutscenes/credits.txt" "$here/licences/flare-credits-fantasycore.txt"
cp "$mods/empyrean_campaign/cutscenes/credits.txt" "$here/licences/flare-credits-empyrean-campaign.txt"

cd "$here"
export LC_ALL=C
sha256sum clips.tsv sheets/*.png licences/*.txt > checksums.sha256
