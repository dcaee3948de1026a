// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/glass_head.hpp"

#include <fcntl.h>

#include <cerrno>
#include <cstdint>
#include <optional>

#include "store/files.hpp"
#include "store/glass_layout.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {

std::string with_small_empty_tables(std::string_view head) {
  using namespace glass;
  if (!head.starts_with(kMagic) || head.size() < kMagic.size() + kNameBytes) return {};
  std::string out(head);
  bool changed = false;
  std::string_view rest = head.substr(kMagic.size() + kNameBytes);
  if (!take_varint(rest)) return {};  // revision
  for (std::size_t table = 0; table < kTables; ++table) {
    const auto root = take_varint(rest), flags = take_varint(rest), entries = take_varint(rest);
    const std::size_t at = head.size() - rest.size();
    const auto block_size = take_varint(rest), compress = take_varint(rest),
               unused = take_varint(rest);
    if (!root || !flags || !entries || !block_size || !compress || !unused) return {};
    if (*block_size != kBlockSize / kBlockSizeUnit || *unused > rest.size()) return {};
    rest.remove_prefix(*unused);
    if ((*flags & kRootIsFake) == 0 || *entries != 0) continue;
    out[at] = 1;  // of kBlockSizeUnit: a varint of one byte, as the one before
    changed = true;
  }
  return changed ? out : std::string();
}

void shrink_empty_tables(const std::filesystem::path& file) {
  const Descriptor fd(::open(file.c_str(), O_RDWR | O_CLOEXEC));
  const auto head = fd ? read_all(fd.get(), glass::kBlockSize) : std::nullopt;
  if (!head) throw_cannot_write("read back", file, errno);
  const std::string small = with_small_empty_tables(*head);
  if (!small.empty()) write_all_at(fd, file, 0, small);
}

}  // namespace idsearch::store
