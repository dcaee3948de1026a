# SPDX-License-Identifier: GPL-2.0-or-later
# Words of the same meaning and other spellings, from the command line: what is told, shown and counted.
. "$SOURCE/tests/cli/lib.sh"
export IDSEARCH_INDEX=$WORK/index
check 0 "$IDSEARCH_INDEXER" run -q --corpus "$SOURCE/corpus/profiles"

check 0 "$IDSEARCH" ICCPR
err_has "also: ICCPR: International Covenant on Civil and Political Rights"
check 0 "$IDSEARCH" -q ICCPR
err_empty
check 0 "$IDSEARCH" --json ICCPR
out_has '"ICCPR: International Covenant on Civil and Political Rights'
err_empty
check 0 "$IDSEARCH" --no-synonyms --json ICCPR
out_has '"expansions": []'

# A thesaurus of one's own, by option and by configuration.
printf 'version = 1\ngroups = [["zyzzyva", "passport"]]\n' >own.toml
check 1 "$IDSEARCH" --no-suggest zyzzyva
check 0 "$IDSEARCH" --thesaurus own.toml zyzzyva
err_has "also: zyzzyva: passport"
printf 'thesaurus = "own.toml"\n' >config.toml
check 0 "$IDSEARCH" --config config.toml -f ids zyzzyva
check 0 "$IDSEARCH" --config config.toml --thesaurus "$SOURCE/corpus/thesaurus.toml" ICCPR
err_has "also: ICCPR"

# 78: a faulty one, with its line.
printf 'version = 1\ngroups = [\n  ["one name"],\n]\n' >bad.toml
check 78 "$IDSEARCH" --thesaurus bad.toml passport
err_has "bad.toml:3: a group has at least two names"
out_empty
check 78 "$IDSEARCH" --thesaurus nowhere.toml passport
err_has "nowhere.toml"
check 2 "$IDSEARCH" --thesaurus= passport

# Another spelling: told, shown as what it is, and still no answer to what was typed.
check 1 "$IDSEARCH" biometrc databse
first_line_has "nothing found for “biometrc databse”; these are for “biometric database”"
out_has "https://"
err_has "shown instead: biometric database"
check 1 "$IDSEARCH" -f md biometrc databse
first_line_has "these are for “biometric database”"
check 1 "$IDSEARCH" --json Biometrc databse
out_has '"hits_for": "Biometric database"'
out_has '"value": 0'
err_empty
for format in ids csv; do
  check 1 "$IDSEARCH" -f $format biometrc databse
  out_lacks "north-korea"
  err_has "did you mean: biometric database"
done
check 1 "$IDSEARCH" -f trec biometrc databse
out_empty
err_empty
check 1 "$IDSEARCH" --count biometrc databse
[ "$(cat out)" = 0 ] || fail "another query was counted"
err_empty
check 1 "$IDSEARCH" --no-suggest biometrc databse
out_empty
err_has "nothing found"
check 0 "$IDSEARCH" --no-match-ok biometrc databse
check 0 "$IDSEARCH" biometrc passport
err_has "did you mean: biometric passport"
out_lacks "nothing found"
check 0 "$IDSEARCH" -q biometrc passport
err_empty

# Why: in the answer for people, as values in JSON, on stderr beside ids.
check 0 "$IDSEARCH" --explain -n 1 ICCPR
out_has "“iccpr”, stem"
out_has "score "
out_has "parsed: ICCPR"
check 0 "$IDSEARCH" --explain --json -n 1 ICCPR
out_has '"explain": {'
out_has '"what": "“iccpr”, stem"'
check 0 "$IDSEARCH" --explain -f ids -n 1 ICCPR
err_has "weighs: “iccpr”, stem"
out_lacks "weighs"
done_testing
