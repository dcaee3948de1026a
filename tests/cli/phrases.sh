# SPDX-License-Identifier: GPL-2.0-or-later
# Any six consecutive words of a body paragraph are found as a phrase: with the marks that stand
# between them, and without. Under sanitizers one phrase in EVERY: that they are found is shown without.
. "$SOURCE/tests/cli/lib.sh"

# Every six words of the paragraphs of a text dump, as quoted queries "PROFILE-MARKS-NUMBER<tab>PHRASE";
# quotation marks are left out, since they would end the phrase.
phrases_of() {
  sed -n '1,/^ *1\.^/p' "$1" | grep -E '.{100}' | awk -v with_marks="$2" -v every="${EVERY:-1}" -v name="$3" '{
    gsub(/"/, "")
    if (!with_marks) gsub(/\[[0-9]+\]/, "")
    gsub("\302\240", " ")
    words = split($0, word, /[ \t\r]+/)
    for (first = 1; first + 5 <= words; ++first) {
      line = word[first]
      for (i = first + 1; i < first + 6; ++i) line = line " " word[i]
      # A dash by itself is no word.
      if (line ~ /[[:alnum:]]/ && ++number % every == 0)
        printf "%s/%d/%d\t\"%s\"\n", name, with_marks, number, line
    }
  }'
}

# One index of all, and one call for all phrases: each must be found in the profile it stands in.
mkdir corpus
cp "$SOURCE"/corpus/profiles/*.txt corpus/
sample=$SOURCE/../shared/profiles/north-korea.txt
[ ! -f "$sample" ] || cp "$sample" corpus/sample.txt
check 0 "$IDSEARCH_INDEXER" run -q --corpus corpus --index index
for profile in corpus/*.txt; do
  name=$(basename "$profile" .txt)
  for with_marks in 0 1; do phrases_of "$profile" "$with_marks" "$name"; done
done >queries
check 0 "$IDSEARCH" --index index -q --queries queries -f trec -n 100
awk '{ split($1, asked, "/"); split($3, found, "/") } asked[1] == found[1] { print $1 }' out |
  uniq >found
cut -f 1 queries >asked
cmp -s found asked || fail "not found: $(grep -vxFf found asked | head -3 | sed 's/.*/^&\t/' |
  grep -f - queries)"
checked=$(wc -l <asked)
last="six consecutive words"
[ $((checked * ${EVERY:-1})) -gt 5000 ] || fail "only $checked phrases checked"
done_testing
