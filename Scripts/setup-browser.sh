#!/bin/sh
# Installs Chromium where none is found: Debian's, Fedora's or Homebrew's.
set -eu

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    echo "setup-browser: installing needs root, and there is no sudo; run as root: $*" >&2
    exit 1
  fi
}

echo "setup-browser: installing chromium"
if command -v apt-get >/dev/null 2>&1; then
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
elif command -v dnf >/dev/null 2>&1; then
  as_root dnf install -y -q chromium
elif command -v brew >/dev/null 2>&1; then
  brew install --quiet --cask chromium
else
  echo "setup-browser: this system's packages are not known here; please install Chromium" >&2
  exit 1
fi
