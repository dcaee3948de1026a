// SPDX-License-Identifier: GPL-2.0-or-later
// A block: a seal (digest.hpp) of the rest, how many bytes the fields have (a varint), and the
// fields as one LZ4 block. They are tagged: a profile's id, the number of a passage, its record;
// what follows from the field before (same profile, next number) is left out.
#include "store/record_block.hpp"

#include <lz4.h>
#include <lz4hc.h>

#include <optional>
#include <utility>

#include "idsearch/error.hpp"
#include "store/digest.hpp"
#include "store/schema.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

// Tags are append-only and never used again for something else.
enum BlockTag : unsigned { kBlockProfile = 1, kBlockNumber = 2, kBlockRecord = 3 };

// A block is closed when it has so many bytes. Fetching a hit unpacks one, ten on a page. With 4
// KiB a cold search takes no less (1.00, `bench/pairs 150 1 FILE 3`), and an index of World
// Factbook is 5 % larger. By LZ4 blocks of 8 KiB take .40 of their size, of 4 .46, of 16 .37, and
// twice the size takes twice as long to unpack; by zstd .33 in four times the time
// (bench/README.md, "Cold start").
constexpr std::size_t kBlockBytes = 8 * 1024;
// Of LZ4's slow ways: level 9 packs no smaller, the fast way takes 5 % more space (the same
// measurement).
constexpr int kLevel = 4;
// What LZ4 takes: no record comes near it.
constexpr std::uint64_t kMaxFields = LZ4_MAX_INPUT_SIZE;

// Keys of Xapian's metadata may have 252 bytes; longer ids stand under a hash.
constexpr std::size_t kMaxIdInKey = 180;
constexpr std::size_t kIdHashDigits = 16;
constexpr std::size_t kNumberBytes = 5;  // a zero byte and four of the number
constexpr std::uint32_t kLastNumber = 0xFFFFFFFF;

std::string number_bytes(std::uint32_t number) {
  std::string out(1, '\0');
  for (const unsigned shift : {24u, 16u, 8u, 0u}) out += static_cast<char>(number >> shift & 0xFF);
  return out;
}

struct Order {
  std::string_view profile_id;
  std::uint32_t number = 0;
};

std::optional<Order> parse_order(std::string_view order) {
  if (order.size() < kNumberBytes || order[order.size() - kNumberBytes] != '\0')
    return std::nullopt;
  Order out{order.substr(0, order.size() - kNumberBytes), 0};
  for (const char c : order.substr(order.size() - kNumberBytes + 1))
    out.number = out.number << 8 | static_cast<unsigned char>(c);
  return out;
}

// Such an id cannot stand in a key as it is: the key would be too long, or sort elsewhere.
bool is_odd(std::string_view profile_id) {
  return profile_id.size() > kMaxIdInKey || profile_id.find('\0') != std::string_view::npos;
}

/// Into `fields`, whose memory is used again.
void unpack(std::string_view bytes, std::string& fields) {
  if (bytes.size() < kSealBytes) throw_damaged("its block is too short");
  std::string_view packed = bytes.substr(kSealBytes);
  if (seal_of(packed) != bytes.substr(0, kSealBytes))
    throw_damaged("the bytes of its block do not match their seal");
  // The seal fits: these are the bytes that were written, and the size in them can be believed.
  const auto size = take_varint(packed);
  if (!size || *size > kMaxFields) throw_damaged("its block has no size");
  // Most blocks are a record longer than kBlockBytes: not memory for one after the other.
  if (*size < 3 * kBlockBytes / 2) fields.reserve(3 * kBlockBytes / 2);
  fields.resize(*size);
  const int got = LZ4_decompress_safe(packed.data(), fields.data(), static_cast<int>(packed.size()),
                                      static_cast<int>(fields.size()));
  if (got < 0 || static_cast<std::uint64_t>(got) != *size)
    throw_damaged("its block cannot be unpacked");
}

/// Walks over the records in the fields of a block, which must outlive it.
class BlockReader {
 public:
  explicit BlockReader(std::string_view fields) : rest_(fields) {}

  bool next() {
    while (const auto field = take_field(rest_)) {
      if (field->tag == kBlockProfile) {
        profile_id_ = field->bytes;
        next_ = 0;
      } else if (field->tag == kBlockNumber) {
        next_ = static_cast<std::uint32_t>(field->number(kLastNumber));
      } else if (field->tag == kBlockRecord) {
        number_ = next_++;
        record_ = field->bytes;
        return true;
      }
    }
    return false;
  }

  std::string_view profile_id() const { return profile_id_; }
  std::uint32_t number() const { return number_; }
  std::string_view record() const { return record_; }

 private:
  std::string_view rest_, profile_id_, record_;
  std::uint32_t number_ = 0, next_ = 0;
};

}  // namespace

std::string order_value(std::string_view profile_id, std::uint32_t number) {
  return std::string(profile_id) + number_bytes(number);
}

std::string record_key(std::string_view order) {
  const auto parts = parse_order(order);
  if (!parts) return {};
  std::string out(kMetaRecords);
  if (!is_odd(parts->profile_id)) return out.append(order);
  // Behind all passages of a profile that has the kept bytes for its id, and before all others.
  const std::size_t zero = std::min(parts->profile_id.find('\0'), kMaxIdInKey);
  out += parts->profile_id.substr(0, zero);
  out += number_bytes(kLastNumber);
  out += std::string_view(sha256_hex(parts->profile_id)).substr(0, kIdHashDigits);
  return out + number_bytes(parts->number);
}

struct RecordPacker::Impl {
  std::function<void(const std::string&, const std::string&)> put;
  std::unique_ptr<LZ4_streamHC_t, decltype(&LZ4_freeStreamHC)> state{LZ4_createStreamHC(),
                                                                     &LZ4_freeStreamHC};
  TaggedWriter fields;
  std::string profile_id, last_key, packed;
  std::uint32_t last_number = 0;

  void flush() {
    if (fields.bytes().empty()) return;
    const std::string_view bytes = fields.bytes();
    if (bytes.size() > kMaxFields)
      throw Error(ErrorCode::Internal, "a record of more than two gigabytes cannot be kept");
    std::string size;
    append_varint(size, bytes.size());
    packed.resize(static_cast<std::size_t>(LZ4_compressBound(static_cast<int>(bytes.size()))));
    const int got = LZ4_compress_HC_extStateHC(state.get(), bytes.data(), packed.data(),
                                               static_cast<int>(bytes.size()),
                                               static_cast<int>(packed.size()), kLevel);
    if (got <= 0) throw Error(ErrorCode::Internal, "records cannot be compressed");
    size.append(packed, 0, static_cast<std::size_t>(got));
    put(last_key, seal_of(size) + size);
    fields = TaggedWriter();
  }
};

RecordPacker::RecordPacker(std::function<void(const std::string&, const std::string&)> put)
    : impl_(std::make_unique<Impl>()) {
  impl_->put = std::move(put);
  if (!impl_->state) throw std::bad_alloc();
}

RecordPacker::~RecordPacker() = default;

void RecordPacker::add(std::string_view order, std::string_view record) {
  const auto parts = parse_order(order);
  std::string key = record_key(order);
  if (!parts || (!impl_->last_key.empty() && key <= impl_->last_key))
    throw Error(ErrorCode::Internal, "passages are not written in their order");
  const bool same_profile = !impl_->last_key.empty() && parts->profile_id == impl_->profile_id;
  // A block with an odd id holds no other profile: its key says nothing about them.
  if (!same_profile && (is_odd(parts->profile_id) || is_odd(impl_->profile_id))) impl_->flush();
  const bool begins = impl_->fields.bytes().empty();
  if (begins || !same_profile) impl_->fields.always(kBlockProfile, parts->profile_id);
  if (begins || !same_profile || parts->number != impl_->last_number + 1)
    impl_->fields.number(kBlockNumber, parts->number);
  impl_->fields.always(kBlockRecord, record);
  impl_->profile_id = parts->profile_id;
  impl_->last_number = parts->number;
  impl_->last_key = std::move(key);
  if (impl_->fields.bytes().size() >= kBlockBytes) impl_->flush();
}

void RecordPacker::finish() { impl_->flush(); }

void for_each_record(
    std::string_view block,
    const std::function<void(std::string_view, std::uint32_t, std::string_view)>& take) {
  std::string fields;
  unpack(block, fields);
  BlockReader records(fields);
  while (records.next()) take(records.profile_id(), records.number(), records.record());
}

void RecordBlocks::load(const std::string& key) {
  if (!key_.empty() && first_key_ <= key && key <= key_) return;
  // Whoever reads passages in their order goes on from the block before.
  const std::string prefix(kMetaRecords);
  if (key_.empty() || key < key_) keys_ = database_.metadata_keys_begin(prefix);
  const Xapian::TermIterator end = database_.metadata_keys_end(prefix);
  if (keys_ != end) keys_.skip_to(key);
  std::string found = keys_ == end ? std::string() : *keys_;
  if (found.empty() || found != key_) {
    key_.clear();  // in case that the block is damaged
    if (found.empty()) throw_damaged("its block is missing");
    unpack(database_.get_metadata(found), block_);
    key_ = std::move(found);
  }
  // Nor need the block of each be looked for.
  first_key_ = key;
}

PassageRecord RecordBlocks::at(Xapian::docid docid) {
  return of(database_.get_document(docid).get_value(kSlotOrder));
}

std::string_view RecordBlocks::bytes_of(std::string_view order) {
  const auto wanted = parse_order(order);
  if (!wanted) throw_damaged("it has no place");
  load(record_key(order));
  BlockReader records(block_);
  while (records.next())
    if (records.number() == wanted->number && records.profile_id() == wanted->profile_id)
      return records.record();
  throw_damaged("it is not in its block");
}

}  // namespace idsearch::store
