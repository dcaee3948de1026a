// SPDX-License-Identifier: GPL-2.0-or-later
// Postings to a fresh glass database, and that to a single file.
#include "store/xapian_segment.hpp"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>
#include <vector>

#include "store/word_places.hpp"

namespace idsearch::store {
namespace {

Xapian::Document to_document(const Postings& postings) {
  Xapian::Document document;
  // In order Xapian's trees are faster, and a term needs one call.
  std::vector<const Posting*> words;
  words.reserve(postings.words.size());
  for (const Posting& posting : postings.words) words.push_back(&posting);
  std::ranges::sort(words, {},
                    [](const Posting* posting) -> const std::string& { return posting->term; });
  std::map<std::uint32_t, PlacesMaker> places;  // by slot
  for (std::size_t i = 0; i < words.size();) {
    const std::string& term = words[i]->term;
    Xapian::termcount wdf = 0;
    for (; i < words.size() && words[i]->term == term; ++i) {
      wdf += words[i]->wdf;
      if (words[i]->position != 0) places[places_slot(term)].add(term, words[i]->position);
    }
    document.add_term(term, wdf);
  }
  for (const auto& [slot, maker] : places) document.add_value(slot, maker.bytes());
  for (const std::string& filter : postings.filters) document.add_boolean_term(filter);
  for (const auto& [slot, value] : postings.values) document.add_value(slot, value);
  return document;
}

}  // namespace

XapianSegment::XapianSegment(std::filesystem::path file)
    : file_(std::move(file)),
      directory_(file_.parent_path() / (file_.filename().string() + ".d")),
      database_(directory_.string(), kScratchDatabaseFlags) {}

XapianSegment::~XapianSegment() {
  // An unfinished segment is thrown away; closing it may try to commit and fail, which is no
  // matter.
  try {
    database_ = Xapian::WritableDatabase();
  } catch (...) {
  }
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

void XapianSegment::add(const Postings& postings) {
  last_.push_back(to_document(postings));
  write_all_but(2);
}

void XapianSegment::write_all_but(std::size_t last) {
  for (; last_.size() > last; last_.pop_front(), ++written_) database_.add_document(last_.front());
}

void XapianSegment::set_value(std::uint32_t docid, std::uint32_t slot, const std::string& value) {
  last_.at(docid - written_ - 1).add_value(slot, value);
}

void XapianSegment::finish() {
  write_all_but(0);
  database_.commit();
  Xapian::Database(database_).compact(file_.string(), Xapian::DBCOMPACT_SINGLE_FILE);
  database_.close();
}

}  // namespace idsearch::store
