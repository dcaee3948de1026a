// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes of one file to a finished profile: format, reader, assembly, topics.
#include <optional>
#include <string>
#include <string_view>

#include "idsearch/index.hpp"
#include "indexer/assemble.hpp"
#include "indexer/readers.hpp"
#include "indexer/sniff.hpp"
#include "indexer/topics.hpp"

namespace idsearch {

namespace {

// Compiling the rules takes far longer than reading a profile, so each thread keeps them. Rules
// from a file are read anew when another file is asked for, never behind the caller's back.
const indexer::TopicTagger& tagger_for(const std::string& rules) {
  thread_local std::optional<indexer::TopicTagger> tagger;
  thread_local std::string kept_rules;
  if (!tagger || kept_rules != rules) {
    tagger.emplace(rules);
    kept_rules = rules;
  }
  return *tagger;
}

// By content; what no reader takes is read as the name promises, and else as the plain dump, the
// format that takes anything.
const indexer::Format* choose_format(std::string_view file, std::string_view bytes) {
  const std::string_view by_ending = indexer::format_by_ending(file);
  const auto* format = indexer::format_named(indexer::sniff_format(bytes, by_ending));
  if (format == nullptr) format = indexer::format_named(by_ending);
  return format == nullptr ? &indexer::formats().front() : format;
}

}  // namespace

Profile parse_profile(std::string_view file, std::string_view bytes, const ParseOptions& options) {
  const indexer::TopicTagger& tagger = tagger_for(options.topic_rules);
  const indexer::Format* format = choose_format(file, bytes);
  Profile profile = indexer::assemble(file, format->name, format->read(bytes), options);
  for (Passage& passage : profile.passages) passage.topics = tagger.tag(passage.text);
  return profile;
}

}  // namespace idsearch
