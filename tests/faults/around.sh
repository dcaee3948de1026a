# SPDX-License-Identifier: GPL-2.0-or-later
# What goes on around a reindex: kills while others read, several jobs at once, inputs that change
# under it, a clock that goes backwards, a full and a read-only disk. FULL=1: 1,000 kills, not 20.
. "$SOURCE/tests/faults/lib.sh"
fresh
faulty FAULT_COUNT="$WORK/calls" || fail "without faults"
calls=$(stat -c %s calls)

# Killed at any change to the disk, in turn on the way to either state, while two readers ask. Removing a
# generation, which the first run has not to do, takes six more; a run that finds the segments of a killed
# one has half of them: so early ones come up more often.
fresh
reader() {
  while [ ! -e stop ]; do
    "$IDSEARCH_INDEXER" dump --index index >"$1.out" 2>"$1.err" || echo "status $?" >>"$1.bad"
    cmp -s "$1.out" old.dump || cmp -s "$1.out" new.dump || cat "$1.out" "$1.err" >>"$1.bad"
    echo >>"$1.rounds"
  done
}
content_id() {  # INDEX: of the generation in force
  local name
  name=$(readlink "$1/current")
  echo "${name##*-}"
}
reader a & a=$!
reader b & b=$!
RANDOM=5
kills=20
[ "${FULL:-0}" = 1 ] && kills=1000
killed=0
for ((i = 0; killed < kills; i++)); do
  # To the state that is not in force: every run has all of its work to do.
  to=new
  [ "$(content_id index)" != "$(content_id new.index)" ] || to=old
  last="run number $i, on the way to $to"
  { env LD_PRELOAD="$PRELOAD" FAULT_DO=kill FAULT_AT=$((1 + RANDOM % (1 + RANDOM % (calls + 6)))) "$IDSEARCH_INDEXER" \
    run -q -j2 --corpus $to --index index >out 2>err </dev/null; } 2>/dev/null
  status=$?
  [ $status = 137 ] && killed=$((killed + 1))
  [ $status = 137 ] || [ $status = 0 ] || { fail "status $status"; break; }
done
last="readers during $kills kills"
until [ -e a.rounds ] && [ -e b.rounds ]; do [ -e a.bad ] || [ -e b.bad ] && break; done
: >stop
wait $a $b
for name in a b; do [ ! -e $name.bad ] || fail "$(head -c 500 $name.bad)"; done
echo "$killed of $i runs killed under $(cat a.rounds b.rounds | wc -l) whole reads of the index"
tidy

# Two and eight jobs at once: each waits for the lock, or says that it is held.
for jobs in 2 8; do
  for patience in 0 60; do
    fresh
    pids=()
    for ((i = 0; i < jobs; i++)); do
      "$IDSEARCH_INDEXER" run -q --corpus new --index index --lock-timeout $patience >job.$i 2>&1 &
      pids+=($!)
    done
    done_jobs=0
    for pid in "${pids[@]}"; do
      wait "$pid"
      status=$?
      last="one of $jobs jobs with patience $patience"
      [ $status = 0 ] && done_jobs=$((done_jobs + 1))
      [ $status = 0 ] || { [ $status = 4 ] && [ $patience = 0 ]; } || fail "status $status"
    done
    [ $done_jobs -gt 0 ] || fail "none succeeded"
    whole new
    tidy
  done
done

# Inputs that go, grow or become unreadable once the files are listed (call 1 is the lock) or later.
cp -a new new.good
for n in 1 2 $((calls / 2)) $((calls - 1)); do
  for change in 'rm new/kenya.txt' 'echo "More of it." >>new/kenya.txt' \
    'rm new/kenya.txt; mkdir new/kenya.txt'; do
    rm -rf new && cp -a new.good new
    fresh
    faulty FAULT_AT=$n FAULT_DO=run FAULT_RUN="$change"
    status=$?
    [ $status = 0 ] || { [ $status = 5 ] && grep -q 'kenya.txt: error' err; } || fail "status $status"
    check 0 "$IDSEARCH" --index index -f ids Nepal
    # What came out is what a run over these files, as they were read, would have made.
    rm -rf expected.index
    if [ $status = 5 ] || [ $n = 1 ]; then expected=new; else expected=new.good; fi
    "$IDSEARCH_INDEXER" run -q -j1 --corpus $expected --index expected.index >out 2>err
    "$IDSEARCH_INDEXER" dump --index expected.index >expected.dump
    last="$change at call $n"
    whole expected new
  done
done
rm -rf new && cp -a new.good new

# Numbers of generations, not times, say which is newer.
fresh
faulty FAULT_CLOCK=-400000000 || fail "status $?"
last="clock going backwards"
whole new
[[ $(readlink index/current) == generations/000002-* ]] || fail "$(readlink index/current)"
tidy

# A search warns of an index that is older than the configuration allows: this one is 4.6 days old.
fresh
faulty FAULT_CLOCK=-400000 || fail "status $?"
for days in 4 5 0; do
  echo "warn_after_days = $days" >age.toml
  check 0 "$IDSEARCH" --config age.toml --index index -f ids Nepal
  if [ $days = 4 ]; then
    err_has "idsearch: warning: index index was published 4 days ago, on "
    [ "$(wc -l <err)" = 1 ] || fail "more than one line"
  else
    [ ! -s err ] || fail "a warning within $days days"
  fi
done
echo "warn_after_days = 4" >age.toml
for command in "show nepal/birth-registration/1" stats "--count Nepal"; do
  check 0 "$IDSEARCH" $command --config age.toml --index index
  err_has "was published 4 days ago"
done
check 0 "$IDSEARCH" -q --config age.toml --index index -f ids Nepal
[ ! -s err ] || fail "a warning in spite of -q"

# A signal (what Ctrl-C and systemd send) ends a run at once, and leaves either state and no rubbish.
for n in 2 $((calls / 3)) $((calls / 2)) $((calls - 12)) $calls; do
  fresh
  faulty FAULT_AT=$n FAULT_DO=run FAULT_RUN='kill -TERM $PPID'
  status=$?
  case $status in
    143) err_has "interrupted; the index stays as it was"; whole old ;;
    0) whole new ;;
    *) fail "status $status" ;;
  esac
  [ "$(ls -A index | tr '\n' ' ')" = "current generations lock segments " ] || fail "left over: $(ls -A index)"
  [ $n != $((calls / 2)) ] || [ $status = 143 ] || fail "the signal was not minded"
  tidy
done

# A full and a read-only file system, where one may be mounted.
export -f check fail out_has err_has whole done_testing
disks() {
  mkdir -p disk
  local needed room size got refused=0 published=0
  needed=$(du -sk old.index | cut -f1)
  for room in 4 16 32 64 96 160 1024; do  # KiB beside the old index
    size=$((needed + room))
    mount -t tmpfs -o size=${size}k none disk || return 9
    if cp -a old.index disk/index 2>/dev/null; then
      last="a disk of $size KiB"
      "$IDSEARCH_INDEXER" run -q -j1 --corpus new --index disk/index >out 2>err
      got=$?
      rm -f index && ln -s disk/index index
      case $got in
        0) published=$((published + 1)); whole new ;;
        74) refused=$((refused + 1)); whole old
          [ "$(ls -A disk/index | tr '\n' ' ')" = "current generations lock segments " ] ||
            fail "left over: $(ls -A disk/index)" ;;
        *) fail "status $got" ;;
      esac
      if [ $got = 0 ]; then
        mount -o remount,ro disk
        last="a read-only disk"
        check 0 "$IDSEARCH" --index disk/index -f ids Nepal
        check 0 "$IDSEARCH_INDEXER" run -q --corpus new --index disk/index
        check 74 "$IDSEARCH_INDEXER" run -q --corpus old --index disk/index
        whole new
      fi
    fi
    umount disk
  done
  last="disks"
  [ $refused -gt 0 ] && [ $published -gt 0 ] || fail "$refused refused, $published published"
  [ "$failures" = 0 ]
}
export -f disks
export failures
rm -rf index
if unshare -m true 2>/dev/null && unshare -m bash -c 'mount -t tmpfs none /mnt' 2>/dev/null; then
  unshare -m bash -c disks || failures=$((failures + 1))
else
  echo "left out: a full and a read-only disk (mounting is not permitted here)"
fi
done_testing
