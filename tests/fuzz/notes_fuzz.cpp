// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a list of notes: one a line, "7|text" or "text". Whatever they say, each note gets
// sources, trails begin at home, and what is shown as a source stands in the note that it names.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/citation_fields.hpp"
#include "indexer/notes.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace idsearch;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  bool numeric = true;
  if (rest.starts_with('#')) {
    numeric = false;
    rest.remove_prefix(1);
  }
  std::vector<indexer::RawNote> raw;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::size_t bar = line.substr(0, 8).find('|');
    indexer::RawNote note;
    note.line = raw.size() + 1;
    if (bar == std::string_view::npos || bar == 0) {
      note.label = std::to_string(note.line);
      note.text = line;
    } else {
      note.label = line.substr(0, bar);
      note.text = line.substr(bar + 1);
    }
    raw.push_back(std::move(note));
  }
  std::vector<Diagnostic> diagnostics;
  const std::vector<Note> notes = indexer::resolve_notes(raw, numeric, diagnostics);
  std::unordered_map<std::string_view, const Note*> by_label;
  for (const Note& note : notes) require(by_label.emplace(note.label, &note).second);
  for (const Note& note : notes) {
    require(!note.sources.empty());
    require(!note.trail.empty() && note.trail == note.sources.front().trail);
    for (const Source& source : note.sources) {
      require(source.trail.front() == note.label);
      require(source.status <= note.status);
      require(is_resolved(source.status) ==
              (by_label.count(source.note) == 1 && !source.trail.empty() &&
               source.trail.back() == source.note));
      if (!is_resolved(source.status)) {
        require(source.text.empty() && source.note.empty() && !source.pinpoint);
        continue;
      }
      require(by_label.at(source.note)->text.find(source.text) != std::string::npos);
      if (source.reference.title) {
        require(source.text.find(*source.reference.title) != std::string::npos);
      }
      for (const std::string& author : source.reference.authors) {
        require(source.text.find(author) != std::string::npos);
      }
    }
  }
  for (const Diagnostic& diagnostic : diagnostics) {
    require(diagnostic.line >= 1 && diagnostic.line <= raw.size());
    require(raw[diagnostic.line - 1].label == diagnostic.label);
  }
  return 0;
}
