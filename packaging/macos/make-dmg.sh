#!/bin/sh
# A disk image with the app and a link to where apps go: make-dmg.sh APP IMAGE NAME. Runs on macOS alone.
set -eu

if [ $# -ne 3 ]; then
	echo "usage: make-dmg.sh APP IMAGE NAME" >&2
	exit 2
fi
app=$1
image=$2
name=$3
if [ ! -d "$app/Contents/MacOS" ]; then
	echo "$app is no app" >&2
	exit 1
fi
for tool in hdiutil ditto codesign; do
	if ! command -v "$tool" >/dev/null; then
		echo "not made: $tool is not on this computer (it comes with macOS)" >&2
		exit 1
	fi
done

codesign --verify --deep --strict "$app"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
ditto "$app" "$stage/$(basename "$app")"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "$name" -srcfolder "$stage" -fs HFS+ -format UDZO -ov "$image"
hdiutil verify "$image"
