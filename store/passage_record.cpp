// SPDX-License-Identifier: GPL-2.0-or-later
// Record to bytes and back. The first eight bytes are a seal of all that follows (digest.hpp),
// because Xapian has no checksums and a record holds more than the text that `sha256` covers:
// citations, marks, dates.
#include "store/passage_record.hpp"

#include "store/digest.hpp"
#include "store/note_record.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

// Tags are append-only and never used again for something else.
enum RecordTag : unsigned {
  kRecordId = 1,
  // 2 was the SHA-256 of the text: the seal covers it.
  kRecordText = 3,
  kRecordProfileId = 4,
  kRecordProfileTitle = 5,
  kRecordFile = 6,
  kRecordUpdated = 7,
  kRecordCountry = 8,
  kRecordSectionPath = 9,
  kRecordSectionTitle = 10,  // repeated
  kRecordKind = 11,
  kRecordLanguage = 12,
  kRecordLine = 13,
  kRecordSentenceEnds = 14,  // varints, each the distance from the one before
  kRecordMark = 15,          // repeated
  kRecordTopic = 16,         // repeated
  kRecordNote = 17,          // repeated
  kRecordPreviousId = 18,
  kRecordNextId = 19,
};
enum CountryTag : unsigned { kCountryCode = 1, kCountryName = 2 };
enum MarkTag : unsigned { kMarkNote = 1, kMarkAt = 2 };
enum TopicTagTag : unsigned { kTopicName = 1, kTopicEvidence = 2 };

// Each decoder takes the fields it knows and passes over the rest.
Mark decode_mark(std::string_view bytes) {
  Mark out;
  while (const auto field = take_field(bytes)) {
    if (field->tag == kMarkNote) out.note = field->bytes;
    if (field->tag == kMarkAt) out.at = field->number();
  }
  return out;
}

TopicTag decode_topic(std::string_view bytes) {
  TopicTag out;
  while (const auto field = take_field(bytes)) {
    if (field->tag == kTopicName) out.name = field->bytes;
    if (field->tag == kTopicEvidence) out.evidence.emplace_back(field->bytes);
  }
  return out;
}

Country decode_country(std::string_view bytes) {
  Country out;
  while (const auto field = take_field(bytes)) {
    if (field->tag == kCountryCode) out.code = field->bytes;
    if (field->tag == kCountryName) out.name = field->bytes;
  }
  return out;
}

std::vector<std::size_t> decode_ends(std::string_view bytes) {
  std::vector<std::size_t> out;
  std::size_t end = 0;
  while (!bytes.empty()) {
    const auto distance = take_varint(bytes);
    if (!distance || *distance > SIZE_MAX - end) throw_damaged("a sentence end is out of range");
    end += *distance;
    out.push_back(end);
  }
  return out;
}

// What the showing side relies on without looking again.
void check(const PassageRecord& record) {
  if (record.id.empty()) throw_damaged("it has no id");
  for (const Mark& mark : record.marks)
    if (mark.at > record.text.size()) throw_damaged("a mark lies beyond the text");
  for (const std::size_t end : record.sentence_ends)
    if (end > record.text.size()) throw_damaged("a sentence ends beyond the text");
}

/// The fields behind the seal, which must fit them.
std::string_view unsealed(std::string_view bytes) {
  if (bytes.size() < kSealBytes) throw_damaged("it is too short");
  const std::string_view seal = bytes.substr(0, kSealBytes);
  bytes.remove_prefix(kSealBytes);
  if (seal_of(bytes) != seal) throw_damaged("its bytes do not match their seal");
  return bytes;
}

}  // namespace

std::string decode_record_id(std::string_view bytes) {
  bytes = unsealed(bytes);
  std::string id;
  while (const auto field = take_field(bytes))
    if (field->tag == kRecordId) id = field->text();
  if (id.empty()) throw_damaged("it has no id");
  return id;
}

PassageHead decode_record_head(std::string_view bytes) {
  bytes = unsealed(bytes);
  PassageHead out;
  while (const auto field = take_field(bytes)) {
    if (field->tag == kRecordCountry) out.country = decode_country(field->bytes);
    if (field->tag == kRecordSectionPath) out.section_path = field->bytes;
    if (field->tag == kRecordSectionTitle) out.section_titles.emplace_back(field->bytes);
    if (field->tag == kRecordTopic) out.topics.push_back(decode_topic(field->bytes).name);
  }
  return out;
}

std::string seal_record(std::string_view fields) { return seal_of(fields) + std::string(fields); }

std::string encode_record(const PassageRecord& record) {
  TaggedWriter out;
  out.always(kRecordId, record.id);
  out.always(kRecordText, record.text);
  out.text(kRecordProfileId, record.profile_id);
  out.text(kRecordProfileTitle, record.profile_title);
  out.text(kRecordFile, record.file);
  out.optional(kRecordUpdated, record.updated);
  if (record.country) {
    TaggedWriter country;
    country.text(kCountryCode, record.country->code);
    country.text(kCountryName, record.country->name);
    out.always(kRecordCountry, country.bytes());
  }
  out.text(kRecordSectionPath, record.section_path);
  for (const auto& title : record.section_titles) out.always(kRecordSectionTitle, title);
  out.number(kRecordKind, static_cast<std::uint64_t>(record.kind));
  out.text(kRecordLanguage, record.language);
  out.number(kRecordLine, record.line);
  std::string ends;
  std::size_t last = 0;
  for (const std::size_t end : record.sentence_ends) {
    append_varint(ends, end - last);
    last = end;
  }
  out.text(kRecordSentenceEnds, ends);
  for (const Mark& mark : record.marks) {
    TaggedWriter field;
    field.text(kMarkNote, mark.note);
    field.number(kMarkAt, mark.at);
    out.always(kRecordMark, field.bytes());
  }
  for (const TopicTag& topic : record.topics) {
    TaggedWriter field;
    field.text(kTopicName, topic.name);
    for (const auto& words : topic.evidence) field.always(kTopicEvidence, words);
    out.always(kRecordTopic, field.bytes());
  }
  for (const Note& note : record.notes) out.always(kRecordNote, encode_note(note));
  out.text(kRecordPreviousId, record.previous_id);
  out.text(kRecordNextId, record.next_id);
  return seal_record(out.bytes());
}

PassageRecord decode_record(std::string_view bytes) {
  bytes = unsealed(bytes);
  PassageRecord out;
  while (const auto field = take_field(bytes)) {
    switch (field->tag) {
      case kRecordId:
        out.id = field->bytes;
        break;
      case kRecordText:
        out.text = field->bytes;
        break;
      case kRecordProfileId:
        out.profile_id = field->bytes;
        break;
      case kRecordProfileTitle:
        out.profile_title = field->bytes;
        break;
      case kRecordFile:
        out.file = field->bytes;
        break;
      case kRecordUpdated:
        out.updated = field->bytes;
        break;
      case kRecordCountry:
        out.country = decode_country(field->bytes);
        break;
      case kRecordSectionPath:
        out.section_path = field->bytes;
        break;
      case kRecordSectionTitle:
        out.section_titles.emplace_back(field->bytes);
        break;
      case kRecordKind:
        out.kind =
            static_cast<PassageKind>(field->number(static_cast<std::uint64_t>(PassageKind::Row)));
        break;
      case kRecordLanguage:
        out.language = field->bytes;
        break;
      case kRecordLine:
        out.line = field->number();
        break;
      case kRecordSentenceEnds:
        out.sentence_ends = decode_ends(field->bytes);
        break;
      case kRecordMark:
        out.marks.push_back(decode_mark(field->bytes));
        break;
      case kRecordTopic:
        out.topics.push_back(decode_topic(field->bytes));
        break;
      case kRecordNote:
        decode_note(field->bytes, out.notes.emplace_back());
        break;
      case kRecordPreviousId:
        out.previous_id = field->bytes;
        break;
      case kRecordNextId:
        out.next_id = field->bytes;
        break;
      default:
        break;
    }
  }
  out.sha256 = sha256_hex(out.text);
  check(out);
  return out;
}

}  // namespace idsearch::store
