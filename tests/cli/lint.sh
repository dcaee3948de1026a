# SPDX-License-Identifier: GPL-2.0-or-later
# lint: its exit statuses, its three formats, and what it says of the sample.
. "$SOURCE/tests/cli/lib.sh"
head='Kenya\n\nLast updated : 3 May 2026\n\nLaw\n\n'
url='<https://a.org/1>'
printf "$head"'It is so.[1]\n\n1.^\nA Kamau, ‘One’ (Site 2024) %s accessed 2 May 2025.\n' "$url" >clean.txt
printf "$head"'It is so.[1]\n\n1.^\nNationality Act 1963.\n' >info.txt
printf "$head"'It is so.[1]\n\n1.^\nA Kamau, ‘One’ (Site 2024) %s.\n' "$url" >warning.txt
printf "$head"'It is so.[1][2]\n\n1.^\nA Kamau, ‘One’ (Site 2024) %s accessed 2 May 2025.\n' "$url" >error.txt

check 0 "$IDSEARCH_INDEXER" lint clean.txt
out_empty
err_empty
check 0 "$IDSEARCH_INDEXER" lint --strict clean.txt
check 0 "$IDSEARCH_INDEXER" lint info.txt
out_has 'info.txt:9: info: note 1 cites a source without a URL [no-url]'
check 1 "$IDSEARCH_INDEXER" lint --strict info.txt
check 1 "$IDSEARCH_INDEXER" lint warning.txt clean.txt
out_has 'warning.txt:9: warning: note 1 cites a URL without a date of access that can be read [no-access-date]'
check 1 "$IDSEARCH_INDEXER" lint error.txt
out_has 'error.txt:7: error: note 2 is cited but never given [dangling-mark]'
check 5 "$IDSEARCH_INDEXER" lint no-such.txt error.txt
err_has 'no-such.txt: cannot be read: No such file or directory'
out_has 'dangling-mark'
mkfifo pipe.txt
check 5 timeout 60 "$IDSEARCH_INDEXER" lint pipe.txt . clean.txt
err_has 'pipe.txt: is a pipe'
out_empty
check 2 "$IDSEARCH_INDEXER" lint
check 2 "$IDSEARCH_INDEXER" lint --format sarfi clean.txt
err_has 'Did you mean sarif?'
check 2 "$IDSEARCH_INDEXER" lint --stirct clean.txt
err_has '--strict'
check 0 "$IDSEARCH_INDEXER" lint --help
out_has 'no-access-date'

for format in json sarif; do
  check 1 "$IDSEARCH_INDEXER" lint --format $format error.txt warning.txt
  out_has '"no-access-date"'
  check 0 "$IDSEARCH_INDEXER" lint -f $format clean.txt
  [ -s out ] || fail "nothing was printed"
done
out_has '"version": "2.1.0"'
last="lint >/dev/full"
"$IDSEARCH_INDEXER" lint error.txt >/dev/full 2>err; got=$?
[ $got = 74 ] || fail "status $got, not 74"

# The profile as captured, where it lies beside the checkout.
sample=$SOURCE/../shared/profiles/north-korea.txt
[ ! -f "$sample" ] || {
  check 1 "$IDSEARCH_INDEXER" lint "$sample"
  sed 's/.*\[\(.*\)\]$/\1/' out | sort | uniq -c | tr -s ' ' >rules
  printf ' 1 no-access-date\n 2 no-url\n 1 several-sources\n 1 uncited-note\n' | cmp -s - rules ||
    fail "other findings"
}
done_testing
