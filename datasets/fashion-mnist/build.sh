#!/bin/sh
# Rebuilds this folder's data files, byte for byte, from Debian's package dataset-fashion-mnist.
# Needs Debian or Ubuntu (apt-get, dpkg), python3 and GNU gzip. Usage: ./build.sh [path of the .deb, to spare the download]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
package=dataset-fashion-mnist
package_sha256=39e172fe32dd318ebb3e512220c3beea2fa47d7e20bab348fb4e0922d6beefc0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -ge 1 ]; then
    cp "$1" "$work/$package.deb"
else
    (cd "$work" && apt-get download "$package" && mv "$package"_*.deb "$package.deb")
fi
echo "$package_sha256  $work/$package.deb" | sha256sum --check --quiet || {
    echo "build.sh: this is another version of $package than 0.0~git20200523.55506a9-1; compare the results with checksums.sha256" >&2
}
dpkg -x "$work/$package.deb" "$work/files"
source="$work/files/usr/share/datasets/fashion-mnist"

# The test set is kept whole; recompressing without a name or a time makes the bytes reproducible.
for name in t10k-images-idx3-ubyte t10k-labels-idx1-ubyte; do
    gzip -dc "$source/$name.gz" | gzip -n -9 > "$here/$name.gz"
done

# The training set is cut to the first 2,400 pictures of each class, in the official order.
python3 "$here/take_first_of_each_class.py" 2400 "$source" "$work"
for name in train-24k-images-idx3-ubyte train-24k-labels-idx1-ubyte; do
    gzip -n -9 < "$work/$name" > "$here/$name.gz"
done

cd "$here"
sha256sum LICENSE t10k-*.gz train-*.gz > checksums.sha256
