# SPDX-License-Identifier: GPL-2.0-or-later
# Every command line of README.md and docs/ that calls one of the programs is run and must succeed.
# Command lines stand in fenced blocks marked `sh`, one a line, perhaps behind "$ ".
. "$SOURCE/tests/cli/lib.sh"
mkdir bin && ln -s "$IDSEARCH" bin/idsearch && ln -s "$IDSEARCH_INDEXER" bin/idsearch-index
ln -s "$SOURCE/corpus" corpus
export PATH=$WORK/bin:$PATH IDSEARCH_INDEX=$WORK/index
check 0 "$IDSEARCH_INDEXER" run -q --corpus "$SOURCE/corpus/profiles"
commands=0
for document in "$SOURCE"/README.md "$SOURCE"/CONTRIBUTING.md "$SOURCE"/docs/*.md; do
  # For root, and a story: tests/packaging/operating.sh runs it.
  [ "${document##*/}" != operating.md ] || continue
  while IFS= read -r line; do
    line=${line#\$ }
    case $line in
      *idsearch*) ;;
      *) continue ;;  # ./scripts/… are run by .ci/run
    esac
    [[ $line != ./scripts/* && $line != \#* ]] || continue
    commands=$((commands + 1))
    check 0 bash -o pipefail -c "$line"
    [ -s out ] || case $line in *-q*|*\>*) ;; *) fail "$document: nothing was printed" ;; esac
  done < <(awk '/^```sh/{on=1;next} /^```/{on=0} on' "$document")
done
last="commands of the documents"
[ "$commands" -ge 10 ] || fail "only $commands commands found"
done_testing
