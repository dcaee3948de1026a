# SPDX-License-Identifier: GPL-2.0-or-later
# A tiny corpus in two states, an index of the first, and what must hold of it whatever happened.
. "$SOURCE/tests/cli/lib.sh"
profile() {  # NAME YEAR
  printf 'Country: %s\n\n1. Birth registration\n\nBirths in %s are registered since %s.[1]\n\n' "$1" "$1" "$2"
  printf 'Notes\n\n[1] Ministry of %s, Report, %s.\n' "$1" "$2"
}
mkdir old new
profile Kenya 2019 >old/kenya.txt
profile Nepal 2020 >old/nepal.txt
cp old/nepal.txt new/
profile Kenya 2023 >new/kenya.txt
for state in old new; do
  check 0 "$IDSEARCH_INDEXER" run -q -j1 --corpus $state --index $state.index
  check 0 "$IDSEARCH_INDEXER" dump --index $state.index
  mv out $state.dump
done
last="the two states"
! cmp -s old.dump new.dump || fail "are the same"

# fresh: an index of the old state in ./index
fresh() {
  rm -rf index
  cp -a old.index index
}
# faulty VARIABLE=VALUE… : the reindex from old to new under these faults
faulty() {
  last="reindex with $*"
  # The shell's own word about a killed process is not wanted.
  { env LD_PRELOAD="$PRELOAD" "$@" "$IDSEARCH_INDEXER" run -q -j1 --corpus new --index index \
    >out 2>err </dev/null; } 2>/dev/null
}
# whole STATE…: the index answers, and as one of these
whole() {
  "$IDSEARCH_INDEXER" dump --index index >dump 2>err || { fail "the index is broken"; return; }
  local state
  for state in "$@"; do cmp -s dump $state.dump && return; done
  fail "the index is neither of: $*"
}
# tidy: a run without faults ends in the new state and leaves nothing lying about
tidy() {
  local before=$last
  check 0 "$IDSEARCH_INDEXER" run -q -j1 --corpus new --index index
  last="the run after: $before"
  whole new
  [ "$(ls -A index | tr '\n' ' ')" = "current generations lock segments " ] || fail "left over: $(ls -A index)"
  local files
  files=$(cd index/generations && ls -A ./*/ | grep -v ':$' | sort -u | tr '\n' ' ')
  [ "$files" = " blocks index.glass manifest.json profiles.json stamp " ] ||
    [ "$files" = "blocks index.glass manifest.json profiles.json stamp " ] || fail "left over: $files"
}
