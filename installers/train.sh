#!/usr/bin/env bash
# Lets the JVM of an app image write down what it loads on the way to the first frame (JEP 514), so that every later start
# finds it ready. Needs no display. Argument: the app image.
set -euo pipefail
image=$1
app=$image/lib/app
read -r -a flags < "$(dirname "$0")/jvm-flags"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$image/lib/runtime/bin/java" -XX:AOTCacheOutput="$app/stridescope.aot" "${flags[@]}" -Dglass.platform=Headless \
  -Dprism.order=sw -Dstridescope.native.dir="$app/native" -cp "$app/stridescope.jar" \
  org.stridescope.app.Main tour --out "$work" >"$work/log" 2>&1 || { tail -5 "$work/log" >&2; exit 1; }
[ -f "$app/stridescope.aot" ]
