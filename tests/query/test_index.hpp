// SPDX-License-Identifier: GPL-2.0-or-later
// Small profiles made by hand and the indexes of them, for tests of questions and answers.
#ifndef IDSEARCH_TESTS_QUERY_TEST_INDEX_HPP
#define IDSEARCH_TESTS_QUERY_TEST_INDEX_HPP

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "idsearch/profile.hpp"
#include "idsearch/search.hpp"
#include "indexer/to_postings.hpp"
#include "store/generation.hpp"
#include "store/schema.hpp"
#include "store/segment_merge.hpp"
#include "store/segment_writer.hpp"
#include "store/stats.hpp"
#include "store/stemmers.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {

struct Chapter {
  std::vector<std::string> titles;
  std::vector<std::string> texts;
};

inline Profile make_profile(const std::string& id, const std::string& title,
                            const std::vector<Chapter>& chapters) {
  Profile profile;
  profile.id = id;
  profile.file = id + ".txt";
  profile.format = "text";
  profile.title = title;
  profile.language = "en";
  for (const Chapter& chapter : chapters) {
    Section section;
    section.titles = chapter.titles;
    for (const std::string& heading : chapter.titles)
      section.path += (section.path.empty() ? "" : "/") + text::heading_slug(heading);
    if (section.path.empty()) section.path = "_";
    section.passages = chapter.texts.size();
    for (std::size_t i = 0; i < chapter.texts.size(); ++i) {
      Passage passage;
      passage.id = id + "/" + section.path + "/" + std::to_string(i + 1);
      passage.section = profile.sections.size();
      passage.text = chapter.texts[i];
      passage.language = "en";
      passage.line = profile.passages.size() + 1;
      profile.passages.push_back(passage);
    }
    profile.sections.push_back(section);
  }
  return profile;
}

/// One profile without headings: passages "p/_/1", "p/_/2", …
inline Profile plain_profile(const std::vector<std::string>& texts, const std::string& id = "p") {
  return make_profile(id, "", {{{}, texts}});
}

/// An index of these profiles, gone with its guest.
class TestIndex {
 public:
  explicit TestIndex(const std::vector<Profile>& profiles) {
    std::string pattern = testing::TempDir() + "idsearch-query-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) ADD_FAILURE() << "no temporary directory";
    path_ = pattern;
    publish(profiles);
  }
  ~TestIndex() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestIndex(const TestIndex&) = delete;
  TestIndex& operator=(const TestIndex&) = delete;

  void publish(std::vector<Profile> profiles) {
    std::ranges::sort(profiles, {}, &Profile::id);
    store::WriteLock lock(path_, 0);
    store::Scratch scratch(path_);
    store::Manifest manifest;
    manifest.schema = store::kSchema;
    manifest.fingerprint = store::index_fingerprint();
    store::Stats stats;
    std::set<std::string> languages;
    const std::filesystem::path segment = scratch.path() / "segment";
    store::SegmentWriter writer(segment);
    indexer::PostingsMaker maker;
    for (const Profile& profile : profiles) {
      for (const store::Postings& postings : maker.make(profile)) writer.add(postings);
      std::string content;
      for (const Passage& passage : profile.passages) {
        languages.insert(passage.language);
        content += passage.text + "\n";
        ++stats.languages[passage.language];
      }
      stats.passages += profile.passages.size();
      ++stats.profiles;
      manifest.profiles.push_back({profile.id, profile.file, content, profile.passages.size()});
    }
    writer.finish();
    manifest.profile_count = stats.profiles;
    manifest.passages = stats.passages;
    manifest.generation = store::content_id(manifest);
    std::string all;
    for (const std::string& language : languages) all += (all.empty() ? "" : " ") + language;
    store::merge_segments({segment},
                          {{std::string{store::kMetaSchema}, std::to_string(store::kSchema)},
                           {std::string{store::kMetaFingerprint}, manifest.fingerprint},
                           {std::string{store::kMetaGeneration}, manifest.generation},
                           {std::string{store::kMetaLanguages}, all},
                           {std::string{store::kMetaStats}, store::encode_stats(stats)}},
                          scratch.path() / "index.glass");
    store::publish(path_, scratch, manifest);
  }

  std::string path() const { return path_.string(); }
  Searcher open() const { return Searcher::open({path()}); }

 private:
  std::filesystem::path path_;
};

/// Ids joined by blanks, in order.
inline std::string ids_of(const SearchResult& result) {
  std::string ids;
  for (const Hit& hit : result.hits) ids += (ids.empty() ? "" : " ") + hit.id;
  return ids;
}

inline std::string messages_of(const SearchResult& result) {
  std::string all;
  for (const QueryNote& note : result.notes) all += (all.empty() ? "" : "\n") + note.message;
  return all;
}

inline SearchRequest request_of(const std::string& text) {
  SearchRequest request;
  request.text = text;
  request.limit = 1000;
  return request;
}

inline SearchResult ask(const TestIndex& index, const std::string& query) {
  return index.open().search(request_of(query));
}

/// What a search said about other names of what was typed, "; " between the lines.
inline std::string expansions(const SearchResult& result) {
  std::string all;
  for (const std::string& line : result.expansions) all += (all.empty() ? "" : "; ") + line;
  return all;
}

}  // namespace idsearch::query

#endif  // IDSEARCH_TESTS_QUERY_TEST_INDEX_HPP
