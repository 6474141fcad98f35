#!/usr/bin/env bash
# Makes target/dist/Stridescope-VERSION.dmg on macOS. Needs JDK 25 and the Xcode command line tools; run `mvn package` first.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=target/stridescope
[ -f "$program/lib/stridescope.jar" ] || mvn -q -B package -DskipTests
jdk=$(cat "$program/lib/jdk")
# macOS wants a version whose first number is not 0
version=$("$program/bin/stridescope" --version | sed 's/^Stridescope //; s/^0\./1./')
rm -rf target/staged target/dist
mkdir -p target/staged target/dist
cp -R "$program/lib/." target/staged/
rm -f target/staged/jdk
options=()
for flag in $(cat installers/jvm-flags); do options+=(--java-options "$flag"); done
"$jdk/bin/jpackage" --type dmg --dest target/dist --name Stridescope --app-version "$version" --vendor Stridescope \
  --description 'Watch arrays being computed: speed, threads, memory' --icon assets/icons/stridescope.icns \
  --input target/staged --main-jar stridescope.jar --main-class org.stridescope.app.Main \
  --add-modules "$(cat installers/modules)" --jlink-options '--strip-debug --no-header-files --no-man-pages' \
  "${options[@]}" --java-options '-Dstridescope.native.dir=$APPDIR/native' \
  --mac-package-identifier org.stridescope --mac-package-name Stridescope \
  --mac-app-category public.app-category.education --license-file LICENSE
ls -l target/dist
