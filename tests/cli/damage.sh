# SPDX-License-Identifier: GPL-2.0-or-later
# Bytes of an index that were overwritten: status 7 and the command that repairs, or, where the damaged
# block is not read, the answer as it was; never a crash, never hits or figures made of the damage, and
# never "nothing found" because of it. The repair is a run, though the corpus is the same. Under sanitizers
# (EVERY) a quarter of the damages.
. "$SOURCE/tests/cli/lib.sh"
mkdir corpus && cp "$SOURCE"/corpus/profiles/{kenya,estonia,nepal}.txt corpus/
check 0 "$IDSEARCH_INDEXER" run -q --corpus corpus --index good
check 0 "$IDSEARCH" --index good -f ids country:Kenya
id=$(head -n 1 out)
cp -a good bad
file=bad/current/index.glass
size=$(stat -c %s "$file")

queries=(zyzzyva "show no/such/passage" "-f ids country:Kenya" "birth certificate" "show $id")
for i in "${!queries[@]}"; do
  status=0
  "$IDSEARCH" --index good ${queries[i]} >"good.$i" 2>"good.$i.err" || status=$?
  echo $status >"good.$i.status"
done
refused=0
# Refused by name, or as over the sound index.
refuses_or_answers() {
  local i=$1 status=0
  last="${queries[i]} (damage $round)"
  "$IDSEARCH" --index bad ${queries[i]} >out 2>err || status=$?
  if [ $status = 7 ]; then
    refused=$((refused + 1))
    err_has "idsearch-index run"
    out_empty
  else
    [ $status = "$(cat "good.$i.status")" ] || fail "status $status"
    cmp -s out "good.$i" || fail "another answer"
    cmp -s err "good.$i.err" || fail "other messages"
  fi
}
RANDOM=20260
rounds=$([ "${EVERY:-1}" = 1 ] && echo 60 || echo 15)
damaged=0
for round in $(seq $rounds); do
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
  for i in "${!queries[@]}"; do refuses_or_answers $i; done
done
last="damages"
[ "$damaged" -gt $((rounds * 5 / 6)) ] || fail "only $damaged damages"
[ $refused -gt $((damaged / 4)) ] || fail "only $refused refusals"
[ $refused -lt $((damaged * ${#queries[@]})) ] || fail "blocks that are not read are compared, too"
# Each file that a generation needs, gone or replaced: refused by name; the next run makes it whole.
check 0 "$IDSEARCH_INDEXER" dump --index good
mv out good.dump
rm -rf bad && cp -a good bad
for file in blocks index.glass manifest.json profiles.json stamp; do
  for damage in empty gone; do
    if [ $damage = empty ]; then : >"bad/current/$file"; else rm "bad/current/$file"; fi
    case $file in
      index.glass | manifest.json) check 7 "$IDSEARCH" --index bad country:Kenya; out_empty
        err_has "idsearch-index run --corpus DIR --index bad" ;;
      *) check 0 "$IDSEARCH_INDEXER" dump --index bad
        cmp -s out good.dump || fail "another dump"
        check 0 "$IDSEARCH" --index bad -f ids -n 1 country:Kenya
        # Who looks at the index is told of a neighbour that is damaged.
        [ $file = stamp ] || [ $file = blocks ] || check 7 "$IDSEARCH" --index bad stats
        [ $file = stamp ] || check 7 "$IDSEARCH_INDEXER" check --index bad ;;
    esac
    check 0 "$IDSEARCH_INDEXER" run --corpus corpus --index bad
    if [ $file = stamp ]; then first_line_has unchanged; else first_line_has published; fi
    check 0 "$IDSEARCH_INDEXER" dump --index bad
    cmp -s out good.dump || fail "another dump after the repair ($file $damage)"
    [ -s "bad/current/$file" ] || fail "$file was not made again"
  done
done
done_testing
