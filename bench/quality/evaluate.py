#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How good are runs? nDCG@10, MAP, R@100 and MRR@10 as trec_eval computes them.

  evaluate.py eval QRELS RUN               one line: the four means, in this order
  evaluate.py compare QRELS RUN_A RUN_B    one line a measure: A, B, difference, p

A run is ordered by score, ties by document id, both descending; its rank column is not looked at.
Every query with a relevant document counts, 0 when the run lacks it. The gain of a document is its
grade. MAP looks 1,000 documents deep. p: two-sided paired randomization test over queries, 10,000
sign flips, seeded."""

import math
import random
import sys

MEASURES = ("nDCG@10", "MAP", "R@100", "MRR@10")
FLIPS = 10000


def read_qrels(path):
    grades = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            query, _, document, grade = line.split()
            if int(grade) > 0:
                grades.setdefault(query, {})[document] = int(grade)
    return grades


def read_run(path):
    scored = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            query, _, document, _, score, _ = line.split()
            best = scored.setdefault(query, {})
            best[document] = max(float(score), best.get(document, -math.inf))
    return {
        query: [document for _, document in sorted(((s, d) for d, s in best.items()), reverse=True)]
        for query, best in scored.items()
    }


def discounted(gains):
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def measure(ranked, grades):
    found = [rank for rank, document in enumerate(ranked[:1000], 1) if document in grades]
    ideal = discounted(sorted(grades.values(), reverse=True)[:10])
    return (
        discounted(grades.get(document, 0) for document in ranked[:10]) / ideal,
        sum(number / rank for number, rank in enumerate(found, 1)) / len(grades),
        sum(rank <= 100 for rank in found) / len(grades),
        1 / found[0] if found and found[0] <= 10 else 0.0,
    )


def measures(run, qrels):
    return [measure(run.get(query, []), grades) for query, grades in sorted(qrels.items())]


def means(rows):
    return [sum(column) / len(rows) for column in zip(*rows)]


def p_value(differences):
    differences = [d for d in differences if d != 0]
    if not differences:
        return 1.0
    flips = random.Random(1)
    observed = abs(sum(differences)) - 1e-12
    extreme = 0
    for _ in range(FLIPS):
        bits = flips.getrandbits(len(differences))
        total = sum(d if bits >> i & 1 else -d for i, d in enumerate(differences))
        extreme += abs(total) >= observed
    return (extreme + 1) / (FLIPS + 1)


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "eval":
        rows = measures(read_run(arguments[2]), read_qrels(arguments[1]))
        print(*("%.4f" % mean for mean in means(rows)))
    elif len(arguments) == 4 and arguments[0] == "compare":
        qrels = read_qrels(arguments[1])
        a, b = (measures(read_run(path), qrels) for path in arguments[2:])
        for name, column_a, column_b in zip(MEASURES, zip(*a), zip(*b)):
            p = p_value([y - x for x, y in zip(column_a, column_b)])
            mean_a, mean_b = sum(column_a) / len(a), sum(column_b) / len(b)
            print("%-8s %.4f %.4f %+.4f p=%.4f" % (name, mean_a, mean_b, mean_b - mean_a, p))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
