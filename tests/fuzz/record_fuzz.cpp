// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes, with and without a good seal, decode to a record or an Error; what decodes is written
// and read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "idsearch/error.hpp"
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

// Behind the fields an id, without which nothing is a record.
std::string with_id(std::string_view fields) {
  idsearch::store::TaggedWriter end;
  end.always(1, "id");
  return std::string(fields) + end.bytes();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  decode(bytes);
  decode(idsearch::store::seal_record(bytes));
  decode(idsearch::store::seal_record(with_id(bytes)));
  return 0;
}
