// SPDX-License-Identifier: GPL-2.0-or-later
// Varints and fields, with every length checked before it is used.
#include "store/tagged.hpp"

#include "idsearch/error.hpp"

namespace idsearch::store {

std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    if (shift == 63 && byte > 1) return std::nullopt;
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

void TaggedWriter::always(unsigned tag, std::string_view bytes) {
  append_varint(out_, tag);
  append_varint(out_, bytes.size());
  out_ += bytes;
}

void TaggedWriter::number(unsigned tag, std::uint64_t value) {
  if (value == 0) return;
  std::string bytes;
  append_varint(bytes, value);
  always(tag, bytes);
}

std::uint64_t TaggedField::number(std::uint64_t last) const {
  std::string_view rest = bytes;
  const auto value = take_varint(rest);
  if (!value || !rest.empty() || *value > last) throw_damaged("a number is out of range");
  return *value;
}

void throw_damaged(std::string_view what) {
  throw Error(ErrorCode::Integrity, "damaged passage record: " + std::string(what),
              "Build the index anew: idsearch-index run --corpus DIR --index INDEX");
}

}  // namespace idsearch::store
