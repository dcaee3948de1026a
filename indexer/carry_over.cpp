// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/carry_over.hpp"

#include <map>
#include <set>
#include <utility>

#include "store/digest.hpp"

namespace idsearch::indexer {

Profile profile_of_records(const std::vector<store::PassageRecord>& records) {
  Profile out;
  if (records.empty()) return out;
  const store::PassageRecord& head = records.front();
  out.id = head.profile_id;
  out.title = head.profile_title;
  out.file = head.file;
  out.updated = head.updated;
  out.country = head.country;
  std::map<std::string, std::size_t> sections;
  std::set<std::string> labels;
  for (const store::PassageRecord& record : records) {
    const auto [section, is_new] = sections.try_emplace(record.section_path, out.sections.size());
    if (is_new) {
      Section& added = out.sections.emplace_back();
      added.path = record.section_path;
      added.titles = record.section_titles;
    }
    ++out.sections[section->second].passages;
    Passage& passage = out.passages.emplace_back();
    passage.id = record.id;
    passage.section = section->second;
    passage.kind = record.kind;
    passage.text = record.text;
    passage.line = record.line;
    passage.language = record.language;
    passage.marks = record.marks;
    passage.topics = record.topics;
    for (const Note& note : record.notes)
      if (labels.insert(note.label).second) out.notes.push_back(note);
  }
  return out;
}

Input carried_input(const store::ManifestProfile& kept, const std::string& path,
                    const std::vector<store::PassageRecord>& records) {
  Input out;
  out.id = kept.id;
  out.path = path;
  out.name = kept.file;
  store::Sha256 hash;
  for (const store::PassageRecord& record : records) {
    const std::string bytes = store::encode_record(record);
    hash.add(std::to_string(bytes.size()) + ":");
    hash.add(bytes);
    out.size += record.text.size();
  }
  out.sha256 = "carried:" + hash.hex();
  // Segments end where they did when the file was read.
  if (kept.bytes > 0) out.size = kept.bytes;
  out.profile = profile_of_records(records);
  out.kept = kept;
  return out;
}

bool is_of(const FailedInput& failed, const store::ManifestProfile& known) {
  if (failed.is_directory) return known.file.starts_with(failed.name);
  if (failed.name.empty()) return false;
  return known.id == failed.id || known.file == failed.name;
}

}  // namespace idsearch::indexer
