// SPDX-License-Identifier: GPL-2.0-or-later
// What the records of an index take, packed in blocks of several sizes by LZ4 and by zstd: part of
// their size, and microseconds to pack and to unpack a block (store/record_block.cpp).
//   g++ -std=c++20 -O2 bench/build/record_blocks.cpp -o record_blocks -lxapian -llz4 -lzstd
//   ./record_blocks INDEX/current/index.glass
// Needs Debian's libzstd-dev besides.
#include <lz4.h>
#include <lz4hc.h>
#include <xapian.h>
#include <zstd.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kSealBytes = 8;

constexpr Xapian::valueno kSlotRecords = 8;  // store/schema.hpp

std::size_t take_number(const std::string& block, std::size_t& at) {
  std::size_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(block.at(at++));
    number |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

/// All records of all blocks, one behind the other.
std::string all_records(const char* file) {
  const Xapian::Database database(file);
  std::string all;
  const auto end = database.valuestream_end(kSlotRecords);
  for (auto value = database.valuestream_begin(kSlotRecords); value != end; ++value) {
    const std::string block = *value;
    if (block.size() <= kSealBytes) continue;  // where a block begins
    std::size_t at = kSealBytes, size = 0;
    for (std::size_t left = take_number(block, at); left > 0; --left)
      size += take_number(block, at);
    std::string records(size, '\0');
    LZ4_decompress_safe(block.data() + at, records.data(), static_cast<int>(block.size() - at),
                        static_cast<int>(size));
    all += records;
  }
  return all;
}

template <typename Pack, typename Unpack>
void measure(const char* name, std::size_t size, const std::string& all, Pack pack, Unpack unpack) {
  std::vector<std::string> packed;
  std::size_t total = 0;
  const auto begin = Clock::now();
  for (std::size_t at = 0; at < all.size(); at += size) {
    packed.push_back(pack(all.substr(at, size)));
    total += packed.back().size();
  }
  const auto between = Clock::now();
  std::string out(size, '\0');
  for (const std::string& block : packed) unpack(block, out);
  const auto end = Clock::now();
  const auto micros = [&](auto time) {
    return std::chrono::duration<double, std::micro>(time).count() /
           static_cast<double>(packed.size());
  };
  std::printf("%6zu bytes  %-8s %.3f of their size, packed in %6.1f us, unpacked in %5.1f\n", size,
              name, static_cast<double>(total) / static_cast<double>(all.size()),
              micros(between - begin), micros(end - between));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string all = all_records(argv[1]);
  ZSTD_CCtx* const packer = ZSTD_createCCtx();
  ZSTD_DCtx* const unpacker = ZSTD_createDCtx();
  for (const std::size_t size : {4096U, 8192U, 16384U}) {
    for (const int level : {1, 4, 9}) {
      const std::string name = "lz4 " + std::to_string(level);
      measure(
          name.c_str(), size, all,
          [level](const std::string& block) {
            std::string out(
                static_cast<std::size_t>(LZ4_compressBound(static_cast<int>(block.size()))), '\0');
            const int bytes = static_cast<int>(block.size()), room = static_cast<int>(out.size());
            const int got = level == 1
                                ? LZ4_compress_default(block.data(), out.data(), bytes, room)
                                : LZ4_compress_HC(block.data(), out.data(), bytes, room, level);
            out.resize(static_cast<std::size_t>(got));
            return out;
          },
          [](const std::string& block, std::string& out) {
            LZ4_decompress_safe(block.data(), out.data(), static_cast<int>(block.size()),
                                static_cast<int>(out.size()));
          });
    }
    measure(
        "zstd 3", size, all,
        [packer](const std::string& block) {
          std::string out(ZSTD_compressBound(block.size()), '\0');
          out.resize(
              ZSTD_compressCCtx(packer, out.data(), out.size(), block.data(), block.size(), 3));
          return out;
        },
        [unpacker](const std::string& block, std::string& out) {
          ZSTD_decompressDCtx(unpacker, out.data(), out.size(), block.data(), block.size());
        });
  }
}
