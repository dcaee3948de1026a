# SPDX-License-Identifier: GPL-2.0-or-later
# Every exit status of idsearch that applies now, each from its cause.
. "$SOURCE/tests/cli/lib.sh"
export IDSEARCH_INDEX=$WORK/index
check 0 "$IDSEARCH_INDEXER" run -q --corpus "$SOURCE/corpus/profiles"

check 0 "$IDSEARCH" "biometric database"
out_has "biometric database"
check 0 "$IDSEARCH" search "biometric database"
check 1 "$IDSEARCH" zyzzyva
out_empty
check 0 "$IDSEARCH" --no-match-ok zyzzyva
check 1 "$IDSEARCH" show no/such/passage
out_empty
check 1 "$IDSEARCH" show --json no/such/passage
out_has '"passages": []'
check 0 "$IDSEARCH" show -C 1 -f md north-korea/law/data-protection/1
err_has "note: md has no place for neighbouring paragraphs"
check 0 "$IDSEARCH" show -C 51 north-korea/law/data-protection/1
err_has "at most 50 neighbours"
check 2 "$IDSEARCH" --queries ""
err_has "--queries needs a file"
printf 'q1\tpolice\nq2\t\n' >queries
check 0 "$IDSEARCH" -q --queries queries -n 1
out_has "q1 Q0 "
err_has "query q2: the query is empty"
printf 'q1\tpolice\nq2\t(police\n' >queries
check 0 "$IDSEARCH" -q --queries queries -n 1
check 2 "$IDSEARCH" -q --strict --queries queries -n 1
out_has "q1 Q0 "
err_has "query q2: "
check 0 "$IDSEARCH" show north-korea/law/data-protection/1
check 0 "$IDSEARCH" fields
check 0 "$IDSEARCH" stats
check 0 "$IDSEARCH" help
check 0 "$IDSEARCH" --help
out_has "idsearch"
check 0 "$IDSEARCH" --version
out_has "Xapian"
out_has "ICU"
out_has "schema"

# 2: usage, and a faulty query only when asked to be strict.
check 2 "$IDSEARCH" ""
check 2 "$IDSEARCH"
check 2 "$IDSEARCH" --colour-me biometric
check 2 "$IDSEARCH" --limti 3 biometric
err_has "--limit"
check 2 "$IDSEARCH" --limit many biometric
check 2 "$IDSEARCH" --since yesterday biometric
check 2 "$IDSEARCH" --format pdf biometric
check 0 "$IDSEARCH" '(biometric'
err_has "note"
check 2 "$IDSEARCH" --strict '(biometric'
err_has "^"
out_empty

# 3: no index, or one that cannot be understood.
check 3 "$IDSEARCH" --index "$WORK/nowhere" biometric
err_has "$WORK/nowhere"
err_has "idsearch-index run"
mkdir empty
check 3 "$IDSEARCH" --index empty biometric
check 3 "$IDSEARCH" --index "$SOURCE/README.md" biometric
printf 'auto %s\n' "$WORK/index/current/index.glass" >stub
check 3 "$IDSEARCH" --index stub biometric
cp -r index foreign
manifest=foreign/current/manifest.json
sed -i 's/"schema": [0-9]*/"schema": 999/' "$manifest"
check 7 "$IDSEARCH" --index foreign biometric  # changed by hand: not what was written
compact=$(grep -v '^  "sha256"' "$manifest" | sed 's/^  //; s/": /":/' | tr -d '\n' | sed 's/,}$/}/')
digest=$(printf '%s' "$compact" | sha256sum | cut -c1-64)
sed -i "s/^  \"sha256\": .*/  \"sha256\": \"$digest\"/" "$manifest"
check 3 "$IDSEARCH" --index foreign biometric
err_has "idsearch-index run"

# 5: of several indexes one is missing. The others answer, and the answer says what it lacks.
check 5 "$IDSEARCH" -q --index index --index "$WORK/nowhere" -f ids biometric
[ -s out ] || fail "the other index does not answer"
err_has "$WORK/nowhere"
check 5 "$IDSEARCH" --index index --index "$WORK/nowhere" --json zyzzyva
out_has '"missing"'
out_has '"no-index"'
check 5 "$IDSEARCH" --index foreign --index index show north-korea/law/data-protection/1
err_has "schema"
check 5 "$IDSEARCH" --index index --index "$WORK/nowhere" stats
check 3 "$IDSEARCH" --index "$WORK/nowhere" --index foreign biometric
check 3 "$IDSEARCH" --index /no/one --index /no/two biometric
err_has "no index at /no/one"
err_has "no index at /no/two"

# 2 with --strict: what can be no value of a filter. An index without Tonga is an answer: no.
for query in country:Atlantis country:Korea topic:bogus section:nowhere 'country:KP /s camera'; do
  check 2 "$IDSEARCH" --strict -f ids "$query"
  err_has "^"
done
for option in --country=Atlantis --topic=bogus --section=nowhere; do
  check 2 "$IDSEARCH" --strict "$option" police
  err_has "${option%=*}: "
done
check 1 "$IDSEARCH" --strict -f ids country:Tonga
check 1 "$IDSEARCH" -f ids country:Korean
err_has "North Korea (KP) or South Korea (KR)"

# Signs that are no words are not understood; marks of a sentence are no fault.
for query in 'police && camera' 'police || camera' 'police 😀'; do
  check 0 "$IDSEARCH" -f ids "$query"
  err_has note
  check 2 "$IDSEARCH" --strict -f ids "$query"
  err_has "^"
done
check 0 "$IDSEARCH" --strict -f ids 'police – camera ?'
# An option with its value joined is a word to leave out: told where it is in no passage.
for word in -slaw -ckp -fnope; do
  check 0 "$IDSEARCH" -f ids identity $word
  err_has "note: $word is read as a word to leave out"
  check 0 "$IDSEARCH" --strict -f ids identity $word  # a legal query, whatever the index holds
  check 0 "$IDSEARCH" --strict -f ids -- identity $word
  err_empty
done
check 2 "$IDSEARCH" --strict -f ids identity -json
err_has "^"
check 0 "$IDSEARCH" --strict -f ids identity -china -fraud
err_empty
check 2 "$IDSEARCH" identity -f nope
err_has "text, json, ndjson, csv, md, csl-json, bibtex, ris, ids or trec"
# The id of a passage is no query, but what was meant is plain.
check 0 "$IDSEARCH" -f ids ' north-korea/law/data-protection/1'
err_has "note: a passage has this id; to see it: idsearch show north-korea/law/data-protection/1"
check 0 "$IDSEARCH" -f ids north-korea/law/data-protection/99
! grep -q "this id" err || fail "there is no such passage"
# Programs find the same notes, and what options ask for, in JSON.
check 0 "$IDSEARCH" -q --json -n 1 -c KP,KE --until 2030 identity -json -slaw
err_empty
for part in '"message": "-json is read as a word to leave out; the option is --json"' \
    '"message": "-slaw is read as a word to leave out, but stands nowhere' '"until": "2030"' \
    '"in": "body"' '"limit": 1'; do
  out_has "$part"
done

# A page behind the last passage says so, in a pipe too.
check 0 "$IDSEARCH" --offset 99999 biometric
out_empty
err_has "none on this page"
check 0 "$IDSEARCH" -q --offset 99999 biometric
err_empty

# 7: stored bytes that are not what was written.
cp -r index short
truncate -s -4096 short/current/index.glass
check 7 "$IDSEARCH" --index short biometric
err_has "idsearch-index run"
check 7 "$IDSEARCH" --index short --index index -f ids biometric
[ -s out ] || fail "the good index does not answer"

# 20, 21: output versions.
check 20 "$IDSEARCH" --json --format-version 0 biometric
check 21 "$IDSEARCH" --json --format-version 2 biometric
check 0 "$IDSEARCH" --json --format-version 1 biometric
out_has '"schema"'

# 74: the answer cannot be written. 78: bad configuration.
"$IDSEARCH" biometric >/dev/full 2>err; got=$?
last="idsearch >/dev/full"
[ $got = 74 ] || fail "status $got, not 74"
printf 'limit = 5\nlimmit = 6\n' >bad.toml
check 78 "$IDSEARCH" --config bad.toml biometric
err_has "bad.toml:2"
printf 'limit = 1\n' >good.toml
check 0 "$IDSEARCH" --config good.toml -f ids biometric
[ "$(wc -l <out)" = 1 ] || fail "limit = 1 of the configuration was not obeyed"

# A one-word query that is a command's name says how to search for it.
check 0 "$IDSEARCH" stats
err_has "idsearch search stats"
check 0 "$IDSEARCH" --index index stats
[ ! -s err ] || fail "a command with options was taken for a query"
check 0 "$IDSEARCH" -- "nationality"
done_testing
