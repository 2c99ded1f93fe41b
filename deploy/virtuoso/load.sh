#!/bin/sh
# Loads N-Quads that simpul build wrote into a running Virtuoso by its bulk loader.
#
#   load.sh GRAPH.nq [SERVER] [USER] [PASSWORD]      127.0.0.1:1111, dba and dba by default
#
# The claims of each document go into the graph that the quads name, the facts into urn:simpul:facts:
# Virtuoso has no default graph of its own. Ask with default-graph-uri=urn:simpul:facts. The server must
# be allowed to read the folder of the file (DirsAllowed in virtuoso.ini); on a cluster the folder is
# one that its first node reaches. ISQL names the client where it is not called isql-vt or isql.
set -eu
file=${1:?"usage: load.sh GRAPH.nq [SERVER] [USER] [PASSWORD]"}
server=${2:-127.0.0.1:1111}
user=${3:-dba}
password=${4:-dba}
folder=$(cd "$(dirname "$file")" && pwd)
name=$(basename "$file")
isql=${ISQL:-$(command -v isql-vt || command -v isql)}

run() { "$isql" "$server" "$user" "$password" VERBOSE=OFF BANNER=OFF PROMPT=OFF ERRORS=STDOUT exec="$1"; }

case $folder$name in
  *\'*) echo "load.sh: $folder/$name: a path with ' in it cannot be loaded" >&2; exit 2 ;;
esac
run "delete from DB.DBA.load_list where ll_file = '$folder/$name'; ld_dir ('$folder', '$name', 'urn:simpul:facts'); rdf_loader_run (); checkpoint;"
state=$(run "select concat ('state ', cast (ll_state as varchar), ' ', coalesce (ll_error, '')) from DB.DBA.load_list where ll_file = '$folder/$name';")
case $state in
  *"state 2 "*) ;;
  *) echo "load.sh: $folder/$name was not loaded: $state" >&2; exit 1 ;;
esac
