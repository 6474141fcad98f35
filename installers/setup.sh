#!/usr/bin/env bash
# Makes a bare machine ready to build, open, test and package Stridescope. Installs only what is missing;
# running it again does nothing. Debian and Ubuntu are set up; other systems are told what to install.
set -euo pipefail

say() { printf 'setup: %s\n' "$*" >&2; }
jdk_help='get JDK 25 from https://adoptium.net (Temurin) and unpack it under /usr/lib/jvm, or set JAVA_HOME to it'

is_jdk25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25\b'; }

have_jdk25() {
  local home
  for home in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
              /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk25 "$home"; then return 0; fi
  done
  command -v javac >/dev/null && javac -version 2>&1 | grep -q '^javac 25\b'
}

case "$(uname -s)" in
  Darwin)
    say 'macOS: xcode-select --install && brew install --cask temurin@25 && brew install maven cmake gcc libomp'
    have_jdk25 || { say "JDK 25 is missing: $jdk_help"; exit 1; }
    exit 0 ;;
  MINGW*|MSYS*|CYGWIN*)
    say 'Windows: winget install EclipseAdoptium.Temurin.25.JDK Kitware.CMake; scoop install maven; gcc and gfortran from https://www.msys2.org (pacman -S mingw-w64-ucrt-x86_64-gcc-fortran)'
    exit 0 ;;
esac
if ! command -v apt-get >/dev/null; then
  say 'not Debian or Ubuntu: install JDK 25, Maven, GTK 3, libXtst, libGL, fontconfig, gcc, gfortran, libgomp, CMake, make, and for the packages fakeroot, dpkg-dev, binutils, xvfb'
  have_jdk25 || { say "JDK 25 is missing: $jdk_help"; exit 1; }
  exit 0
fi

# one name a line; a|b: the first that this distribution has (Ubuntu 24.04 renamed two of them)
wanted=(
  # the window
  'libgtk-3-0t64|libgtk-3-0' libxtst6 libgl1 libxxf86vm1
  # text, also without a display
  'libfreetype6' fontconfig fonts-dejavu-core libpangoft2-1.0-0
  # the kernels in C and Fortran
  gcc gfortran libc6-dev libgomp1 cmake make
  # the .deb, and the test that starts the program it installed
  fakeroot dpkg-dev binutils zstd xvfb xauth xdotool desktop-file-utils
)
installed() { dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii'; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
listed=no
refresh() { [ "$listed" = yes ] || as_root apt-get update -qq >&2; listed=yes; }
known() { [ -n "$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p' | grep -v '(none)')" ]; }

missing=()
for entry in "${wanted[@]}"; do
  IFS='|' read -ra names <<<"$entry"
  found=no
  for name in "${names[@]}"; do if installed "$name"; then found=yes; fi; done
  [ "$found" = yes ] || missing+=("$entry")
done
need_jdk=no
have_jdk25 || need_jdk=yes

packages=()
if [ "${#missing[@]}" -gt 0 ] || [ "$need_jdk" = yes ]; then
  refresh
  for entry in ${missing[@]+"${missing[@]}"}; do
    IFS='|' read -ra names <<<"$entry"
    chosen=''
    for name in "${names[@]}"; do if [ -z "$chosen" ] && known "$name"; then chosen=$name; fi; done
    if [ -n "$chosen" ]; then packages+=("$chosen"); else say "no package for ${entry} here; what needs it will say so"; fi
  done
  if [ "$need_jdk" = yes ]; then
    if known openjdk-25-jdk; then packages+=(openjdk-25-jdk)
    elif known temurin-25-jdk; then packages+=(temurin-25-jdk)
    else say "JDK 25 is missing and not packaged here: $jdk_help"; exit 1; fi
  fi
fi
if [ "${#packages[@]}" -gt 0 ]; then
  say "installing ${packages[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >&2
fi
command -v mvn >/dev/null || { say 'Maven is missing: apt-get install maven'; exit 1; }
