#!/bin/sh
# Packs dist/Reviewer.app into a disk image: sh packaging/macos/dmg.sh
# With REVIEWER_NOTARY set to a notarytool profile, Apple is asked to notarise it as well.
set -eu
cd -- "$(dirname -- "$0")/../.."
app=dist/Reviewer.app
version=$(defaults read "$PWD/$app/Contents/Info" CFBundleShortVersionString)
image=dist/reviewer-$version-macos-$(uname -m).dmg
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

codesign --verify --deep --strict "$app"
cp -R "$app" dist/THIRD_PARTY_LICENSES "$folder"
ln -s /Applications "$folder/Applications"
hdiutil create -volname Reviewer -srcfolder "$folder" -fs HFS+ -format UDZO -ov "$image"
if [ -n "${REVIEWER_NOTARY:-}" ]; then
    xcrun notarytool submit --wait --keychain-profile "$REVIEWER_NOTARY" "$image"
    xcrun stapler staple "$image"
fi
