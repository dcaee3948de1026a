# SPDX-License-Identifier: GPL-2.0-or-later
# The installed units: systemd understands every line, they are closed enough, and their filter of
# system calls lets a run do all that it does. Skipped where systemd-analyze is not installed, or older than
# systemd 250.
. "$SOURCE/tests/cli/lib.sh"
if ! systemd-analyze --help 2>/dev/null | grep -q -- --offline; then
  echo "skipped: there is no systemd-analyze that judges units offline"
  exit 77
fi
check 0 "$CMAKE" --install "$BUILD" --prefix "$WORK/prefix"
units=$WORK/prefix/lib/systemd/system
service=$units/idsearch-index.service
examples=$WORK/prefix/share/doc/idsearch/examples
last="installed units"
! grep -n '@[A-Z_]*@' "$service" "$examples"/* || fail "a place was not filled in"

# As it is, and as operating.md says that a failure is told. Any word of verify is a fault.
check 0 systemd-analyze verify "$service" "$units/idsearch-index.timer"
err_empty
mkdir told && cp "$units"/* "$examples/idsearch-index-failed.service" told/
sed -i 's/^#OnFailure=/OnFailure=/' told/idsearch-index.service
check 0 systemd-analyze verify told/idsearch-index.service told/idsearch-index-failed.service
err_empty
check 0 grep -q '^OnFailure=idsearch-index-failed.service' told/idsearch-index.service
# verify would tell a program that is not there.
sed 's#^ExecStart=[^ ]*#ExecStart=/no/such/program#' "$service" >told/idsearch-index.service
check 1 systemd-analyze verify told/idsearch-index.service

# 0 is closed, 10 is open; it was 0.6 when written, and an ordinary service has more than 9.
check 0 systemd-analyze security --offline=true --threshold=10 "$service"
for line in Type=oneshot PrivateNetwork=yes ProtectSystem=strict StateDirectory=idsearch \
  IOSchedulingClass=idle CPUSchedulingPolicy=idle 'MemoryMax=[0-9]' 'TimeoutStartSec=[0-9]'; do
  check 0 grep -q "^$line" "$service"
done
check 0 systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$units/idsearch-index.timer")"
for line in Persistent=true RandomizedDelaySec= OnCalendar= WantedBy=timers.target; do
  check 0 grep -q "^$line" "$units/idsearch-index.timer"
done

# What the filter allows, with all names that stand for others put in their places.
names_of() {  # SET
  local name
  for name in $(systemd-analyze syscall-filter "$1" 2>/dev/null | sed -n '2,$s/^ *\([@a-z0-9_-]*\)$/\1/p'); do
    case $name in @*) names_of "$name" ;; *) echo "$name" ;; esac
  done
}
filter() { sed -n "s/^SystemCallFilter=$1//p" "$service"; }
for set in $(filter '\(@\)' | sed 's/^/@/'); do names_of "$set"; done | sort -u >allowed
for set in $(filter '~'); do names_of "$set"; done | sort -u >denied
comm -23 allowed denied >permitted
last="the filter of system calls"
grep -qx setrlimit permitted && ! grep -qx socket permitted && ! grep -qx mount permitted ||
  fail "is not what it was meant to be"
if command -v strace >/dev/null && strace -o probe true 2>/dev/null; then
  mkdir corpus && cp "$SOURCE"/corpus/profiles/*.txt corpus/
  run() { check 0 strace -f -qq -o calls.$1 "$WORK/prefix/bin/idsearch-index" run --corpus corpus \
    --index index --lock-timeout 600 --report report.json --metrics idsearch.prom; }
  run first
  echo "More of it." >>corpus/kenya.txt
  run second
  sed -n 's/^[0-9]* *\([a-z0-9_]*\)(.*/\1/p' calls.* | sort -u >made
  # Made by the tracer's own start.
  last="system calls of a run"
  [ "$(wc -l <made)" -gt 30 ] || fail "only $(wc -l <made) were seen"
  forbidden=$(comm -23 made permitted)
  [ -z "$forbidden" ] || fail "the service forbids: $forbidden"
else
  echo "left out: the system calls of a run (strace does not work here)"
fi
done_testing
