# SPDX-License-Identifier: GPL-2.0-or-later
# generations, rollback and check: what they say and write, and every exit status.
. "$SOURCE/tests/cli/lib.sh"
mkdir corpus && cp "$SOURCE"/corpus/profiles/{kenya,nepal}.txt corpus/
for command in generations rollback check; do
  check 3 "$IDSEARCH_INDEXER" $command --index none
  err_has "no index at none"
  [ ! -e none ] || fail "made a directory"
  check 0 "$IDSEARCH_INDEXER" $command --help
  check 2 "$IDSEARCH_INDEXER" $command --index none --indx
done
check 0 "$IDSEARCH_INDEXER" run -q --corpus corpus --index i
check 0 "$IDSEARCH_INDEXER" dump --index i
mv out first.dump
check 2 "$IDSEARCH_INDEXER" rollback --index i
err_has "there is no older generation"
rm corpus/nepal.txt && cp "$SOURCE"/corpus/profiles/estonia.txt corpus/
echo "More of it." >>corpus/kenya.txt
check 0 "$IDSEARCH_INDEXER" run -q --corpus corpus --index i
check 0 "$IDSEARCH_INDEXER" generations --index i
first_line_has "* 000002-"
out_has "    added 1: estonia"
out_has "    changed 1: kenya"
out_has "    removed 1: nepal"
out_has "  000001-"
check 0 "$IDSEARCH_INDEXER" generations --index i --format json
out_has '"schema": "idsearch.generations/1"'
out_has '"changes": null'
check 2 "$IDSEARCH_INDEXER" generations --index i --format xml

find i -printf '%p %T@ %s\n' | sort >tree1
check 0 "$IDSEARCH_INDEXER" check --index i
err_empty
[ "$(grep -c ': whole$' out)" = 2 ] || fail "not two generations"
find i -printf '%p %T@ %s\n' | sort >tree2
cmp -s tree1 tree2 || fail "check wrote into the index"

# A generation that was forced says so, and why.
cp -a i forced
check 0 "$IDSEARCH_INDEXER" run -q --corpus corpus --index forced --force unneeded
check 0 "$IDSEARCH_INDEXER" generations --index forced
out_lacks "forced:"  # unchanged: nothing was published
echo "More again." >>corpus/kenya.txt
check 0 "$IDSEARCH_INDEXER" run -q --corpus corpus --index forced --force "a third edition"
check 0 "$IDSEARCH_INDEXER" generations --index forced
out_has "    forced: a third edition"
check 0 "$IDSEARCH_INDEXER" generations --index forced --format json
out_has '"reason": "a third edition"'
out_has "\"program\": \"$("$IDSEARCH_INDEXER" --version | sed -n '1s/.* //p')\""
sed -i '$d' corpus/kenya.txt

# There and back, by every name that a generation has.
exec 9>>i/lock && flock -x 9
check 4 "$IDSEARCH_INDEXER" rollback --index i
check 4 "$IDSEARCH_INDEXER" rollback --index i --lock-timeout 0.1
exec 9>&-
check 0 "$IDSEARCH_INDEXER" rollback --index i --lock-timeout 5
out_has "in force: 000001-"
check 0 "$IDSEARCH_INDEXER" dump --index i
cmp -s out first.dump || fail "another dump"
check 0 "$IDSEARCH_INDEXER" generations --index i
out_has "* 000001-"
first=$(readlink i/current)
for id in 2 000002 "${first#*/}"; do
  check 0 "$IDSEARCH_INDEXER" rollback $id --index i
done
out_has "in force: 000001-"
check 2 "$IDSEARCH_INDEXER" rollback 7 --index i
check 2 "$IDSEARCH_INDEXER" rollback 1 2 --index i

# Damage: named, with the command that repairs, in the one that serves and in another.
check 0 "$IDSEARCH_INDEXER" rollback 2 --index i
for place in current "$first"; do
  cp -a i bad
  file=bad/$place/index.glass
  printf 'damaged' | dd of="$file" bs=1 seek=$(($(stat -c %s "$file") / 2)) conv=notrunc status=none
  check 7 "$IDSEARCH_INDEXER" check --index bad
  err_has "is damaged: index.glass does not have the digest"
  if [ $place = current ]; then
    err_has "idsearch-index run --corpus DIR --index bad"
    err_has "idsearch-index rollback --index bad"
    check 0 "$IDSEARCH_INDEXER" run -q --corpus corpus --index bad
    check 7 "$IDSEARCH_INDEXER" check --index bad
  else
    check 7 "$IDSEARCH_INDEXER" rollback --index bad
    check 7 "$IDSEARCH_INDEXER" check --index bad
  fi
  bash -c "$(sed -n 's/^It does not serve. Remove it: //p' err)"
  check 0 "$IDSEARCH_INDEXER" check --index bad
  rm -rf bad
done
cp -a i bad && rm bad/current
check 7 "$IDSEARCH_INDEXER" check --index bad
err_has "no generation is in force"
check 0 "$IDSEARCH_INDEXER" rollback --index bad
check 0 "$IDSEARCH_INDEXER" check --index bad
done_testing
