# SPDX-License-Identifier: GPL-2.0-or-later
# Words of the same meaning, from the command line: what is told, and how a thesaurus is named.
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
done_testing
