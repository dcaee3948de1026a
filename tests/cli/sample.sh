# SPDX-License-Identifier: GPL-2.0-or-later
# The profile as captured, where it lies beside the checkout: what must be found in it, and cited.
. "$SOURCE/tests/cli/lib.sh"
sample=$SOURCE/../shared/profiles/north-korea.txt
[ -f "$sample" ] || { echo "the sample is not here; nothing checked"; exit 0; }
export IDSEARCH_INDEX=$WORK/index
check 0 "$IDSEARCH_INDEXER" run -q --corpus "$sample"

check 0 "$IDSEARCH" -f text "biometric database"
out_has "stimson.org/2024/digital-surveillance-in-north-korea"
out_has "[28]"
check 0 "$IDSEARCH" -f ids "biometric database"
first_line_has "north-korea/law/data-protection/2"
check 0 "$IDSEARCH" -f json "left stateless"
out_has '"32"'
check 0 "$IDSEARCH" "left stateless"
out_has "32 → 31"
check 0 "$IDSEARCH" -f ids '"comply with the authorities’ propaganda Researchers warned that"'
check 0 "$IDSEARCH" -f ids '"authorities’ propaganda.[27] Researchers warned"'

check 0 "$IDSEARCH_INDEXER" parse --json "$sample"
cp out parsed.json
sed 's/"status"/\n&/g' parsed.json | grep -c '^"status":"resolved"' >/dev/null || fail "no resolved note"
out_has '"label":"1-22"'
done_testing
