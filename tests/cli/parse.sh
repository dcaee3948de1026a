# SPDX-License-Identifier: GPL-2.0-or-later
# What `parse` shows to people, that help fits a terminal, and that what cannot be meant is answered
# with what can.
. "$SOURCE/tests/cli/lib.sh"
widest() { wc -L <"$1"; }

# The example of the documentation gives what the documentation says.
awk '/^```text$/{on=1;next} /^```$/{on=0} on' "$SOURCE/docs/text-dumps.md" >example.txt
cp example.txt kenya.txt
check 0 "$IDSEARCH_INDEXER" lint kenya.txt
check 0 "$IDSEARCH_INDEXER" parse kenya.txt
awk '/^```output$/{on=1;next} /^```$/{on=0} on' "$SOURCE/docs/text-dumps.md" >promised
[ -s promised ] || fail "the documentation promises nothing"
diff out promised >&2 || fail "the documentation promises something else"

# In a pipe lines have 80 columns, on a terminal those of the terminal.
check 0 "$IDSEARCH_INDEXER" parse "$SOURCE/corpus/profiles/kenya.txt" "$SOURCE/corpus/profiles/kuwait.txt"
for line in "  digital-id-overview  " "    1 paragraph  " " [1]" "  Notes:" " resolved  "; do out_has "$line"; done
grep '^    ' out >lines
[ "$(widest lines)" -le 80 ] || fail "a line has more than 80 columns"
if script -qec true /dev/null >/dev/null 2>&1; then  # needs a pseudo-terminal
  last="parse on a terminal"
  COLUMNS=50 script -qec "'$IDSEARCH_INDEXER' parse '$SOURCE/corpus/profiles/kenya.txt'" /dev/null |
    tr -d '\r' | grep '^    ' >lines
  [ -s lines ] && [ "$(widest lines)" -le 50 ] || fail "a line has more than 50 columns"
fi

for command in "" run parse lint tag generations rollback check dump; do
  check 0 "$IDSEARCH_INDEXER" $command --help
  [ "$(widest out)" -le 80 ] || fail "a line of help has more than 80 columns"
  out_has "Usage: idsearch-index"
done

# Directories and words where others belong.
mkdir -p some/profiles
cp "$SOURCE/corpus/profiles/kenya.txt" some/profiles/
for command in parse lint; do
  check 5 "$IDSEARCH_INDEXER" $command some/profiles
  err_has "some/profiles: is a directory, not a file"
  err_has "Name the files in it: idsearch-index $command some/profiles/*"
done
check 2 "$IDSEARCH_INDEXER" run some/profiles --index i
err_has "Did you mean: idsearch-index run --corpus some/profiles"
check 2 "$IDSEARCH_INDEXER" check i
err_has "Did you mean: idsearch-index check --index i"
check 2 "$IDSEARCH_INDEXER" tag lines
err_has "Did you mean: idsearch-index tag <lines"

# An index where a file is.
echo x >file
for place in file file/below; do
  check 74 "$IDSEARCH_INDEXER" run --corpus some/profiles --index $place
  err_has "cannot make an index at $place: "
  err_has " is a file"
  err_has "Name a directory"
done
check 3 "$IDSEARCH" --index file card
err_has "It is a file. Name the directory of an index"
check 3 "$IDSEARCH_INDEXER" dump --index file

# A first run that finds nothing: a wrong path, told with all endings that are read.
mkdir none
check 2 "$IDSEARCH_INDEXER" run --corpus none --index first
err_has "no profile found in none"
for ending in .txt .text .html .htm .xhtml .md .markdown .jsonl .ndjson; do err_has "*$ending"; done
[ ! -e first ] || fail "an index was made"

# The folder above the one that is meant: its other files have the ids of the profiles.
mkdir some/evidence
for name in kenya nauru tonga; do
  printf '# Facts\n\nA fact on %s.\n' $name >some/evidence/$name.md
  cp "$SOURCE/corpus/profiles/kenya.txt" some/profiles/$name.txt
done
printf '# Read me\n\nWords.\n' >some/README.md
check 5 "$IDSEARCH_INDEXER" run --corpus some --index i
err_has "6 files share a profile id with another, such as some/evidence/kenya.md and some/profiles/kenya.txt"
err_has "Name the folder that is meant with --corpus, or give --ids path."
err_has "3 profiles of 4 cannot be taken: more than 2 % and more than 1. 6 files share"
check 0 "$IDSEARCH_INDEXER" run --corpus some --index i --ids path
rm some/README.md
check 2 "$IDSEARCH_INDEXER" run --corpus some --index j
err_has "or give --ids path."
printf 'Kenya\n\nIt is so.\n' >some/profiles/kenya.text
check 2 "$IDSEARCH_INDEXER" run --corpus some/profiles/kenya.txt --corpus some/profiles/kenya.text --index j
err_has "Name the one that is meant with --corpus, or rename the other."
done_testing
