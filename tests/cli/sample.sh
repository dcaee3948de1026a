# SPDX-License-Identifier: GPL-2.0-or-later
# The profile as captured, where it lies beside the checkout: what must be found in it, and cited.
. "$SOURCE/tests/cli/lib.sh"
sample=$SOURCE/../shared/profiles/north-korea.txt
[ -f "$sample" ] || { echo "the sample is not here; nothing checked"; exit 0; }
export IDSEARCH_INDEX=$WORK/index
check 0 "$IDSEARCH_INDEXER" run -q --corpus "$sample"

check 0 "$IDSEARCH" -f text "biometric database"
out_has "stimson.org/2024/digital-surveillance-in-north-korea"
out_has "[28]"
check 0 "$IDSEARCH" -f ids "biometric database"
first_line_has "north-korea/law/data-protection/2"
check 0 "$IDSEARCH" -f json "left stateless"
out_has '"32"'
check 0 "$IDSEARCH" "left stateless"
out_has "32 → 31"
check 0 "$IDSEARCH" -f ids '"comply with the authorities’ propaganda Researchers warned that"'
check 0 "$IDSEARCH" -f ids '"authorities’ propaganda.[27] Researchers warned"'

check 0 "$IDSEARCH_INDEXER" parse --json "$sample"
cp out parsed.json
sed 's/"status"/\n&/g' parsed.json | grep -c '^"status":"resolved"' >/dev/null || fail "no resolved note"
out_has '"label":"1-22"'
# Any six words that follow each other, as a phrase, find their passage, marks or no marks between.
check 0 "$IDSEARCH" -n 100 -f ndjson country:KP
sed -n 's/^.*"id":"\([^"]*\)","sha256".*"text":"\(\([^"\\]\|\\.\)*\)","highlights":.*$/\1 \2/p' out |
  sed 's/\\"/"/g' >texts
awk '{for (i = 2; i + 5 <= NF; ++i) {
        phrase = $i
        for (k = 1; k < 6; ++k) phrase = phrase " " $(i + k)
        gsub(/"/, " ", phrase)
        print $1 "@" i "\t\"" phrase "\""}}' texts >phrases
[ "$(wc -l <phrases)" -gt 500 ] || fail "only $(wc -l <phrases) phrases"
check 0 "$IDSEARCH" --queries phrases -f trec -n 10
awk '{split($1, asked, "@"); if (asked[1] == $3) print $1}' out | sort -u >found
cut -f1 phrases | sort >wanted
cmp -s found wanted || fail "phrases that do not find their passage: $(comm -13 found wanted | head -3)"
done_testing
