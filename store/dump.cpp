// SPDX-License-Identifier: GPL-2.0-or-later
// Everything sorted by names that mean something: terms by their bytes, passages by their ids.
#include "store/dump.hpp"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>
#include <unordered_map>

#include "store/outline.hpp"
#include "store/reader.hpp"
#include "store/schema.hpp"
#include "store/sentence_places.hpp"
#include "store/stats.hpp"
#include "store/word_places.hpp"
#include "store/xapian_guard.hpp"

namespace idsearch::store {
namespace {

// Raised when the lines mean something else.
constexpr int kDumpVersion = 1;

// One line, whatever is in it: control characters and backslashes as \xNN.
std::string escaped(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F && c != '\\') {
      out += c;
    } else {
      out += "\\x";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

/// Neither a stem nor a filter.
bool is_word(std::string_view term) {
  for (const std::string_view prefix : {kAuthor, kHeading, kNoteText})
    if (term.starts_with(prefix)) {
      term.remove_prefix(prefix.size());
      break;
    }
  return !term.empty() && !(term.front() >= 'A' && term.front() <= 'Z');
}

struct Document {
  Xapian::docid docid = 0;
  PassageRecord record;
};

std::vector<Document> documents_by_id(const Reader& reader) {
  const Xapian::Database& database = reader.database();
  std::vector<Document> out;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it)
    out.push_back({*it, reader.record(*it)});
  std::ranges::stable_sort(out, {},
                           [](const Document& d) -> const std::string& { return d.record.id; });
  return out;
}

void dump_head(const Reader& reader, std::ostream& out) {
  Stats stats;
  for (std::size_t i = 0; i < reader.paths().size(); ++i)
    if (const auto part = decode_stats(reader.metadata(i, kMetaStats))) stats.add(*part);
  out << "idsearch dump " << kDumpVersion << "\nschema " << kSchema << "\nfingerprint "
      << escaped(reader.manifests().front().fingerprint) << "\nlanguages";
  for (const std::string& language : reader.languages()) out << ' ' << escaped(language);
  out << "\nstats " << escaped(encode_stats(stats)) << '\n';
}

void dump_terms(const Reader& reader, const std::vector<Document>& documents, std::ostream& out) {
  const Xapian::Database& database = reader.database();
  std::unordered_map<Xapian::docid, std::size_t> ranks;
  for (std::size_t i = 0; i < documents.size(); ++i) ranks[documents[i].docid] = i;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const std::string name = *term;
    out << "term " << escaped(name) << '\n';
    struct Use {
      std::size_t rank;
      Xapian::termcount wdf;
      std::vector<std::uint32_t> places;
    };
    std::vector<Use> uses;
    // Only words have places; another term of the passage might seem to stand where a word does.
    const bool has_places = is_word(name);
    const std::uint64_t hash = place_hash(name);
    const std::uint32_t slot = places_slot(name);
    Xapian::ValueIterator value = database.valuestream_begin(slot);
    const Xapian::ValueIterator end = database.valuestream_end(slot);
    for (auto it = database.postlist_begin(name); it != database.postlist_end(name); ++it) {
      Use& use = uses.emplace_back(Use{ranks.at(*it), it.get_wdf(), {}});
      if (!has_places) continue;
      if (value != end) value.skip_to(*it);
      if (value == end || value.get_docid() != *it) continue;
      const std::string bytes = *value;
      Places(bytes).append_to(use.places, hash);
    }
    std::ranges::sort(uses, {}, &Use::rank);
    for (const Use& use : uses) {
      out << "  " << escaped(documents[use.rank].record.id) << " wdf=" << use.wdf;
      char separator = ' ';
      for (const std::uint32_t place : use.places) {
        out << separator << place;
        separator = ',';
      }
      out << '\n';
    }
  }
}

void dump_note(const Note& note, std::ostream& out) {
  out << "  note " << escaped(note.label) << " line=" << note.line
      << " status=" << name_of(note.status) << " trail=";
  for (const std::string& label : note.trail) out << escaped(label) << ',';
  out << "\n    text " << escaped(note.text) << '\n';
  for (const Source& source : note.sources) {
    out << "    source " << escaped(source.note) << '/' << source.part
        << " status=" << name_of(source.status) << " trail=";
    for (const std::string& label : source.trail) out << escaped(label) << ',';
    out << "\n      text " << escaped(source.text) << '\n';
    const auto field = [&out](std::string_view name, const std::optional<std::string>& value) {
      if (value) out << "      " << name << ' ' << escaped(*value) << '\n';
    };
    field("pinpoint", source.pinpoint);
    for (const std::string& author : source.reference.authors) field("author", author);
    field("title", source.reference.title);
    field("container", source.reference.container);
    field("publisher", source.reference.publisher);
    field("issued", source.reference.issued);
    field("url", source.reference.url);
    field("accessed", source.reference.accessed);
    if (!source.reference.type.empty()) field("type", source.reference.type);
  }
}

void dump_passage(const Reader& reader, const Document& document, std::ostream& out) {
  const PassageRecord& record = document.record;
  out << "passage " << escaped(record.id) << '\n';
  const auto field = [&out](std::string_view name, std::string_view value) {
    out << "  " << name << ' ' << escaped(value) << '\n';
  };
  const Xapian::Document stored = reader.database().get_document(document.docid);
  for (const std::uint32_t slot : std::array{kSlotOrder, kSlotUpdated})
    field("value " + std::to_string(slot), stored.get_value(slot));
  std::string outline;
  for (const OutlineEntry& entry : decode_outline(stored.get_value(kSlotOutline)))
    outline += std::to_string(entry.bucket()) + ":" + std::to_string(entry.times()) + " ";
  field("outline", outline);
  std::string starts;
  for (const std::uint32_t start : decode_sentence_starts(stored.get_value(kSlotSentences)))
    starts += std::to_string(start) + " ";
  field("first words of sentences", starts);
  field("sha256", record.sha256);
  field("text", record.text);
  field("profile", record.profile_id);
  field("title", record.profile_title);
  field("file", record.file);
  if (record.updated) field("updated", *record.updated);
  if (record.country) field("country", record.country->code + " " + record.country->name);
  field("section", record.section_path);
  for (const std::string& title : record.section_titles) field("heading", title);
  field("kind", name_of(record.kind));
  field("language", record.language);
  field("line", std::to_string(record.line));
  std::string ends;
  for (const std::size_t end : record.sentence_ends) ends += std::to_string(end) + ",";
  field("sentences", ends);
  for (const Mark& mark : record.marks) field("mark", mark.note + " at " + std::to_string(mark.at));
  for (const TopicTag& topic : record.topics) {
    field("topic", topic.name);
    for (const std::string& words : topic.evidence) field("evidence", words);
  }
  for (const Note& note : record.notes) dump_note(note, out);
  field("previous", record.previous_id);
  field("next", record.next_id);
}

}  // namespace

void dump(const std::vector<std::string>& paths, std::ostream& out) {
  const Reader reader = Reader::open(paths, {.check_bytes = true, .partial = false});
  guard(Access::Read, "index " + paths.front(), [&] {
    const std::vector<Document> documents = documents_by_id(reader);
    dump_head(reader, out);
    dump_terms(reader, documents, out);
    for (const Document& document : documents) dump_passage(reader, document, out);
  });
}

}  // namespace idsearch::store
