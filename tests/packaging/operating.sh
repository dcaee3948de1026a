# SPDX-License-Identifier: GPL-2.0-or-later
# docs/operating.md as an operator lives through it: every command line of it, in its order, from the
# installation to the upgrade, in a root of its own. Before some chapters happens what they are about.
# Only what needs root or a running systemd has a stand-in, which does what can be done without.
. "$SOURCE/tests/cli/lib.sh"
root=$WORK/root
document=$SOURCE/docs/operating.md
mkdir -p bin "$root"/{etc/cron.d,etc/systemd/system,srv,usr/local,var/backups,var/lib/prometheus/node-exporter}
export PATH=$WORK/bin:$root/usr/local/bin:$PATH SOURCE BUILD CMAKE
export IDSEARCH_CONFIG=$root/etc/idsearch/config.toml
index=$root/var/lib/idsearch/index
# No line may reach the machine's own places.
inside() { sed -E "s#(^|[ =:\"'])/(srv|var|etc|usr/local)(/|[ :\"']|\$)#\1$root/\2\3#g"; }
export -f inside
export root

# The release is what this build is; a preset that is not there is a fault.
cat >bin/cmake <<'END'
case $* in
  "--workflow --preset "*) grep -q "\"name\": \"$3\", \"steps\"" "$SOURCE/CMakePresets.json" ;;
  "--install build/release --prefix $root/usr/local") exec "$CMAKE" --install "$BUILD" --prefix "$4" ;;
  *) exit 99 ;;
esac
END
# Users and owners are the machine's.
cat >bin/systemd-sysusers <<'END'
grep -q '^u idsearch ' "$root/usr/local/lib/sysusers.d/idsearch.conf"
END
cat >bin/runuser <<'END'
[ "$1 $2 $3" = "-u idsearch --" ] && shift 3 && exec "$@"
END
cat >bin/chown <<'END'
[ "$1 $2" = "-R idsearch:" ] && [ -e "$3" ]
END
cat >bin/install <<'END'
arguments=()
while [ $# -gt 0 ]; do
  case $1 in -o | -g) [ "$2" = idsearch ] || exit 99; shift 2 ;; *) arguments+=("$1"); shift ;; esac
done
exec /usr/bin/install "${arguments[@]}"
END
# Starting a unit runs its command line, with its environment, and judges its status as systemd does.
cat >bin/systemctl <<'END'
if [ "$1" = daemon-reload ]; then exit 0; fi
verb=$1
for unit in "$@"; do case $unit in *.service | *.timer) break ;; esac; done
file=$root/usr/local/lib/systemd/system/$unit
[ -f "$file" ] || { echo "no unit $unit" >&2; exit 5; }
case $verb in
  enable) grep -q '^\[Install\]' "$file" ;;
  list-timers) [[ $unit = *.timer ]] ;;
  start)
    mkdir -p "$root/var/lib/$(sed -n 's/^StateDirectory=//p' "$file")"
    while IFS= read -r variable; do export "${variable?}"; done < <(sed -n 's/^Environment=//p' "$file" | inside)
    command=$(sed -n 's/^ExecStart=//p' "$file" | inside)
    bash -c "umask $(sed -n 's/^UMask=//p' "$file"); $command" >>"$root/journal" 2>&1
    status=$?
    [ $status = 0 ] || [ $status = "$(sed -n 's/^SuccessExitStatus=//p' "$file")" ]
    ;;
  *) exit 99 ;;
esac
END
cat >bin/journalctl <<'END'
[ "$1" = -u ] && [ -f "$root/usr/local/lib/systemd/system/$2" ] && cat "$root/journal"
END
sed -i '1i #!/usr/bin/env bash' bin/*
chmod +x bin/*

# What happens before a chapter, and before a line.
declare -A statuses=(["A damaged index"]="7 0 7" ["The gate refused"]="6 0")
begin() {  # CHAPTER
  case $1 in
    "First run")
      cp "$SOURCE"/corpus/profiles/*.* "$root/srv/idsearch/profiles/"
      inside <"$IDSEARCH_CONFIG" >config && mv config "$IDSEARCH_CONFIG" ;;
    "A damaged index")
      printf 'damaged' | dd of="$index/current/index.glass" bs=1 seek=10000 conv=notrunc status=none ;;
    "The disk is full")  # after the damage was repaired
      check 0 "$IDSEARCH" "biometric database"
      check 7 idsearch-index check --index "$index"
      check 0 bash -c "$(sed -n 's/^It does not serve. Remove it: //p' err)"
      check 0 idsearch-index check --index "$index" ;;
    "The gate refused") (cd "$root/srv/idsearch/profiles" && rm kenya.txt nepal.txt kuwait.txt india.txt) ;;
    "An index that is worse than the one before") check 1 "$IDSEARCH" -f ids country:KE ;;
    "A lost machine")  # after the profiles were mended
      cp "$SOURCE"/corpus/profiles/*.* "$root/srv/idsearch/profiles/"
      check 0 "$IDSEARCH" -f ids country:KE
      check 0 "$IDSEARCH_INDEXER" dump --index "$index" && mv out before.dump ;;
    "Upgrades")
      check 0 "$IDSEARCH_INDEXER" dump --index "$index"
      cmp -s out before.dump || fail "the backup is another index" ;;
  esac
}
before_line() {
  case $1 in
    "install -d -o idsearch -g idsearch /var/lib/idsearch/index") rm -r "$index" ;;
  esac
}

commands=0
chapter=
while IFS= read -r line; do
  case $line in
    "#"*) chapter=${line##*# }; begin "$chapter"; expected=(${statuses[$chapter]:-}); continue ;;
  esac
  commands=$((commands + 1))
  before_line "$line"
  check "${expected[0]:-0}" bash -o pipefail -c "$(inside <<<"$line")"
  expected=("${expected[@]:1}")
done < <(awk '/^```/{fence=!fence; on=fence&&/^```sh/; next} on||(!fence&&/^#+ /)' "$document")
last="commands of operating.md"
[ "$commands" -ge 25 ] || fail "only $commands commands were found"

# The line of cron, run as cron does; a good night prints nothing.
crontab=$root/etc/cron.d/idsearch-index
last="the line of cron"
PATH_of_cron=$(sed -n 's/^PATH=//p' "$crontab" | inside)
line=$(grep '^[0-9]' "$crontab" | sed -E 's/^([^ ]+ ){5}idsearch //' | inside)
check 0 env -i HOME="$HOME" PATH="$PATH_of_cron" IDSEARCH_CONFIG="$IDSEARCH_CONFIG" /bin/sh -c "$line"
out_empty
err_empty

# Every metric that is spoken of is one that is written, and node_exporter finds it behind the link.
metrics=$root/var/lib/prometheus/node-exporter/idsearch.prom
last="names of metrics"
for name in $(grep -oh 'idsearch_index_[a-z_]*' "$document" "$SOURCE/docs/idsearch-index.1.md" \
  "$root/usr/local/share/doc/idsearch/examples/prometheus-alerts.yml" | sort -u); do
  grep -q "^$name[ {]" "$metrics" || fail "no metric is called $name"
done
# The text format, as its specification has it.
! grep -vE '^# HELP [a-z_]+ .+$|^# TYPE [a-z_]+ gauge$|^[a-z_]+(\{[a-z]+="[^"\\]*"\})? -?[0-9]+(\.[0-9]+)?$' "$metrics" ||
  fail "is no line of the text format"

done_testing
