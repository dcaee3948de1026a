# SPDX-License-Identifier: GPL-2.0-or-later
# Helpers for tests of the programs as programs. Each test is a bash script that sources this file;
# IDSEARCH, IDSEARCH_INDEXER and SOURCE name the two programs and the source tree; WORK is a scratch
# directory of the test's own.
set -u
failures=0
rm -rf "$WORK" && mkdir -p "$WORK" && cd "$WORK" || exit 99
# Nothing of the caller's must leak in.
unset IDSEARCH_INDEX IDSEARCH_CONFIG IDSEARCH_PAGER PAGER NO_COLOR CLICOLOR_FORCE COLUMNS
export HOME=$WORK/home XDG_DATA_HOME=$WORK/home/data XDG_CONFIG_HOME=$WORK/home/config LC_ALL=C.UTF-8
mkdir -p "$HOME"

# check STATUS COMMAND…: runs, keeps ./out and ./err, compares the exit status.
check() {
  local want=$1
  shift
  last="$*"
  "$@" >out 2>err </dev/null
  local got=$?
  [ "$got" = "$want" ] || fail "status $got, not $want"
}
fail() {
  failures=$((failures + 1))
  { echo "FAILED: $last"; echo "  $1"; echo "--- stdout"; head -c 2000 out; echo "--- stderr";
    head -c 2000 err; echo; } >&2
}
out_has() { grep -qF -- "$1" out || fail "stdout lacks: $1"; }
out_lacks() { ! grep -qF -- "$1" out || fail "stdout has: $1"; }
err_has() { grep -qF -- "$1" err || fail "stderr lacks: $1"; }
out_empty() { [ ! -s out ] || fail "stdout is not empty"; }
err_empty() { [ ! -s err ] || fail "stderr is not empty"; }
first_line_has() { head -n1 out | grep -qF -- "$1" || fail "the first line lacks: $1"; }
done_testing() {
  [ "$failures" = 0 ] || { echo "$failures checks failed" >&2; exit 1; }
  echo ok
}
