# SPDX-License-Identifier: GPL-2.0-or-later
# Bytes of an index that were overwritten: an answer or status 7, never a crash, never figures made
# of the damage, and never "nothing found".
. "$SOURCE/tests/cli/lib.sh"
mkdir corpus && cp "$SOURCE"/corpus/profiles/{kenya,estonia,nepal}.txt corpus/
check 0 "$IDSEARCH_INDEXER" run -q --corpus corpus --index good
check 0 "$IDSEARCH" --index good -f ids country:Kenya
id=$(head -n 1 out)
cp -a good bad
file=bad/current/index.glass
size=$(stat -c %s "$file")

# ask COMMAND…: status 0, or 7 with a hint. A death by signal N would be 128+N.
ask() {
  last="$* ($length bytes at $at)"
  timeout 60 "$@" >out 2>err </dev/null
  local got=$?
  [ $got = 0 ] || [ $got = 7 ] || fail "status $got"
  [ $got = 0 ] || err_has "idsearch-index run"
}
RANDOM=20260
damaged=0
for round in $(seq 60); do
  at=$(((RANDOM * 32768 + RANDOM) % (size - 64)))
  length=$((1 + RANDOM % 64))
  byte=$([ $((round % 2)) = 0 ] && echo '\377' || echo 'A')
  cp good/current/index.glass "$file"
  head -c $length /dev/zero | tr '\0' "$byte" | dd of="$file" bs=1 seek=$at conv=notrunc status=none
  cmp -s good/current/index.glass "$file" && continue
  damaged=$((damaged + 1))
  for command in stats "stats --json"; do
    check 7 "$IDSEARCH" --index bad $command
    err_has "idsearch-index run"
    out_empty
  done
  check 7 "$IDSEARCH_INDEXER" dump --index bad
  out_empty
  check 7 "$IDSEARCH" --index bad zyzzyva
  check 7 "$IDSEARCH" --index bad show no/such/passage
  ask "$IDSEARCH" --index bad -f ids country:Kenya
  ask "$IDSEARCH" --index bad -f ids topic:statelessness
  ask "$IDSEARCH" --index bad birth certificate
  ask "$IDSEARCH" --index bad show "$id"
done
last="damages"
[ "$damaged" -gt 50 ] || fail "only $damaged damages"
done_testing
