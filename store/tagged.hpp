// SPDX-License-Identifier: GPL-2.0-or-later
// Tagged, length-prefixed fields: how a record is laid out in bytes. A field is a tag, a length
// and that many bytes; tag, length and numbers are base-128 varints, low bits first.
#ifndef IDSEARCH_STORE_TAGGED_HPP
#define IDSEARCH_STORE_TAGGED_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::store {

inline void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

/// Takes one off the front of `bytes`; nullopt (and `bytes` unspecified) when none is there or it
/// does not fit in 64 bits.
std::optional<std::uint64_t> take_varint(std::string_view& bytes);

/// The same of a number below 2^7, as nearly all tags and lengths are; else as take_varint().
inline std::optional<std::uint64_t> take_small_varint(std::string_view& bytes) {
  if (bytes.empty() || static_cast<unsigned char>(bytes.front()) >= 0x80) return take_varint(bytes);
  const auto value = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return value;
}

/// Appends fields. text() and number() leave out what is empty or 0; optional() what is absent.
class TaggedWriter {
 public:
  void always(unsigned tag, std::string_view bytes);
  void text(unsigned tag, std::string_view bytes) {
    if (!bytes.empty()) always(tag, bytes);
  }
  void optional(unsigned tag, const std::optional<std::string>& bytes) {
    if (bytes) always(tag, *bytes);
  }
  void number(unsigned tag, std::uint64_t value);

  const std::string& bytes() const { return out_; }

 private:
  std::string out_;
};

/// One field read; `bytes` is a view into what was read.
struct TaggedField {
  std::uint64_t tag = 0;
  std::string_view bytes;

  std::string text() const { return std::string(bytes); }
  /// Throws Error{Integrity} when the bytes are not exactly one number, or it is above `last`.
  std::uint64_t number(std::uint64_t last = UINT64_MAX) const;
};

/// Takes one field off the front of `bytes`; nullopt at the end. Throws Error{Integrity} when the
/// field does not fit.
std::optional<TaggedField> take_field(std::string_view& bytes);

/// The error for bytes that are no record.
[[noreturn]] void throw_damaged(std::string_view what);

inline std::optional<TaggedField> take_field(std::string_view& bytes) {
  if (bytes.empty()) return std::nullopt;
  const auto tag = take_small_varint(bytes);
  const auto length = tag ? take_small_varint(bytes) : std::nullopt;
  if (!length || *length > bytes.size()) throw_damaged("a field is longer than the record");
  const TaggedField field{*tag, bytes.substr(0, *length)};
  bytes.remove_prefix(*length);
  return field;
}

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_TAGGED_HPP
