# SPDX-License-Identifier: GPL-2.0-or-later
# Any typed text is a legal query: an answer, or none, never a parser's or an engine's exception.
. "$SOURCE/tests/cli/lib.sh"
export IDSEARCH_INDEX=$WORK/index
check 0 "$IDSEARCH_INDEXER" run -q --corpus "$SOURCE/corpus/profiles"
while IFS= read -r query; do
  last="idsearch -- $query"
  "$IDSEARCH" -f ids -- "$query" >out 2>err; got=$?
  [ $got = 0 ] || [ $got = 1 ] || fail "status $got"
  ! grep -qiE 'xapian|exception|terminate|parser' err || fail "an inner error was shown"
done <<'QUERIES'
"
""
(((
)
AND
AND OR
x AND NEAR/3 c
NOT
-
*
a*
NEAR/0
biometric NEAR/99999 database
topic:
topic:nonsense
country:Atlantis
nosuch:thing
updated:never
updated:2025..2020
[28]
"biometric [28] database"
e-ID OR e.g. U.N.
ทะเบียนราษฎร
'; DROP TABLE passages; --
%s%n%x
\x1b[31m
QUERIES
printf '\xff\xfe biometric' >bytes
check 0 "$IDSEARCH" -f ids -- "$(cat bytes)"
long=$(head -c 100000 /dev/zero | tr '\0' 'x')
check 1 "$IDSEARCH" -f ids -- "$long"
deep=$(printf '(%.0s' $(seq 5000))
check 0 "$IDSEARCH" -f ids -- "${deep}biometric"
many=$(printf 'biometric%s ' $(seq 3000))
check 0 "$IDSEARCH" -f ids -- "biometric $many"
err_has "note"

# Words side by side come first, with quotes or without.
check 0 "$IDSEARCH" -f ids "biometric database"
cp out plain
check 0 "$IDSEARCH" -f ids '"biometric database"'
[ "$(head -n1 plain)" = "$(head -n1 out)" ] || fail "the phrase does not come first without quotes"
# A negated word after the query is not an option.
check 0 "$IDSEARCH" -f ids biometric -database
check 0 "$IDSEARCH" -f ids country:KP country:KE "biometric OR nationality" --no-match-ok
check 0 "$IDSEARCH" -f ids country:KP,KE nationality
check 0 "$IDSEARCH" -f ids -c KE,KP nationality
done_testing
