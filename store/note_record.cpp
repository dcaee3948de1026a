// SPDX-License-Identifier: GPL-2.0-or-later
// Note, source and reference to tagged fields and back.
#include "store/note_record.hpp"

#include <cstddef>
#include <vector>

#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

// Tags are append-only and never used again for something else.
enum NoteTag : unsigned {
  kNoteLabel = 1,
  kNoteLine = 2,
  kNoteBody = 3,
  kNoteStatus = 4,
  kNoteTrail = 5,
  kNoteSource = 6,
};
enum SourceTag : unsigned {
  kSourceNote = 1,
  kSourcePart = 2,
  kSourceText = 3,
  kSourcePinpoint = 4,
  kSourceStatus = 5,
  kSourceTrail = 6,
  kSourceReference = 7,
  kSourceTextIsNotes = 8,  // 1: the text is that of the note, as in most first-hand citations
};
enum ReferenceTag : unsigned {
  kReferenceAuthor = 1,
  kReferenceTitle = 2,
  kReferenceContainer = 3,
  kReferencePublisher = 4,
  kReferenceIssued = 5,
  kReferenceUrl = 6,
  kReferenceAccessed = 7,
  kReferenceType = 8,
};

std::string encode(const Reference& reference) {
  TaggedWriter out;
  for (const auto& author : reference.authors) out.always(kReferenceAuthor, author);
  out.optional(kReferenceTitle, reference.title);
  out.optional(kReferenceContainer, reference.container);
  out.optional(kReferencePublisher, reference.publisher);
  out.optional(kReferenceIssued, reference.issued);
  out.optional(kReferenceUrl, reference.url);
  out.optional(kReferenceAccessed, reference.accessed);
  out.text(kReferenceType, reference.type);
  return out.bytes();
}

std::string encode(const Source& source, const std::string& note_text) {
  TaggedWriter out;
  out.text(kSourceNote, source.note);
  out.number(kSourcePart, source.part);
  if (!note_text.empty() && source.text == note_text) {
    out.number(kSourceTextIsNotes, 1);
  } else {
    out.text(kSourceText, source.text);
  }
  out.optional(kSourcePinpoint, source.pinpoint);
  out.number(kSourceStatus, static_cast<std::uint64_t>(source.status));
  for (const auto& label : source.trail) out.always(kSourceTrail, label);
  out.text(kSourceReference, encode(source.reference));
  return out.bytes();
}

NoteStatus status_of(const TaggedField& field) {
  return static_cast<NoteStatus>(field.number(static_cast<std::uint64_t>(NoteStatus::Cycle)));
}

// Each decoder takes the fields it knows and passes over the rest. Into what stands where it is to
// stay: ten hits have some thirty notes with a dozen fields each, and moving them takes as long as
// reading them (callgrind).
void decode_reference(std::string_view bytes, Reference& out) {
  while (const auto field = take_field(bytes)) {
    switch (field->tag) {
      case kReferenceAuthor:
        out.authors.emplace_back(field->bytes);
        break;
      case kReferenceTitle:
        out.title = field->bytes;
        break;
      case kReferenceContainer:
        out.container = field->bytes;
        break;
      case kReferencePublisher:
        out.publisher = field->bytes;
        break;
      case kReferenceIssued:
        out.issued = field->bytes;
        break;
      case kReferenceUrl:
        out.url = field->bytes;
        break;
      case kReferenceAccessed:
        out.accessed = field->bytes;
        break;
      case kReferenceType:
        out.type = field->bytes;
        break;
      default:
        break;
    }
  }
}

/// True: the text is that of the note.
bool decode_source(std::string_view bytes, Source& out) {
  bool text_is_notes = false;
  while (const auto field = take_field(bytes)) {
    switch (field->tag) {
      case kSourceNote:
        out.note = field->bytes;
        break;
      case kSourcePart:
        out.part = field->number();
        break;
      case kSourceText:
        out.text = field->bytes;
        break;
      case kSourcePinpoint:
        out.pinpoint = field->bytes;
        break;
      case kSourceStatus:
        out.status = status_of(*field);
        break;
      case kSourceTrail:
        out.trail.emplace_back(field->bytes);
        break;
      case kSourceReference:
        decode_reference(field->bytes, out.reference);
        break;
      case kSourceTextIsNotes:
        text_is_notes = field->number(1) == 1;
        break;
      default:
        break;
    }
  }
  return text_is_notes;
}

}  // namespace

std::string encode_note(const Note& note) {
  TaggedWriter out;
  out.text(kNoteLabel, note.label);
  out.number(kNoteLine, note.line);
  out.text(kNoteBody, note.text);
  out.number(kNoteStatus, static_cast<std::uint64_t>(note.status));
  for (const auto& label : note.trail) out.always(kNoteTrail, label);
  for (const auto& source : note.sources) out.always(kNoteSource, encode(source, note.text));
  return out.bytes();
}

void decode_note(std::string_view bytes, Note& out) {
  std::vector<std::size_t> with_note_text;
  while (const auto field = take_field(bytes)) {
    switch (field->tag) {
      case kNoteLabel:
        out.label = field->bytes;
        break;
      case kNoteLine:
        out.line = field->number();
        break;
      case kNoteBody:
        out.text = field->bytes;
        break;
      case kNoteStatus:
        out.status = status_of(*field);
        break;
      case kNoteTrail:
        out.trail.emplace_back(field->bytes);
        break;
      case kNoteSource:
        if (decode_source(field->bytes, out.sources.emplace_back()))
          with_note_text.push_back(out.sources.size() - 1);
        break;
      default:
        break;
    }
  }
  for (const std::size_t source : with_note_text) out.sources[source].text = out.text;
}

}  // namespace idsearch::store
