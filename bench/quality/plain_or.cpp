// SPDX-License-Identifier: GPL-2.0-or-later
// The least that a ranked search costs: each line of a file (id, tab, words) as an OR of stems by
// Xapian's QueryParser over an index file of idsearch, BM25, the first ten passages with the value
// that orders them. Prints "id rank docid".
//   plain_or INDEX/current/index.glass QUERIES
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const Xapian::Database database(argv[1]);
  Xapian::QueryParser parser;
  parser.set_database(database);
  parser.set_stemmer(Xapian::Stem("en"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  std::ifstream lines(argv[2]);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    const std::string text = tab == std::string::npos ? line : line.substr(tab + 1);
    Xapian::Enquire enquire(database);
    enquire.set_query(parser.parse_query(text, 0));
    enquire.set_weighting_scheme(Xapian::BM25Weight());
    const Xapian::MSet found = enquire.get_mset(0, 10);
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      std::cout << line.substr(0, tab) << ' ' << hit.get_rank() + 1 << ' ' << *hit << ' '
                << hit.get_document().get_data().size() << '\n';
  }
}
