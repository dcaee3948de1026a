# SPDX-License-Identifier: GPL-2.0-or-later
# Data on stdout, the rest on stderr; closed pipes, read-only indexes, and text that would steer a
# terminal.
. "$SOURCE/tests/cli/lib.sh"
mkdir corpus lost
cp "$SOURCE"/corpus/profiles/kenya.txt corpus/
printf 'Testland\n\nLaw\n\nA clerk typed \033]0;owned\007 and \033[31mred\033[0m into the register.[1]\n\n1.^ A\033[2J Source (2020) <https://example.org/\033]8>.\n' >corpus/escape.txt
export IDSEARCH_INDEX=$WORK/index
check 0 "$IDSEARCH_INDEXER" run -q --corpus corpus

for format in text md csv ndjson json csl-json bibtex ris ids; do
  check 0 "$IDSEARCH" -f $format "clerk typed register"
  ! grep -q $'\033' out err || fail "an escape character reached the output"
  err_empty
done
check 0 "$IDSEARCH" --color always "clerk typed register"
! grep -qF $'\033]0;owned' out || fail "the profile steers the terminal"
! grep -qF $'\033[2J' out || fail "the note steers the terminal"
check 0 "$IDSEARCH" show -f text escape/law/1
! grep -q $'\033' out || fail "an escape character reached the output"
check 0 "$IDSEARCH_INDEXER" parse corpus/escape.txt
! grep -q $'\033' out err || fail "an escape character reached the output"

# Sources for programs that keep references: data on stdout, what leads nowhere on stderr.
printf 'Testland\n\nLaw\n\nA judge erased the register of births.[1]\n\nA judge erased nothing.[2]\n\n1.^ Smith (n 9).\n2.^ Smith, ‘Births’ (Site, 2020) <https://example.org/b>.\n' >lost/lost.txt
check 0 "$IDSEARCH_INDEXER" run -q --corpus lost --index lost-index
check 0 "$IDSEARCH" --index lost-index -f ris "judge erased"
first_line_has "TY  - ELEC"
err_has "note: a footnote leads to no source in full"
check 0 "$IDSEARCH" --index lost-index -q -f csl-json "judge erased births"
out_has '"literal": "Smith"'
err_empty
check 0 "$IDSEARCH" --index lost-index show -f bibtex lost/law/1
out_empty
err_has "note: a footnote leads to no source in full"
check 1 "$IDSEARCH" --index lost-index -f csl-json zebra
out_has "[]"

# A closed pipe ends quietly.
last="idsearch | head -c1"
for format in text json ndjson; do
  { "$IDSEARCH" -n 100 -f $format "country:KE" 2>err; echo $? >status; } | head -c1 >/dev/null
  case $(cat status) in 0|141) ;; *) fail "status $(cat status)" ;; esac
  [ ! -s err ] || fail "a closed pipe was not quiet"
done

# The reader needs no lock and writes nothing.
chmod -R a-w index
find index -printf '%p %T@\n' | sort >tree1
check 0 "$IDSEARCH" nationality
find index -printf '%p %T@\n' | sort >tree2
chmod -R u+w index
cmp -s tree1 tree2 || fail "a search wrote into the index"

# JSON is one object with the promised keys.
check 0 "$IDSEARCH" --json "nationality"
for key in schema generation query raw parsed expansions notes total exact suggestions hits rank \
  score id sha256 profile country section path titles text highlights cp_start topics cite_as; do
  out_has "\"$key\""
done
done_testing
