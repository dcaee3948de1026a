# SPDX-License-Identifier: GPL-2.0-or-later
# Any six consecutive words of a body paragraph are found as a phrase: with the marks that stand
# between them, and without. Under sanitizers one phrase in EVERY: that they are found is shown without.
. "$SOURCE/tests/cli/lib.sh"


# Every six words of the paragraphs of a text dump, as quoted queries; quotation marks are left out,
# since they would end the phrase.
phrases_of() {
  sed -n '1,/^ *1\.^/p' "$1" | grep -E '.{100}' | awk -v with_marks="$2" -v every="${EVERY:-1}" '{
    gsub(/"/, "")
    if (!with_marks) gsub(/\[[0-9]+\]/, "")
    gsub("\302\240", " ")
    words = split($0, word, /[ \t\r]+/)
    for (first = 1; first + 5 <= words; ++first) {
      line = word[first]
      for (i = first + 1; i < first + 6; ++i) line = line " " word[i]
      # A dash by itself is no word.
      if (line ~ /[[:alnum:]]/ && ++number % every == 0) printf "%d\t\"%s\"\n", number, line
    }
  }'
}

checked=0
for profile in "$SOURCE"/corpus/profiles/*.txt "$SOURCE"/../shared/profiles/north-korea.txt; do
  [ -f "$profile" ] || continue
  export IDSEARCH_INDEX=$WORK/index-$checked
  check 0 "$IDSEARCH_INDEXER" run -q --corpus "$profile"
  for with_marks in 0 1; do
    phrases_of "$profile" "$with_marks" >queries
    check 0 "$IDSEARCH" -q --queries queries -f trec -n 1
    cut -d ' ' -f 1 out >found
    cut -f 1 queries >asked
    cmp -s found asked || fail "$(grep -vxFf found asked | head -3 | sed 's/.*/^&\\t/' |
      grep -f - queries) is not found in $profile"
    checked=$((checked + $(wc -l <queries)))
  done
done
last="six consecutive words"
[ $((checked * ${EVERY:-1})) -gt 5000 ] || fail "only $checked phrases checked"
done_testing
