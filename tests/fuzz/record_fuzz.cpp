// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes, with and without a good seal, decode to a record or an Error, and so do those of a
// block of records; what decodes is written and read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "idsearch/error.hpp"
#include "store/passage_record.hpp"
#include "store/record_block.hpp"
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

void read_block(const std::string& value) {
  idsearch::store::RecordBlock block;
  try {
    block.take(value);
    for (std::size_t i = block.size(); i > 0; --i) {
      const std::string record(block.record(i - 1));
      if (block.record(i - 1) != record) std::abort();
    }
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
  read_block(std::string(bytes));
  read_block(idsearch::store::seal_record(bytes));
  return 0;
}
