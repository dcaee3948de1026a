// SPDX-License-Identifier: GPL-2.0-or-later
// How a value becomes a filter term, and a cited URL the host that stands in one.
#include "store/schema.hpp"

#include <algorithm>

#include "store/digest.hpp"
#include "text/unicode.hpp"

namespace idsearch::store {
namespace {

// Xapian takes 245 bytes; five are left as room for a longer prefix in a later schema.
constexpr std::size_t kMaxFilterBytes = 240;
constexpr std::size_t kValueHashDigits = 16;

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace

std::string filter_term(std::string_view prefix, std::string_view value) {
  std::string kept(value);
  std::erase(kept, '\0');
  if (prefix.size() + kept.size() > kMaxFilterBytes) {
    const std::string hash = sha256_hex(kept).substr(0, kValueHashDigits);
    kept.resize(text::char_floor(kept, kMaxFilterBytes - prefix.size() - 1 - kValueHashDigits));
    kept += '#' + hash;
  }
  return std::string(prefix) + kept;
}

std::string order_value(std::string_view profile_id, std::uint32_t number) {
  std::string out(profile_id);
  out += '\0';
  for (const unsigned shift : {24u, 16u, 8u, 0u}) out += static_cast<char>(number >> shift & 0xFF);
  return out;
}

std::string id_term(std::string_view passage_id) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  constexpr std::size_t kLength = 11;
  const std::string hash = raw_of_hex(sha256_hex(passage_id));
  std::string out(kId);
  std::uint32_t bits = 0, held = 0;
  for (std::size_t byte = 0; out.size() < kId.size() + kLength;) {
    if (held < 6) {
      bits = bits << 8 | static_cast<unsigned char>(hash[byte++]);
      held += 8;
    }
    held -= 6;
    out += kDigits[bits >> held & 63];
  }
  return out;
}

std::string host_of(std::string_view url) {
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#\\ \t\r\n"));
  if (const auto user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  // "[2001:db8::1]:443" keeps its colons; elsewhere a colon begins the port.
  if (url.starts_with('[')) {
    url = url.substr(0, std::min(url.size(), url.find(']') + 1));
  } else {
    url = url.substr(0, url.find(':'));
  }
  while (url.ends_with('.')) url.remove_suffix(1);
  std::string host = lowered(url);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

std::vector<std::string> host_and_parents(std::string_view url) {
  const std::string host = host_of(url);
  std::vector<std::string> out;
  if (host.empty()) return out;
  out.push_back(host);
  // An address in numbers has no parents.
  if (host.starts_with('[') || host.find_first_not_of("0123456789.") == std::string::npos)
    return out;
  std::string_view rest = host;
  for (auto dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
    rest.remove_prefix(dot + 1);
    if (rest.find('.') == std::string_view::npos) break;
    out.emplace_back(rest);
  }
  return out;
}

}  // namespace idsearch::store
