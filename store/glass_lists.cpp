// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers in tags are varints, low bits first. The first chunk of a list begins with the number of
// its documents, the sum of their numbers and the first docid minus 1; every chunk goes on with "1"
// if it is the last, else "0", and how many docids it spans minus 1.
#include "store/glass_lists.hpp"

#include <bit>
#include <cstring>

#include "store/glass_layout.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

constexpr std::size_t kChunkBytes = 2000;  // Xapian's, for postings and for values

// Appends a number so that longer ones sort behind shorter ones.
void append_sortable(std::string& to, std::uint32_t value) {
  if (value < 0x8000) {
    to += static_cast<char>(value >> 8);
    to += static_cast<char>(value);
    return;
  }
  const auto bytes = static_cast<unsigned>((37 - std::countl_zero(value)) / 7);
  const unsigned ones = 0xFFU << (10 - bytes);
  to += static_cast<char>((bytes > 4 ? 0 : value >> (8 * (bytes - 1))) | ones);
  for (unsigned left = bytes - 1; left > 0; --left)
    to += static_cast<char>(value >> (8 * (left - 1)));
}

// All of `bytes` is the number.
std::uint32_t parse_sortable(std::string_view bytes) {
  if (bytes.empty()) glass::refuse("a key is too short");
  const auto first = static_cast<unsigned char>(bytes.front());
  const std::size_t size = first < 0x80 ? 2 : first < 0xC0 ? 3 : first < 0xE0 ? 4 : 5;
  if (bytes.size() != size) glass::refuse("a key has another length");
  std::uint32_t value = size == 2 ? first : size == 5 ? 0 : first & (0xFFU >> (size - 1));
  for (const char c : bytes.substr(1)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::string key_of(char kind, std::string_view rest = {}) {
  std::string out{'\0', kind};
  return out += rest;
}

}  // namespace

void NumberReader::throw_bad_list() { glass::refuse("a list is cut off"); }

GlassKey parse_glass_key(std::string_view key) {
  if (key.empty()) glass::refuse("a key is empty");
  GlassKey out;
  if (key.front() != '\0' || key.starts_with(std::string_view("\x00\xff", 2))) {
    out.name = key;
    // A zero byte of the term is followed by FF, which no number begins with.
    for (std::size_t zero = key.find('\0'); zero != std::string_view::npos;
         zero = key.find('\0', zero + 1)) {
      if (zero + 1 < key.size() && key[zero + 1] == '\xff') continue;
      out.name = key.substr(0, zero);
      out.docid = parse_sortable(key.substr(zero + 1));
      break;
    }
    return out;
  }
  if (key.size() < 2) glass::refuse("a key is too short");
  const std::string_view rest = key.substr(2);
  switch (key[1]) {
    case '\xc0':
      out.kind = GlassKey::Kind::Metadata;
      out.name = rest;
      return out;
    case '\xd0':
      out.kind = GlassKey::Kind::SlotStatistics;
      if (rest.size() > sizeof out.slot) glass::refuse("a slot is too large");
      for (std::size_t i = rest.size(); i > 0; --i)
        out.slot = out.slot << 8 | static_cast<unsigned char>(rest[i - 1]);
      return out;
    case '\xd8': {
      out.kind = GlassKey::Kind::Values;
      NumberReader in(rest);
      out.slot = in.next();
      out.common = key.size() - in.rest().size();
      out.docid = parse_sortable(in.rest());
      return out;
    }
    case '\xe0':
      out.kind = GlassKey::Kind::Lengths;
      out.common = key.size() - rest.size();
      if (!rest.empty()) out.docid = parse_sortable(rest);
      return out;
    default:
      glass::refuse("a key is unknown");
  }
}

std::string term_of_name(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    out += name[i];
    if (name[i] == '\0') ++i;
  }
  return out;
}

void append_name(std::string& to, std::string_view term) {
  for (const char c : term) {
    to += c;
    if (c == '\0') to += '\xff';
  }
}

std::string statistics_key(std::uint32_t slot) {
  std::string out = key_of('\xd0');
  for (std::uint32_t rest = slot; rest != 0; rest >>= 8) out += static_cast<char>(rest);
  return out;
}

std::string values_key(std::uint32_t slot, std::uint32_t first_docid) {
  std::string out = key_of('\xd8');
  append_varint(out, slot);
  append_sortable(out, first_docid);
  return out;
}

void assign_list_key(std::string& to, std::string_view name, std::uint32_t first_docid) {
  if (name.empty()) {
    to.assign("\x00\xe0", 2);
    if (first_docid != 0) append_sortable(to, first_docid);
    return;
  }
  to.assign(name);
  if (first_docid == 0) return;
  to += '\0';
  append_sortable(to, first_docid);
}

ListChunk parse_list_chunk(std::uint32_t docid, std::string_view tag, ListCounts& counts) {
  NumberReader in(tag);
  ListChunk out;
  out.first = docid;
  if (docid == 0) {
    counts.documents = in.next();
    counts.sum = in.next();
    out.first = in.next() + 1;
  }
  out.is_last = in.bytes(1) == "1";
  out.last = out.first + in.next();
  out.entries = in.rest();
  return out;
}

void DocumentList::append_entry(std::uint32_t docid, std::uint32_t number) {
  if (chunk_.empty()) {
    first_ = docid;
  } else if (chunk_.size() >= kChunkBytes) {
    chunks_.push_back({first_, last_, std::exchange(chunk_, {})});
    first_ = docid;
  } else {
    append_varint(chunk_, docid - last_ - 1);
  }
  last_ = docid;
  append_varint(chunk_, number);
}

void DocumentList::append(std::uint32_t docid, std::uint32_t number) {
  append_entry(docid, number);
  ++counts_.documents;
  counts_.sum += number;
}

void DocumentList::append_chunk(const ListChunk& chunk, std::uint32_t offset) {
  NumberReader in(chunk.entries);
  std::uint32_t docid = chunk.first + offset;
  append_entry(docid, in.next());
  while (!in.is_at_end()) {
    // An entry goes into the chunk in hand when that is not full before it.
    if (chunk_.size() + in.rest().size() <= kChunkBytes) {
      chunk_ += in.rest();
      docid = chunk.last + offset;
      break;
    }
    const char* const begin = in.place();
    std::size_t taken = 0;
    while (!in.is_at_end() && chunk_.size() + taken < kChunkBytes) {
      docid += in.next() + 1;
      in.skip();
      taken = static_cast<std::size_t>(in.place() - begin);
    }
    chunk_.append(begin, taken);
    last_ = docid;
    if (in.is_at_end()) break;
    docid += in.next() + 1;
    append_entry(docid, in.next());
  }
  last_ = docid;
}

void DocumentList::clear() {
  counts_ = {};
  chunk_.clear();
  chunks_.clear();
}

void DocumentList::write(bool is_counted,
                         const std::function<void(std::uint32_t, const std::string&)>& put) const {
  std::string tag;
  append_varint(tag, is_counted ? counts_.documents : 0);
  append_varint(tag, is_counted ? counts_.sum : 0);
  append_varint(tag, (chunks_.empty() ? first_ : chunks_.front().first) - 1);
  std::uint32_t first_of_chunk = 0;
  const auto put_chunk = [&](std::uint32_t first, std::uint32_t last, const std::string& entries,
                             bool is_last) {
    tag += is_last ? '1' : '0';
    append_varint(tag, last - first);
    tag += entries;
    put(first_of_chunk, tag);
    tag.clear();
  };
  for (const Chunk& chunk : chunks_) {
    put_chunk(chunk.first, chunk.last, chunk.entries, false);
    first_of_chunk = &chunk == &chunks_.back() ? first_ : (&chunk + 1)->first;
  }
  put_chunk(first_, last_, chunk_, true);
}

void SlotStatistics::add(std::string_view value) {
  if (count++ == 0) {
    least = greatest = value;
  } else if (value < std::string_view(least)) {
    least = value;
  } else if (value > std::string_view(greatest)) {
    greatest = value;
  }
}

void SlotStatistics::add(const SlotStatistics& other) {
  if (other.count == 0) return;
  if (count == 0 || other.least < least) least = other.least;
  if (count == 0 || other.greatest > greatest) greatest = other.greatest;
  count += other.count;
}

std::string SlotStatistics::tag() const {
  std::string out;
  append_varint(out, count);
  append_varint(out, least.size());
  out += least;
  if (least != greatest) out += greatest;
  return out;
}

SlotStatistics parse_statistics(std::string_view tag) {
  NumberReader in(tag);
  SlotStatistics out;
  out.count = in.next();
  out.least = in.bytes(in.next());
  out.greatest = in.is_at_end() ? out.least : in.rest();
  return out;
}

void SlotValues::append(std::uint32_t docid, std::string_view value) {
  if (chunk_.empty()) {
    first_ = docid;
  } else {
    append_varint(chunk_, docid - last_ - 1);
  }
  last_ = docid;
  append_varint(chunk_, value.size());
  chunk_ += value;
  if (chunk_.size() >= kChunkBytes) chunks_.emplace_back(first_, std::exchange(chunk_, {}));
}

void SlotValues::write(bool is_end,
                       const std::function<void(std::uint32_t, const std::string&)>& put) {
  for (const auto& [first, chunk] : chunks_) put(first, chunk);
  chunks_.clear();
  if (is_end && !chunk_.empty()) put(first_, chunk_);
  if (is_end) chunk_.clear();
}

}  // namespace idsearch::store
