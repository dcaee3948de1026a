# SPDX-License-Identifier: GPL-2.0-or-later
# What lies about in a corpus besides good profiles: nothing waits, nothing crashes, and each file
# that is not taken is named with its reason.
. "$SOURCE/tests/cli/lib.sh"
profiles=$SOURCE/corpus/profiles
mkdir -p corpus/sub outside
cp "$profiles"/kenya.txt corpus/
cp "$profiles"/india.txt outside/
mkfifo corpus/pipe.txt corpus/control
printf '%%PDF-1.7\n' >corpus/paper.txt
gzip -c "$profiles"/estonia.txt >corpus/estonia.txt
truncate -s $((16 * 1024 * 1024 + 1)) corpus/large.txt
printf '\211PNG\r\n\032\n' >corpus/flag.png
printf '{"name": "x"}\n' >corpus/package.json
printf '{"id": "line-1", "title": "", "body": "A zebra crossed."}\n' >corpus/lines.json
ln -s "$WORK/outside" corpus/sub/away
ln -s "$WORK/outside/india.txt" corpus/india.txt
ln -s . corpus/sub/loop
ln -s /nowhere corpus/dangling.txt

check 5 timeout 60 "$IDSEARCH_INDEXER" run -v --corpus corpus --index i --report report.json
for reason in "pipe.txt: error: is a pipe, not a regular file" \
  "paper.txt: error: looks like a PDF" "estonia.txt: error: looks like gzip data" \
  "large.txt: error: is larger than 16 MiB"; do
  err_has "corpus/$reason"
done
for ignored in flag.png package.json control india.txt dangling.txt sub/away sub/loop; do
  err_has "corpus/$ignored: info: ignored"
  grep -qF "\"corpus/$ignored\"" report.json || fail "the report does not name $ignored"
done
err_has "corpus/india.txt: info: ignored, links are not followed"
check 0 "$IDSEARCH" --index i -f ids country:KE
check 1 "$IDSEARCH" --index i -f ids country:IN
check 0 "$IDSEARCH" --index i -f ids zebra
out_has "line-1"

# The same file under any name, when it is named.
cp "$profiles"/kenya.txt kenya.dump
check 0 "$IDSEARCH_INDEXER" parse --json kenya.dump
out_has '"format":"text"'
check 0 "$IDSEARCH_INDEXER" run --corpus kenya.dump --index j
check 2 "$IDSEARCH_INDEXER" run --corpus corpus/flag.png --index k
err_has "looks like a PNG image"
for file in corpus/pipe.txt corpus/paper.txt corpus/large.txt corpus /dev/zero corpus/flag.png; do
  check 5 timeout 60 "$IDSEARCH_INDEXER" parse "$file"
  err_has "$file: "
done
done_testing
