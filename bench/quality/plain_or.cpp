// SPDX-License-Identifier: GPL-2.0-or-later
// The least that a ranked search costs: each line of a file (id, tab, words) as an OR by Xapian's
// QueryParser over an index file of idsearch, BM25, the first ten passages with their data. Prints
// "id rank docid bytes".
//   plain_or INDEX/current/index.glass QUERIES [plain|exact|postings]
// plain: stems, as many passages looked at as Xapian thinks enough. exact: every match is looked
// at, so that totals are exact. postings: so, and with the other postings that idsearch ranks by:
// the forms as typed, and both in headings.
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

Xapian::Query query_of(Xapian::QueryParser& parser, const std::string& text, bool all_postings) {
  const Xapian::Query stems = parser.parse_query(text, 0);
  if (!all_postings) return stems;
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_NONE);
  const Xapian::Query forms = parser.parse_query(text, 0);
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  std::vector<Xapian::Query> parts{stems, forms};
  // Prefixes as in store/schema.hpp.
  for (auto term = stems.get_terms_begin(); term != stems.get_terms_end(); ++term)
    if ((*term).starts_with('Z')) parts.emplace_back("ZS" + (*term).substr(1));
  for (auto term = forms.get_terms_begin(); term != forms.get_terms_end(); ++term)
    parts.emplace_back("S" + *term);
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) return 2;
  const std::string how = argc == 4 ? argv[3] : "plain";
  const Xapian::Database database(argv[1]);
  const Xapian::doccount look_at = how == "plain" ? 0 : database.get_doccount();
  Xapian::QueryParser parser;
  parser.set_database(database);
  parser.set_stemmer(Xapian::Stem("en"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  std::ifstream lines(argv[2]);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    const std::string text = tab == std::string::npos ? line : line.substr(tab + 1);
    Xapian::Enquire enquire(database);
    enquire.set_query(query_of(parser, text, how == "postings"));
    enquire.set_weighting_scheme(Xapian::BM25Weight());
    const Xapian::MSet found = enquire.get_mset(0, 10, look_at);
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      std::cout << line.substr(0, tab) << ' ' << hit.get_rank() + 1 << ' ' << *hit << ' '
                << hit.get_document().get_data().size() << '\n';
  }
}
