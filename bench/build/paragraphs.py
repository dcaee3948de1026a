#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The paragraphs of text dumps, one a line: what the other programs of bench/build/run index.

paragraphs.py DIRECTORY: blocks between blank lines up to the list of notes.
paragraphs.py --fts5 FILE DATABASE: such lines into an FTS5 table of SQLite with stemming.
"""
import pathlib
import re
import sqlite3
import sys


def paragraphs(directory):
    for path in sorted(pathlib.Path(directory).rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        text = re.split(r"^\s*1\.\^", text, maxsplit=1, flags=re.MULTILINE)[0]
        blocks = re.split(r"\n(?:[ \t]*\n)+", text)
        # Where paragraphs are indented, headings are not.
        if any(block.startswith(" ") for block in blocks):
            blocks = [block for block in blocks if block.startswith(" ")]
        for block in blocks:
            if words := " ".join(block.split()):
                yield words


def index(lines, database):
    connection = sqlite3.connect(database)
    connection.execute("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='porter unicode61')")
    with open(lines, encoding="utf-8") as file:
        rows = ((line.rstrip("\n"),) for line in file)
        connection.executemany("INSERT INTO passages VALUES (?)", rows)
    connection.commit()


if __name__ == "__main__":
    if sys.argv[1] == "--fts5":
        index(sys.argv[2], sys.argv[3])
    else:
        for paragraph in paragraphs(sys.argv[1]):
            print(paragraph)
