// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes, with and without a good seal, decode to a record or an Error; what decodes is written
// and read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "idsearch/error.hpp"
#include "store/digest.hpp"
#include "store/passage_record.hpp"
#include "store/tagged.hpp"

namespace {

void decode(std::string_view bytes) {
  try {
    const auto record = idsearch::store::decode_record(bytes);
    if (idsearch::store::decode_record(idsearch::store::encode_record(record)) != record)
      std::abort();
  } catch (const idsearch::Error& error) {
    if (error.code() != idsearch::ErrorCode::Integrity) std::abort();
  }
}

// The fields of a record with a text whose hash is right, to get behind that check.
std::string with_text(std::string_view fields) {
  const std::string text = "text";
  const std::string hex = idsearch::store::sha256_hex(text);
  std::string raw;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    raw += static_cast<char>(std::strtoul(hex.substr(i, 2).c_str(), nullptr, 16));
  idsearch::store::TaggedWriter end;
  end.always(1, "id");
  end.always(2, raw);
  end.always(3, text);
  return std::string(fields) + end.bytes();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  decode(bytes);
  decode(idsearch::store::seal_record(bytes));
  decode(idsearch::store::seal_record(with_text(bytes)));
  return 0;
}
