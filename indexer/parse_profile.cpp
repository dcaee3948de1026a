// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes of one file to a finished profile: format, reader, assembly, topics.
#include <optional>
#include <string>
#include <string_view>

#include "idsearch/index.hpp"
#include "indexer/assemble.hpp"
#include "indexer/readers.hpp"
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

}  // namespace

Profile parse_profile(std::string_view file, std::string_view bytes, const ParseOptions& options) {
  const indexer::TopicTagger& tagger = tagger_for(options.topic_rules);
  // A name without a known ending says nothing: the plain dump is the format that takes anything.
  const indexer::Format* format = indexer::format_of(file);
  if (format == nullptr) format = &indexer::formats().front();
  Profile profile = indexer::assemble(file, format->name, format->read(bytes), options);
  for (Passage& passage : profile.passages) passage.topics = tagger.tag(passage.text);
  return profile;
}

}  // namespace idsearch
