# SPDX-License-Identifier: GPL-2.0-or-later
# A reindex is killed, or fails, at every one of its changes to the disk. Afterwards the index is the
# old or the new one, whole, and the next run succeeds and tidies up. With FULL=1 at every call, with
# every fault, once and for ever; else at some of them.
. "$SOURCE/tests/faults/lib.sh"
fresh
faulty FAULT_COUNT="$WORK/calls" || fail "without faults"
calls=$(stat -c %s calls)
[ "$calls" -gt 20 ] || fail "only $calls calls are counted"

# at N WHAT EVER
at() {
  fresh
  faulty FAULT_AT="$1" FAULT_DO="$2" FAULT_EVER="$3"
  local status=$?
  case $2:$status in
    kill:137 | kill:0) whole old new ;;
    *:0) whole new ;;
    EINTR:* | short:*) fail "status $status" ;;
    *:74) err_has "idsearch-index: "; whole old ;;
    *) fail "status $status" ;;
  esac
  tidy
}
if [ "${FULL:-0}" = 1 ]; then
  for ((n = 1; n <= calls; n++)); do
    at $n kill 0
    for what in ENOSPC EIO EINTR short; do at $n $what 0; at $n $what 1; done
  done
else
  # Every tenth call, and of the last fifteen (publishing) every second, for each fault.
  for ((n = 1; n <= calls; n++)); do
    step=10
    [ $((calls - n)) -lt 15 ] && step=2
    [ $((n % step)) = 0 ] && at $n kill 0
    [ $((n % step)) = 1 ] && at $n ENOSPC 0
  done
  for what in ENOSPC EIO EINTR short; do at 1 $what 1; at $((calls / 2)) $what 1; done
fi
echo "$calls calls"
done_testing
