#!/bin/sh
# Every option that a command's --help names must stand in the manual, and the other way round.
#
#   check_manual.sh PROGRAM MANUAL
set -eu
program=$1
manual=$2

commands=$("$program" --help | awk '/^SUBCOMMANDS:/ { inside = 1; next } inside && /^  [a-z]/ { print $1 }')
helped=$(
  {
    "$program" --help
    for command in $commands; do "$program" help "$command"; done
  } | awk '/^  -/' | grep -oE -- '--[a-z][a-z-]*' | sort -u
)
described=$(sed 's/\\-/-/g' "$manual" | grep -oE -- '--[a-z][a-z-]*' | sort -u)
status=0
for option in $helped; do
  echo "$described" | grep -qx -- "$option" || { echo "FAULT $manual: $option is missing"; status=1; }
done
for option in $described; do
  [ "$option" = --generate-completion-script ] && continue
  echo "$helped" | grep -qx -- "$option" || { echo "FAULT $manual: $option does not exist"; status=1; }
done
for command in $commands; do
  grep -q "^\.SS $command" "$manual" || { echo "FAULT $manual: the command $command is missing"; status=1; }
done
exit $status
