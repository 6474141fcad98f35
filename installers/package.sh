#!/usr/bin/env bash
# Makes the packages of this machine's operating system from target/stridescope (built first where it is missing):
#   target/image/Stridescope   the program with its own Java, runs from anywhere
#   target/dist/*.deb          on Debian and Ubuntu (installers/macos and installers/windows make .dmg and .msi)
set -euo pipefail
cd "$(dirname "$0")/.."
program=target/stridescope image=target/image/Stridescope dist=target/dist staged=target/staged
say() { printf 'package: %s\n' "$*" >&2; }

[ -f "$program/lib/stridescope.jar" ] || mvn -q -B package -DskipTests
jdk=$(cat "$program/lib/jdk")
[ -x "$jdk/bin/jpackage" ] || { say "$jdk has no jpackage: build with a full JDK 25"; exit 1; }
version=$("$program/bin/stridescope" --version | sed 's/^Stridescope //')
read -r -a flags < installers/jvm-flags
mapfile -t more < <(tr ',' '\n' < installers/modules)

say 'runtime and app image'
rm -rf "$staged" target/image "$dist"
mkdir -p "$staged" target/image "$dist"
cp -R "$program/lib/." "$staged/"
rm -f "$staged/jdk"
found=$("$jdk/bin/jdeps" --print-module-deps --ignore-missing-deps -R --multi-release 25 \
  --class-path "$program/lib/*" "$program/lib/stridescope.jar" 2>/dev/null | tail -1)
modules=$(printf '%s\n' "${more[@]}" ${found//,/ } | sort -u | paste -sd,)
java_options=()
for flag in "${flags[@]}"; do java_options+=(--java-options "$flag"); done
icon=()
for candidate in assets/icons/stridescope.png assets/icon/stridescope.png assets/stridescope.png; do
  if [ -f "$candidate" ]; then icon=(--icon "$candidate"); break; fi
done
about=(--name Stridescope --app-version "$version" --vendor Stridescope --copyright 'Apache License 2.0'
  --description 'Watch arrays being computed: speed, threads, memory')
"$jdk/bin/jpackage" --type app-image --dest target/image "${about[@]}" "${icon[@]}" \
  --input "$staged" --main-jar stridescope.jar --main-class org.stridescope.app.Main \
  --add-modules "$modules" --jlink-options '--strip-debug --no-header-files --no-man-pages' \
  "${java_options[@]}" --java-options '-Dstridescope.native.dir=$APPDIR/native' --java-options '-XX:AOTCache=$APPDIR/stridescope.aot'
install -m 755 installers/launcher/stridescope "$image/bin/stridescope"

say 'AOT cache: what the program loads on its way to the first frame'
installers/train.sh "$image" || say 'no AOT cache: the program starts without it'

say '.deb'
command -v dpkg-deb >/dev/null || { say 'no dpkg-deb here: the app image is all'; exit 0; }
# zstd packs in seconds what xz packs in a minute, for a quarter more bytes
DPKG_DEB_COMPRESSOR_TYPE=${DPKG_DEB_COMPRESSOR_TYPE:-zstd} "$jdk/bin/jpackage" --type deb --dest "$dist" "${about[@]}" \
  --app-image "$image" --resource-dir installers/linux --license-file LICENSE \
  --linux-package-name stridescope --linux-deb-maintainer maintainers@stridescope.org --linux-app-category science \
  --linux-menu-group 'Education;Science' --linux-shortcut --file-associations installers/linux/recording.properties \
  --linux-package-deps "$(paste -sd' ' installers/linux/depends)"
ls -l "$dist" >&2
