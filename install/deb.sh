#!/bin/sh
# deb.sh FOLDER VERSION RELEASED SOVERSION: Debian packages of what stands in FOLDER/all, installed under /usr.
#
#   polstat         the programs, their manual pages, completion, documents, datasets
#   libpolstatN     the shared library
#   libpolstat-dev  headers, the static library, polstat.pc, the example
set -eu
cd "$1"
version=$2-1 released=$3 so=$4
arch=$(dpkg --print-architecture)
triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH)
maintainer='polstat maintainers <polstat@example.org>'
homepage='https://example.org/polstat'
lib=libpolstat$so

# move PACKAGE PATH...: from all/ to the tree of PACKAGE.
move() {
    package=$1
    shift
    for path; do
        mkdir -p "$package/$(dirname "$path")"
        mv "all/$path" "$package/$path"
    done
}

move libpolstat-dev usr/include/polstat "usr/lib/$triplet/libpolstat.a" "usr/lib/$triplet/libpolstat.so" \
    "usr/lib/$triplet/pkgconfig/polstat.pc" usr/share/doc/polstat/examples/slope.c
mkdir -p libpolstat-dev/usr/share/doc/libpolstat-dev/examples
mv libpolstat-dev/usr/share/doc/polstat/examples/slope.c libpolstat-dev/usr/share/doc/libpolstat-dev/examples/
rmdir libpolstat-dev/usr/share/doc/polstat/examples libpolstat-dev/usr/share/doc/polstat
for path in "all/usr/lib/$triplet"/libpolstat.so.*; do
    move "$lib" "${path#all/}"
done
find all -depth -type d -empty -delete
mv all polstat
# Policy wants the licence in the file copyright; the completions of zsh have a folder of Debian's.
rm -f polstat/usr/share/doc/polstat/COPYING
mkdir -p polstat/usr/share/zsh/vendor-completions
mv polstat/usr/share/zsh/site-functions/_polstat polstat/usr/share/zsh/vendor-completions/
rmdir polstat/usr/share/zsh/site-functions
mv polstat/usr/share/doc/polstat/CHANGELOG.md polstat/usr/share/doc/polstat/changelog
gzip -n9 polstat/usr/share/doc/polstat/changelog polstat/usr/share/man/man*/*

find polstat/usr/bin -type f -exec strip --strip-unneeded --remove-section=.comment --remove-section=.note {} +
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$lib/usr/lib/$triplet"/libpolstat.so.*.*
chmod 644 "$lib/usr/lib/$triplet"/libpolstat.so.*.*
strip --strip-debug "libpolstat-dev/usr/lib/$triplet/libpolstat.a"

# entry VERSION TEXT DATE: of the changelog.
entry() {
    printf 'polstat (%s) unstable; urgency=medium\n\n  * %s\n\n -- %s  %s\n' "$1" "$2" "$maintainer" \
        "$(LC_ALL=C date -u -R -d "$3")"
}

for package in polstat "$lib" libpolstat-dev; do
    doc=$package/usr/share/doc/$package
    mkdir -p "$doc" "$package/DEBIAN"
    cat >"$doc/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: polstat
Source: $homepage

Files: *
Copyright: 2025-2026 the polstat authors
License: GPL-3.0+

Files: usr/share/polstat/datasets/*
Copyright: the sources that each datapackage.json names
License: GPL-3.0+
Comment: The facts of the tables keep the licences of their sources, which each datapackage.json names.

License: GPL-3.0+
 This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 version.
 .
 This program is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY; without even the implied
 warranty of MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.
 .
 On Debian systems, the full text of the GNU General Public License version 3 is in
 /usr/share/common-licenses/GPL-3.
END
    {
        entry "$version" "Version $2: see changelog.gz of the package polstat." "$released"
        echo
        entry 0.1.0-1 'Version 0.1.0.' 2026-01-01
    } | gzip -n9 >"$doc/changelog.Debian.gz"
done

# What the shared libraries of a package come to, as Depends.
depends() {
    mkdir -p debian
    printf 'Source: polstat\n\nPackage: polstat\nArchitecture: any\n' >debian/control
    dpkg-shlibdeps -O --ignore-missing-info "$@" 2>/dev/null | sed -n 's/^shlibs:Depends=//p'
}

control() {
    package=$1 section=$2 needs=$3 summary=$4 text=$5
    size=$(du -k --apparent-size -s "$package" | cut -f1)
    cat >"$package/DEBIAN/control" <<END
Package: $package
Source: polstat
Version: $version
Section: $section
Priority: optional
Architecture: $arch
Maintainer: $maintainer
Installed-Size: $size
Depends: $needs
$6Homepage: $homepage
Description: $summary
$text
END
}

control polstat science "$(depends polstat/usr/bin/*), gnuplot-nox, librsvg2-bin, fonts-dejavu-core" \
    'statistics on tables, for policy research' \
    ' Programs for people who work with tables of public data: trends and their
 tests, ranks and their changes, correlations, comparisons, indicators,
 composite indices, checks of what a paper says against its data, and
 notebooks that are run and checked. Files are read as agencies publish them,
 and each number says how it was found.' ''
control "$lib" libs "$(depends "$lib/usr/lib/$triplet"/libpolstat.so.*.*)" \
    'statistics of polstat as a shared library' \
    ' Kernels of trends, ranks, correlations, comparisons and indicators, exact
 intervals, and figures as gnuplot scripts, for programs in C and C++.' 'Multi-Arch: same
'
control libpolstat-dev libdevel "$lib (= $version)" 'statistics of polstat, to build with' \
    ' Headers for C and C++, the static library, the file for pkg-config and an
 example of the library that the programs of polstat are made of.' 'Multi-Arch: same
'
printf 'libpolstat %s %s (>= %s)\n' "$so" "$lib" "$2" >"$lib/DEBIAN/shlibs"
printf 'activate-noawait ldconfig\n' >"$lib/DEBIAN/triggers"
rm -rf debian
for package in polstat "$lib" libpolstat-dev; do
    find "$package" -type d -exec chmod 755 {} +
    (cd "$package" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    SOURCE_DATE_EPOCH=$(date -u -d "$released" +%s) dpkg-deb --root-owner-group -Zxz --build "$package" . >/dev/null
done
ls -1 ./*.deb | sed "s|^\.|deb: $1|"
