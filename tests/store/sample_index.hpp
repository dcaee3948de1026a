// SPDX-License-Identifier: GPL-2.0-or-later
// Small indexes made by hand, for tests of what stands around them.
#ifndef IDSEARCH_TESTS_STORE_SAMPLE_INDEX_HPP
#define IDSEARCH_TESTS_STORE_SAMPLE_INDEX_HPP

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "idsearch/error.hpp"
#include "store/digest.hpp"
#include "store/generation.hpp"
#include "store/passage_record.hpp"
#include "store/postings.hpp"
#include "store/schema.hpp"
#include "store/segment_merge.hpp"
#include "store/segment_writer.hpp"
#include "store/stats.hpp"
#include "store/stemmers.hpp"

namespace idsearch::store {

/// A directory that is gone with its guest.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string pattern = testing::TempDir() + "idsearch-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) ADD_FAILURE() << "no temporary directory";
    path_ = pattern;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

inline void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// The code of the Error that `body` throws, as "name: message"; "" when it throws none.
template <typename Body>
std::string error_of(Body&& body) {
  try {
    body();
  } catch (const Error& error) {
    return std::string(kErrorTable[static_cast<std::size_t>(error.code())].name) + ": " +
           error.message();
  }
  return "";
}

/// Passage `profile/_/n` whose words are those of `text` between blanks.
inline Postings sample_passage(const std::string& profile, unsigned n, const std::string& text) {
  PassageRecord record;
  record.id = profile + "/_/" + std::to_string(n);
  record.text = text;
  record.profile_id = profile;
  record.section_path = "_";
  record.language = "en";
  record.sentence_ends = {text.size()};
  Postings out;
  out.id = record.id;
  std::istringstream words(text);
  std::string word;
  for (std::uint32_t position = 1; words >> word; ++position)
    out.words.push_back({word, position, 1});
  out.filters = {id_term(record.id), filter_term(kProfile, profile), filter_term(kLanguage, "en")};
  out.values = {{kSlotOrder, profile + std::string("\0\0\0\0", 4) + static_cast<char>(n)}};
  out.record = encode_record(record);
  return out;
}

struct SampleProfile {
  std::string id;
  std::vector<std::string> passages;
};

inline Manifest sample_manifest(const std::vector<SampleProfile>& profiles) {
  Manifest out;
  out.schema = kSchema;
  out.fingerprint = index_fingerprint();
  out.rules = "rules";
  out.profile_count = profiles.size();
  for (const SampleProfile& profile : profiles) {
    std::string all;
    for (const std::string& passage : profile.passages) all += passage + "\n";
    out.profiles.push_back({profile.id,
                            profile.id + ".txt",
                            sha256_hex(all),
                            profile.passages.size(),
                            all.size(),
                            {}});
    out.passages += profile.passages.size();
  }
  out.generation = content_id(out);
  return out;
}

/// Writes `index.glass` for these profiles into `directory`.
inline void write_sample(const std::filesystem::path& directory,
                         const std::vector<SampleProfile>& profiles, const Manifest& manifest) {
  std::vector<std::filesystem::path> segments;
  Stats stats;
  for (const SampleProfile& profile : profiles) {
    segments.push_back(directory / ("segment-" + profile.id));
    SegmentWriter writer(segments.back());
    unsigned n = 0;
    for (const std::string& passage : profile.passages)
      writer.add(sample_passage(profile.id, ++n, passage));
    writer.finish();
    stats.profiles += 1;
    stats.passages += profile.passages.size();
  }
  merge_segments(segments,
                 {{std::string(kMetaSchema), std::to_string(manifest.schema)},
                  {std::string(kMetaFingerprint), manifest.fingerprint},
                  {std::string(kMetaGeneration), manifest.generation},
                  {std::string(kMetaLanguages), "en"},
                  {std::string(kMetaStats), encode_stats(stats)}},
                 directory / "index.glass");
  for (const auto& segment : segments) std::filesystem::remove(segment);
}

/// Publishes an index of these profiles the way a build does.
inline Manifest publish_sample(const std::filesystem::path& index,
                               const std::vector<SampleProfile>& profiles) {
  Manifest manifest = sample_manifest(profiles);
  const WriteLock lock(index, 0);
  Scratch scratch(index);
  write_sample(scratch.path(), profiles, manifest);
  publish(index, scratch, manifest);
  return manifest;
}

}  // namespace idsearch::store

#endif  // IDSEARCH_TESTS_STORE_SAMPLE_INDEX_HPP
