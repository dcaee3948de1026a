// SPDX-License-Identifier: GPL-2.0-or-later
// All that is needed to show a hit, in one stored value: tagged, length-prefixed fields. Unknown
// tags are skipped, so that older programs read newer records.
#ifndef IDSEARCH_STORE_PASSAGE_RECORD_HPP
#define IDSEARCH_STORE_PASSAGE_RECORD_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/profile.hpp"

namespace idsearch::store {

struct PassageRecord {
  std::string id;
  std::string sha256;  ///< of `text`, hexadecimal
  std::string text;
  std::string profile_id, profile_title, file;
  std::optional<std::string> updated;
  std::optional<Country> country;
  std::string section_path;
  std::vector<std::string> section_titles;
  PassageKind kind = PassageKind::Paragraph;
  std::string language;
  std::size_t line = 0;
  std::vector<std::size_t> sentence_ends;  ///< byte offsets, ascending; the last is text.size()
  std::vector<Mark> marks;
  std::vector<TopicTag> topics;
  std::vector<Note> notes;           ///< those that `marks` name and that exist, by first mark
  std::string previous_id, next_id;  ///< neighbours in reading order; empty at the ends

  bool operator==(const PassageRecord&) const = default;
};

/// Encodes; `sha256` is not stored but follows from `text`.
std::string encode_record(const PassageRecord& record);

/// Throws Error{Integrity} when the bytes are no record, or do not match their seal.
PassageRecord decode_record(std::string_view bytes);

/// Its id alone, of bytes whose seal fits: a tenth of the work. Throws Error{Integrity} likewise.
std::string decode_record_id(std::string_view bytes);

/// What stands at the head of a passage where it is shown.
struct PassageHead {
  std::optional<Country> country;
  std::string section_path;
  std::vector<std::string> section_titles;
  std::vector<std::string> topics;  ///< their names
};

/// Its head alone, of bytes whose seal fits. Throws Error{Integrity} likewise.
PassageHead decode_record_head(std::string_view bytes);

/// Puts the seal before encoded fields, which decode_record() demands; apart so that tests can
/// bring odd fields past it.
std::string seal_record(std::string_view fields);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_PASSAGE_RECORD_HPP
