#!/usr/bin/env bash
# Installs the .deb from target/dist, uses the installed program as a user would, and removes it. Needs root (or sudo), and
# tools from setup.sh. Ends with 1 and the reason where anything is not as it should be.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf 'verify-package: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
deb=$(ls target/dist/stridescope_*.deb 2>/dev/null | head -1) || true
[ -n "$deb" ] || fail 'no .deb in target/dist: run installers/package.sh first'
work=$(mktemp -d)
chmod 755 "$work"
app='' server=''

clean_up() {
  [ -z "$app" ] || kill "$app" 2>/dev/null || true
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  if dpkg-query -W stridescope >/dev/null 2>&1; then as_root dpkg --purge stridescope >/dev/null 2>&1 || true; fi
  rm -rf "$work"
}
trap clean_up EXIT

say "installing $deb"
cp "$deb" "$work/package.deb" # where apt's own user may read it
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$work/package.deb" >"$work/apt.log" 2>&1 ||
  { tail -20 "$work/apt.log" >&2; fail 'it does not install'; }
[ "$(readlink -f /usr/bin/stridescope)" = /opt/stridescope/bin/stridescope ] || fail 'there is no command stridescope'
ls /usr/share/applications/*tridescope*.desktop >/dev/null 2>&1 || fail 'there is no menu entry'

# Without the environment of the build: the package brings its own Java.
run() { (cd / && env -i HOME="$work" PATH=/usr/bin:/bin ${DISPLAY:+DISPLAY="$DISPLAY"} "$@"); }
unset DISPLAY
say 'commands of the installed program'
run stridescope --version | grep -q '^Stridescope [0-9]' || fail 'no version'
run stridescope doctor >"$work/doctor" || fail 'doctor failed'
run stridescope doctor --json | grep -q 'in /opt/stridescope/lib/runtime' || fail 'it does not run on the Java it brings'
run stridescope bench --metric cityblock -n 300 -k 10 --variants loops,vector,c --reps 2 --json >"$work/bench" 2>"$work/bench.err" ||
  { cat "$work/bench.err" >&2; fail 'bench failed'; }
[ "$(grep -c '"available" : true' "$work/bench")" = 3 ] || { cat "$work/bench" >&2; fail 'not every variant is available'; }
[ ! -s "$work/bench.err" ] || { cat "$work/bench.err" >&2; fail 'bench writes to standard error'; }

say 'window of the installed program'
exec 5>"$work/number"
Xvfb -displayfd 5 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
exec 5>&-
for _ in $(seq 100); do if [ -s "$work/number" ]; then break; fi; sleep 0.1; done
[ -s "$work/number" ] || fail 'Xvfb does not start'
DISPLAY=:$(cat "$work/number")
export DISPLAY
begun=$(date +%s%N)
(cd / && exec env -i HOME="$work" PATH=/usr/bin:/bin DISPLAY="$DISPLAY" /opt/stridescope/bin/Stridescope) >"$work/app.log" 2>&1 &
app=$!
window=''
for _ in $(seq 900); do
  window=$(xdotool search --onlyvisible --name Stridescope 2>/dev/null | head -1) || true
  if [ -n "$window" ]; then break; fi
  kill -0 "$app" 2>/dev/null || { cat "$work/app.log" >&2; fail 'the program ended before it showed its window'; }
  sleep 0.1
done
[ -n "$window" ] || { cat "$work/app.log" >&2; fail 'no window within 90 s'; }
say "window after $((($(date +%s%N) - begun) / 1000000)) ms: $(xdotool getwindowname "$window"), $(xdotool getwindowgeometry "$window" | sed -n 's/.*Geometry: //p')"
sleep 2
kill -0 "$app" 2>/dev/null || { cat "$work/app.log" >&2; fail 'the program ended after it showed its window'; }
if grep -qE 'Exception|Error' "$work/app.log"; then cat "$work/app.log" >&2; fail 'the program complains'; fi
kill "$app" && wait "$app" 2>/dev/null || true
app=''

say 'removing it'
as_root dpkg --purge stridescope >"$work/purge.log" 2>&1 || { cat "$work/purge.log" >&2; fail 'it does not remove'; }
[ ! -e /usr/bin/stridescope ] && [ ! -e /opt/stridescope ] || fail 'it leaves files behind'
say 'all is well'
