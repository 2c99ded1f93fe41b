#!/bin/sh
# Installs what the build and the tests need and this machine lacks.
#
#   setup.sh          what the build and the tests need
#   setup.sh bench    and the programs that the benchmarks run beside simpul
#   setup.sh queries  and Jena, beside which queries are measured
#   setup.sh fixtures and the programs that write the documents of the tests
#   setup.sh browser  and a browser that scripts can drive
#   setup.sh viewers  and the programs that open graphs in make viewers
#   setup.sh spark    and Java, which Spark needs
#   setup.sh store    and Virtuoso, into which graphs are loaded
#
# Debian and Ubuntu, Fedora and its relatives, and macOS with Homebrew are known; on other systems
# the missing things are named and nothing is installed. Only what is missing is installed, with
# sudo only where the user is not root.
set -eu
purpose=${1:-}

has_program() { command -v "$1" >/dev/null 2>&1; }
has_library() { has_program pkg-config && pkg-config --exists "$1"; }

# True if python3 can make a virtual environment.
has_venv() { has_program python3 && python3 -c 'import ensurepip, venv' >/dev/null 2>&1; }

# True if java runs programs as they are written.
has_compiler() {
  has_program java && java --list-modules 2>/dev/null | grep -q '^jdk\.compiler@'
}

has_browser() { has_program chromium || has_program chromium-browser || has_program google-chrome; }

# Names what is missing, one word each.
missing() {
  has_program git || echo git
  has_program make || echo make
  has_program pkg-config || echo pkg-config
  has_library libxml-2.0 || echo libxml2
  has_library zlib || echo zlib
  has_library libmd || echo libmd
  has_library libpcre2-8 || echo pcre2
  has_program xmllint || echo xmllint
  has_program neato || echo graphviz
  has_program pdftotext || echo poppler
  has_program python3 || echo python3
  has_venv || echo venv
  [ "$purpose" != bench ] || missing_peers
  [ "$purpose" != queries ] || missing_engines
  [ "$purpose" != fixtures ] || missing_converters
  [ "$purpose" != browser ] || has_browser || echo chromium
  [ "$purpose" != viewers ] || missing_viewers
  [ "$purpose" != spark ] || has_program java || echo jre
  [ "$purpose" != store ] || has_program virtuoso-t || echo virtuoso
}

# Names the programs for comparison that are missing.
missing_peers() {
  has_program serdi || echo serdi
  has_program rapper || echo rapper
}

# Names the query engines that are missing; only Debian and Ubuntu have them as packages, so that
# elsewhere the benchmark goes without unless it is told where they are.
missing_engines() {
  has_program apt-get || return 0
  has_compiler || echo jdk
  [ -f "${JARS:-/usr/share/java}/jena-arq.jar" ] || echo jena
}

# Names the programs that convert documents that are missing.
missing_converters() {
  has_program pandoc || echo pandoc
  has_program soffice || echo libreoffice
}

# Names the programs that open graphs, and what shows their windows, that are missing.
missing_viewers() {
  system_python=${SYSTEM_PYTHON:-/usr/bin/python3}
  "$system_python" -c 'import graph_tool' >/dev/null 2>&1 || echo graph-tool
  has_compiler || echo jdk
  [ -f "${JARS:-/usr/share/java}/jgrapht-io.jar" ] || echo jgrapht
  has_program tulip || echo tulip
  has_program Xvfb || echo xvfb
  has_program xdotool || echo xdotool
  has_program import || echo imagemagick
}

# The package of a thing: package MANAGER THING.
package() {
  case "$1:$2" in
    apt:libxml2) echo libxml2-dev ;;
    apt:zlib) echo zlib1g-dev ;;
    apt:libmd) echo libmd-dev ;;
    apt:pcre2) echo libpcre2-dev ;;
    apt:xmllint) echo libxml2-utils ;;
    apt:rapper) echo raptor2-utils ;;
    apt:venv) echo python3-venv ;;
    apt:libreoffice) echo libreoffice-writer-nogui ;;
    apt:graph-tool) echo python3-graph-tool ;;
    apt:jdk) echo default-jdk-headless ;;
    apt:jre) echo default-jre-headless ;;
    apt:virtuoso) echo virtuoso-opensource-7-bin ;;
    apt:jgrapht) echo libjgrapht-java ;;
    apt:jena) echo libapache-jena-java ;;
    apt:poppler | dnf:poppler) echo poppler-utils ;;
    dnf:libreoffice) echo libreoffice-writer ;;
    dnf:libxml2) echo libxml2-devel ;;
    dnf:zlib) echo zlib-devel ;;
    dnf:libmd) echo libmd-devel ;;
    dnf:pcre2) echo pcre2-devel ;;
    dnf:pkg-config) echo pkgconf-pkg-config ;;
    dnf:xmllint) echo libxml2 ;;
    dnf:serdi) echo serd ;;
    dnf:rapper) echo raptor2 ;;
    dnf:venv) echo python3 ;;
    brew:pkg-config) echo pkgconf ;;
    brew:python3 | brew:venv) echo python ;;
    brew:xmllint) echo libxml2 ;;
    brew:serdi) echo serd ;;
    brew:rapper) echo raptor ;;
    *) echo "$2" ;;
  esac
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif has_program sudo; then
    sudo "$@"
  else
    echo "setup: installing needs root, and there is no sudo; run as root: $*" >&2
    exit 1
  fi
}

if ! has_program "${SWIFT:-swift}"; then
  echo "setup: no Swift toolchain found; install Swift 6.2 or later from https://www.swift.org/install" >&2
  exit 1
fi

things=$(missing)
[ -n "$things" ] || exit 0

if has_program apt-get; then
  manager=apt
elif has_program dnf; then
  manager=dnf
elif has_program brew; then
  manager=brew
else
  echo "setup: this system's packages are not known here. Please install the development files of" >&2
  echo "libxml2, zlib, libmd and pcre2, and the programs git, make, pkg-config, xmllint, neato, pdftotext and python3 with venv." >&2
  echo "Missing now:" $things >&2
  exit 1
fi

packages=$(for thing in $things; do package "$manager" "$thing"; done | sort -u)
echo "setup: installing" $packages
case $manager in
  apt)
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
    ;;
  dnf) as_root dnf install -y -q $packages ;;
  brew) brew install --quiet $packages ;;
esac

still=$(missing)
if [ -n "$still" ]; then
  echo "setup: installed, but still not found:" $still >&2
  exit 1
fi
