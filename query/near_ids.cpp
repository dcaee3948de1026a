// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/near_ids.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "idsearch/error.hpp"
#include "query/chars.hpp"
#include "text/nearest.hpp"

namespace idsearch::query {
namespace {

constexpr std::size_t kMostNear = 3;   // a line of a message
constexpr std::size_t kLongest = 400;  // ids are shorter; a longer word is no typing error

/// `place` without its number, and the number; 1 when there is none.
std::pair<std::string, std::size_t> split_number(std::string id) {
  while (id.ends_with('/')) id.pop_back();
  const std::size_t slash = id.rfind('/');
  if (slash == std::string::npos) return {id, 1};
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(id.data() + slash + 1, id.data() + id.size(), number);
  if (fault != std::errc{} || end != id.data() + id.size()) return {id, 1};
  return {id.substr(0, slash), number};
}

std::vector<std::string> neighbours(const Searcher& searcher, const std::string& place,
                                    std::size_t number) {
  // Passages of a section are numbered without gaps, so doubling and halving finds the last.
  const auto exists = [&](std::size_t n) {
    return searcher.passage(place + "/" + std::to_string(n)).has_value();
  };
  if (!exists(1)) return {};
  std::size_t there = 1, beyond = 2;
  while (beyond < (1u << 20) && exists(beyond)) there = std::exchange(beyond, 2 * beyond);
  while (there + 1 < beyond) {
    const std::size_t middle = there + (beyond - there) / 2;
    (exists(middle) ? there : beyond) = middle;
  }
  const std::size_t last = std::clamp<std::size_t>(number, 1, there);
  const std::size_t first = last > kMostNear ? last - kMostNear + 1 : 1;
  std::vector<std::string> ids;
  for (std::size_t n = first; n <= there && ids.size() < kMostNear; ++n) {
    ids.push_back(place + "/" + std::to_string(n));
  }
  return ids;
}

}  // namespace

std::vector<std::string> near_ids(const Searcher& searcher, const std::string& id) {
  if (id.empty() || id.size() > kLongest) return {};
  const auto [place, number] = split_number(id);
  // Ids of profiles are small letters; those of a file of lines stand as they are.
  for (const std::string& spelled : {place, lower_ascii(place)})
    if (std::vector<std::string> ids = neighbours(searcher, spelled, number); !ids.empty())
      return ids;

  SearchRequest request;
  for (const char c : place) request.text += c == '/' || c == '-' || c == '_' ? ' ' : c;
  request.limit = 100;  // enough to hold the sections of the profile that is meant
  request.suggest = false;
  std::vector<std::pair<std::size_t, std::string>> found;
  try {
    for (const Hit& hit : searcher.search(request).hits) {
      const std::size_t distance = text::edit_distance(id, hit.id);
      const bool inside = hit.id.starts_with(place + "/");
      if (distance <= id.size() / 2 || inside) found.emplace_back(distance, hit.id);
    }
  } catch (const Error&) {
    return {};  // an id that is no question; advice is not worth an error
  }
  std::ranges::sort(found);
  std::vector<std::string> ids;
  for (auto& [distance, name] : found) {
    if (ids.size() < kMostNear) ids.push_back(std::move(name));
  }
  return ids;
}

}  // namespace idsearch::query
