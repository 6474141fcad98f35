#!/bin/sh
# Takes the pictures of README.md from a real race and from the tour, without a display, and makes them small (needs pngquant).
#   installers/screenshots.sh [FOLDER]      docs/images where none is given; after mvn test-compile
set -eu
cd "$(dirname "$0")/.."
folder=${1:-docs/images}
list=$(mktemp)
trap 'rm -f "$list"' EXIT
mvn -q -B test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$list"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector \
    -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true -Dstridescope.native.dir=target/native \
    -cp "target/classes:target/test-classes:$(cat "$list")" org.stridescope.ui.view.Screenshots "$folder"
# the array benches as the tour leaves them; of the built program, so after mvn package
if [ -x target/stridescope/bin/stridescope ]; then
    tour=$(mktemp -d)
    trap 'rm -rf "$list" "$tour"' EXIT
    target/stridescope/bin/stridescope tour --out "$tour" || true # what could not be shown is missing below
    cp "$tour/arrays-view.png" "$folder/arrays-dark.png"
    cp "$tour/arrays-light.png" "$folder/arrays-light.png"
    cp "$tour/broadcast-step.png" "$folder/broadcast-dark.png"
    cp "$tour/broadcast-light.png" "$folder/broadcast-light.png"
    cp "$tour/lanes-tail.png" "$folder/lanes.png"
fi
for picture in "$folder"/*.png; do
    if command -v pngquant >/dev/null; then pngquant --force --skip-if-larger --ext .png 192 "$picture" || true; fi
    bytes=$(wc -c <"$picture")
    [ "$bytes" -le 307200 ] || { echo "$picture has $bytes bytes: at most 307200 belong into the repository" >&2; exit 1; }
done
