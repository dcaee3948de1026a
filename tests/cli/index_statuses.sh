# SPDX-License-Identifier: GPL-2.0-or-later
# Every exit status of idsearch-index that applies now, and that the old index survives each.
. "$SOURCE/tests/cli/lib.sh"
profiles=$SOURCE/corpus/profiles
mkdir corpus && corpus=$WORK/corpus
cp "$profiles"/{bahamas,bangladesh,estonia,india,kenya,kuwait,nepal,nigeria,thailand}.txt \
  "$profiles"/{colombia,latvia}.md "$profiles"/brazil.html corpus/

check 0 "$IDSEARCH_INDEXER" --help
out_has "run"
check 0 "$IDSEARCH_INDEXER" --version
out_has "Xapian"
check 2 "$IDSEARCH_INDEXER" rum
err_has "run"
check 2 "$IDSEARCH_INDEXER"
check 2 "$IDSEARCH_INDEXER" run --index i
check 2 "$IDSEARCH_INDEXER" run --index i --corpus "$WORK/no-such-corpus"
err_has "no-such-corpus"
check 2 "$IDSEARCH_INDEXER" run --index i --corpsu "$corpus"
err_has "--corpus"

check 0 "$IDSEARCH_INDEXER" run --dry-run --corpus "$corpus" --index i
[ ! -e i/current ] || fail "a dry run published"
check 0 "$IDSEARCH_INDEXER" run --corpus "$corpus" --index i --report report.json
out_has "published"
grep -q '"profiles"' report.json || fail "no report"
check 0 "$IDSEARCH" --index i -f ids "biometric database"
cp out before

# "-" is standard output, which has nothing else then.
check 0 "$IDSEARCH_INDEXER" run --corpus "$corpus" --index i --report -
first_line_has "{"
out_has '"outcome": "unchanged"'
[ "$(tail -n 1 out)" = "}" ] || fail "something stands behind the report"
err_has "unchanged"
check 0 "$IDSEARCH_INDEXER" run --dry-run --corpus "$corpus" --index i --report -
[ "$(tail -n 1 out)" = "}" ] || fail "something stands behind the report"
check 0 "$IDSEARCH_INDEXER" run --corpus "$corpus" --index i --metrics -
first_line_has "# HELP"
check 2 "$IDSEARCH_INDEXER" run --corpus "$corpus" --index i --report - --metrics -
err_has "--report and --metrics"
[ ! -e ./- ] || fail "there is a file called -"

# One of a thing is no plural.
mkdir one && printf 'Kenya\n\nOverview\n\nA single sentence about a card.\n' >one/kenya.txt
printf 'x' >one/picture.png
check 0 "$IDSEARCH_INDEXER" run --corpus one --index one-index
out_has ": 1 profile, 1 passage"
err_has "1 file of other kinds ignored"
check 0 "$IDSEARCH_INDEXER" generations --index one-index
out_has "1 profile, 1 passage"

# Unchanged: nothing is written.
find i -printf '%p %T@ %s\n' | sort >tree1
check 0 "$IDSEARCH_INDEXER" run --corpus "$corpus" --index i
out_has "unchanged"
find i -printf '%p %T@ %s\n' | sort >tree2
cmp -s tree1 tree2 || fail "an unchanged run wrote into the index"

# The same corpus from another place, in another order: the same dump.
mkdir other && cp $(ls -r "$corpus"/*) other/
check 0 "$IDSEARCH_INDEXER" run --corpus other --index j --jobs 1
check 0 "$IDSEARCH_INDEXER" dump --index i
cp out dump1
check 0 "$IDSEARCH_INDEXER" dump --index j
cmp -s dump1 out || fail "the dump differs"
[ -s dump1 ] || fail "the dump is empty"

# 4: another writer holds the lock.
exec 9>>i/lock && flock -x 9
check 4 "$IDSEARCH_INDEXER" run --corpus other --index i
exec 9>&-

# 5: some inputs rejected, the rest is indexed.
mkdir mixed mixed/sub && cp "$corpus"/kenya.txt "$corpus"/india.txt mixed/
cp "$corpus"/india.txt mixed/sub/india.txt
check 5 "$IDSEARCH_INDEXER" run --corpus mixed --index k
err_has "mixed/india.txt"
err_has "mixed/sub/india.txt"
check 0 "$IDSEARCH" --index k -f ids country:KE
check 1 "$IDSEARCH" --index k -f ids country:IN
check 5 "$IDSEARCH_INDEXER" parse --json "$corpus/kenya.txt" no-such-file.txt "$corpus/india.txt"
[ "$(wc -l <out)" = 2 ] || fail "the readable profiles were not printed"
err_has "no-such-file.txt"

# A page that is nested too deeply is rejected; other pages are profiles like text dumps.
mkdir pages && cp "$SOURCE/tests/cases/forms/profile.html" pages/cote.html
printf '<div>%.0s' $(seq 600) >pages/deep.html
check 5 "$IDSEARCH_INDEXER" run --corpus pages --index pages-index
err_has "pages/deep.html"
err_has "nested deeper than 512 elements"
check 0 "$IDSEARCH" --index pages-index -f ids 'certificate AND country:CI'
out_has "cote/digital-id-overview/1"
check 5 "$IDSEARCH_INDEXER" parse --json pages/deep.html pages/cote.html
[ "$(wc -l <out)" = 1 ] || fail "the readable page was not printed"

# 74: the index cannot be written; 78: bad rules. The old index answers as before.
check 74 "$IDSEARCH_INDEXER" run --corpus "$corpus" --index /dev/null/index
# A report that cannot be written is found out before anything is built.
check 74 "$IDSEARCH_INDEXER" run --corpus "$corpus" --index l --report "$WORK/no-such-place/report"
err_has "no-such-place/report"
[ ! -e l ] || fail "the index was built all the same"
check 0 "$IDSEARCH_INDEXER" run --corpus "$corpus" --index i --report report.json
grep -q unchanged report.json || fail "no new report"
[ "$(tail -n 1 report.json)" = "}" ] || fail "the end of a longer report is left"
# A limit on file sizes is a message, not a death by signal.
last="run under ulimit -f"
(ulimit -f 100; "$IDSEARCH_INDEXER" run --corpus "$corpus" --index l >out 2>err); got=$?
[ $got = 74 ] || fail "status $got, not 74"
err_has "too large"
[ ! -e l/current ] || fail "something was published"
printf '[[topic]\n' >bad.toml
check 78 "$IDSEARCH_INDEXER" run --corpus "$corpus" --index i --topics bad.toml
err_has "bad.toml:1"
# An emptied corpus does not replace a good index.
mkdir none
check 6 "$IDSEARCH_INDEXER" run --corpus none --index i
check 0 "$IDSEARCH" --index i -f ids "biometric database"
cmp -s out before || fail "the old index no longer answers as before"

# 6: the gate. Four of 12 profiles are gone; a reason lets it pass, and is kept.
mkdir fewer && cp "$corpus"/* fewer/ && (cd fewer && rm $(ls | head -n 4))
check 6 "$IDSEARCH_INDEXER" run --corpus fewer --index i --report report.json
err_has "refused: profiles drop from"
err_has "--force"
grep -q '"verdict": "refused"' report.json || fail "the report lacks the verdict"
check 6 "$IDSEARCH_INDEXER" run --dry-run --corpus fewer --index i
err_has "refused: profiles drop from"
check 0 "$IDSEARCH" --index i -f ids "biometric database"
cmp -s out before || fail "the old index no longer answers as before"
check 2 "$IDSEARCH_INDEXER" run --corpus fewer --index i --force " "
check 0 "$IDSEARCH_INDEXER" run --corpus fewer --index i --force "four left" --report report.json
out_has "published"
grep -q '"verdict": "forced"' report.json || fail "the report lacks the verdict"
grep -q '"reason": "four left"' i/current/manifest.json || fail "the manifest lacks the reason"

# 5: a profile that becomes something else keeps its version, and is called stale.
check 0 "$IDSEARCH" --index i -f ids country:KE
cp out before
printf '%%PDF-1.7\n' >fewer/kenya.txt
check 5 "$IDSEARCH_INDEXER" run --corpus fewer --index i --report report.json
err_has "kenya.txt: warning: stale"
grep -q '"stale": 1' report.json || fail "the report lacks the stale profile"
check 0 "$IDSEARCH" --index i -f ids country:KE
cmp -s out before || fail "the version that was read does not answer"
check 0 "$IDSEARCH" stats --index i
out_has "STALE PROFILE"
out_has "looks like a PDF"
check 0 "$IDSEARCH" stats --index i --json
out_has '"age_days": 0'
# 7: the list that names it is damaged.
sed -i 's/kenya/kenia/' i/current/profiles.json
check 7 "$IDSEARCH" stats --index i
out_empty
err_has "its list of profiles is not what was written"
sed -i 's/kenia/kenya/' i/current/profiles.json
check 0 "$IDSEARCH" stats --index i
rm fewer/kenya.txt
check 0 "$IDSEARCH_INDEXER" run --corpus fewer --index i
check 1 "$IDSEARCH" --index i -f ids country:KE

# Golden queries are asked of the new generation; the old one serves if one fails.
check 0 "$IDSEARCH" --index i -f ids -n 1 "biometric database"
best=$(head -n 1 out)
printf '[[gate.golden]]\nquery = "biometric database"\npassage = "%s"\nwithin = 3\n' "$best" >golden.toml
cp -r fewer without && rm "without/${best%%/*}.txt"
check 6 "$IDSEARCH_INDEXER" run --corpus without --index i --config golden.toml
err_has "refused: golden query \"biometric database\" does not find $best among the first 3"
check 0 "$IDSEARCH" --index i -f ids -n 1 "biometric database"
out_has "$best"
printf '\nMore of it.\n' >>"fewer/$(cd fewer && ls | grep -v "${best%%/*}" | head -n 1)"
check 0 env IDSEARCH_CONFIG=golden.toml "$IDSEARCH_INDEXER" run --corpus fewer --index i
out_has "published"
check 78 "$IDSEARCH_INDEXER" run --corpus fewer --index i --config no-such.toml
check 0 "$IDSEARCH" --config golden.toml --index i -f ids -n 1 "biometric database"

# Metrics: a failed run keeps the time of the last success; a dry run writes none.
(umask 077; check 0 "$IDSEARCH_INDEXER" run --corpus fewer --index i --metrics idsearch.prom)
[ "$(stat -c %a idsearch.prom)" = 644 ] || fail "others cannot read the metrics"
sed -i 's/^\(idsearch_index_last_success_timestamp_seconds\) .*/\1 1000/' idsearch.prom
check 6 "$IDSEARCH_INDEXER" run --corpus without --index i --config golden.toml --metrics idsearch.prom
grep -q '^idsearch_index_last_success_timestamp_seconds 1000$' idsearch.prom || fail "the last success is lost"
grep -q '^idsearch_index_last_run_status 6$' idsearch.prom || fail "the status is not told"
check 0 "$IDSEARCH_INDEXER" run --corpus fewer --index i --metrics idsearch.prom
! grep -q ' 1000$' idsearch.prom || fail "the success is not told"
check 0 "$IDSEARCH_INDEXER" run --dry-run --corpus without --index i --metrics none.prom
out_has "removed ${best%%/*}"
[ ! -e none.prom ] || fail "a dry run wrote metrics"

# Whatever ends a run, report and metrics are those of this night, and tell what serves all the same.
printf '[gate]\nprofiles_dorp = 3\n' >bad-config.toml
check 78 "$IDSEARCH_INDEXER" run --corpus fewer --index i --config bad-config.toml --report report.json --metrics idsearch.prom
err_has "bad-config.toml:2"
grep -q '"code": "bad-configuration"' report.json || fail "the report is that of another run"
grep -q '^idsearch_index_last_run_status 78$' idsearch.prom || fail "the metrics are those of another run"
for name in profiles passages bytes generation_timestamp_seconds; do
  grep -q "^idsearch_index_$name [1-9]" idsearch.prom || fail "what serves is not told: $name"
done
grep -q '^idsearch_index_generation_info{generation="[0-9a-f]*"} 1$' idsearch.prom || fail "no generation"
check 2 "$IDSEARCH_INDEXER" run --corpus "$WORK/no-such-corpus" --index i --report report.json
grep -q '"code": "usage"' report.json || fail "the report is that of another run"

# In the journal messages have priorities; elsewhere they have none, whatever the variable says.
: >journal
last="run in the journal"
JOURNAL_STREAM=$(stat -c %d:%i journal) "$IDSEARCH_INDEXER" run --corpus none --index i >out 2>>journal
grep -q '^<3>idsearch-index: no profile found' journal || fail "no priority in the journal: $(cat journal)"
check 6 env JOURNAL_STREAM=1:1 "$IDSEARCH_INDEXER" run --corpus none --index i
! grep -q '^<' err || fail "a priority outside the journal"

# tag: a line for a line.
printf 'Police intercept calls.\n\nA child was left stateless.\n' >lines
"$IDSEARCH_INDEXER" tag <lines >out 2>err
last=tag
[ "$(wc -l <out)" = 3 ] || fail "not one line for each line"
sed -n 1p out | grep -q '"surveillance"' || fail "line 1 is not tagged"
sed -n 2p out | grep -q '"topics": *\[\]' || fail "the empty line is not answered"
sed -n 3p out | grep -q '"statelessness"' || fail "line 3 is not tagged"

# Rubbish of any kind is no profile, in whatever it is put; a text with faults is one.
mkdir odd
head -c 20000 "$IDSEARCH_INDEXER" >odd/rubbish.md
tail -c +5000 "$IDSEARCH_INDEXER" | head -c 20000 >odd/tail.txt
: >odd/empty.txt
printf ' \n\n' >odd/blank.html
printf 'Kenya\n\nLast updated : 3 May 2026\n\nLaw\n\nIt is \377 so.\n' >odd/kenya.txt
for command in parse lint "run --index odd-index --corpus"; do
  files=odd/*
  case $command in run*) files=odd ;; esac
  check 5 "$IDSEARCH_INDEXER" $command $files
  err_has "odd/rubbish.md: "
  err_has "looks like a program (ELF)"
  err_has "odd/tail.txt: "
  err_has "is no text: "
  err_has "odd/empty.txt: "
  err_has "is empty"
  err_has "odd/blank.html: "
  err_has "holds nothing but white space"
done
check 0 "$IDSEARCH" --index odd-index -f ids country:KE
out_has "kenya/law/1"
check 0 "$IDSEARCH_INDEXER" parse --json odd/kenya.txt
out_has "invalid-utf8"
done_testing
