#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The run of Xapian's defaults, to compare with: TermGenerator, QueryParser (any word, English
stems), BM25.

  xapian_default.py DOCUMENTS QUERIES >RUN
      DOCUMENTS: lines {"id", "title", "body"}; QUERIES: lines of id, tab, text

Needs Debian's python3-xapian."""

import json
import sys

import xapian


def main(documents, queries):
    database = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("english"))
    ids = {}
    with open(documents, encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            document = xapian.Document()
            generator.set_document(document)
            generator.index_text(fields.get("title", ""))
            generator.increase_termpos()
            generator.index_text(fields.get("body", ""))
            ids[database.add_document(document)] = fields["id"]
    parser = xapian.QueryParser()
    parser.set_stemmer(xapian.Stem("english"))
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_database(database)
    enquire = xapian.Enquire(database)
    with open(queries, encoding="utf-8") as lines:
        for line in lines:
            query, text = line.rstrip("\n").split("\t", 1)
            enquire.set_query(parser.parse_query(text, 0))
            for match in enquire.get_mset(0, 1000):
                print(query, "Q0", ids[match.docid], match.rank + 1, "%.9f" % match.weight, "xapian")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
