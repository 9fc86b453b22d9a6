#!/bin/sh
# Rebuilds glosses.tsv.gz, byte for byte, from a Debian package (6 MB).
# Needs apt-get, dpkg-deb and python3 (Debian 12; another zlib may pack the same table differently).
# Usage: ./build.sh [folder that holds the package's .deb file already, or is to keep it]
# PYTHON names another Python than python3.
set -eu

package=wordnet-base version=1:3.0-37
hash=61060d960f9ada8fa120872312eccd3ecebfbab8c4579e4f5a74e1cf67620752

here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages=${1:-$work}
mkdir -p "$packages"
packages=$(cd "$packages" && pwd)

command -v "$python" > /dev/null || {
    echo "build.sh: $python is missing; install python3" >&2
    exit 1
}

# apt-get writes the colon of the version as %3a.
file=$packages/${package}_1%3a3.0-37_all.deb
[ -f "$file" ] || (cd "$packages" && apt-get download --quiet "$package=$version" > /dev/null)
echo "$hash  $file" | sha256sum --check --quiet || {
    echo "build.sh: $file is not the package the data set was made of; delete it and try again" >&2
    exit 1
}
dpkg-deb --extract "$file" "$work/unpacked"

"$python" "$here/make_glosses.py" "$work/unpacked/usr/share/wordnet/data.noun" "$here/glosses.tsv.gz"
mkdir -p "$here/licences"
cp "$work/unpacked/usr/share/doc/$package/copyright" "$here/licences/debian-copyright.txt"

cd "$here"
sha256sum glosses.tsv.gz licences/* > checksums.sha256
