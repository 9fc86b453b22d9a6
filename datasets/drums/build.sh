#!/bin/sh
# Rebuilds kits.tsv, samples.tsv and kits/, byte for byte, from a Debian package (143 MB).
# Needs apt-get, dpkg-deb, sox 14.4.2 with FLAC and AIFF, and python3 (Debian 12: sox libsox-fmt-all python3).
# Usage: ./build.sh [folder that holds the package's .deb file already, or is to keep it]
# PYTHON names another Python than python3.
set -eu

package=hydrogen-drumkits version=2017.09.19~dfsg-1
hash=6ea3c6df9a67762e2362f946c695e619859126b19fbccf32a2e8f07dfd03b2f4

here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages=${1:-$work}
mkdir -p "$packages"
packages=$(cd "$packages" && pwd)

for tool in sox "$python"; do
    command -v "$tool" > /dev/null || {
        echo "build.sh: $tool is missing; install sox libsox-fmt-all python3" >&2
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

kits=$work/unpacked/usr/share/hydrogen/data/drumkits
export PYTHONDONTWRITEBYTECODE=1
"$python" "$here/make_drums.py" "$kits" "$here"
mkdir -p "$here/licences"
cp "$work/unpacked/usr/share/doc/$package/copyright" "$here/licences/debian-copyright.txt"
# What two of the makers say about their kits and licences.
iconv --from-code=ISO-8859-1 --to-code=UTF-8 "$kits/ColomboAcousticDrumkit/README" > "$here/licences/colombo-readme.txt"
cp "$kits/rumpf_kit_z01_h2/README.txt" "$here/licences/rumpf-readme.txt"

cd "$here"
sha256sum kits.tsv samples.tsv kits/* licences/* > checksums.sha256
