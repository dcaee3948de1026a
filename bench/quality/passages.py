#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Passages as documents of a test collection, for xapian_default.py: from what
`idsearch-index parse --json` prints to lines {"id", "title", "body"}."""

import json
import sys


def main():
    for line in sys.stdin:
        profile = json.loads(line)
        titles = {section["path"]: section["titles"] for section in profile["sections"]}
        for passage in profile["passages"]:
            title = [profile["title"], *titles.get(passage["section"], [])]
            print(json.dumps({"id": passage["id"], "title": " ".join(title), "body": passage["text"]}))


if __name__ == "__main__":
    main()
