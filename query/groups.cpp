// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/groups.hpp"

#include <array>
#include <map>
#include <utility>

#include "query/citation_words.hpp"

namespace idsearch::query {
namespace {

/// Keys and names of the groups that a passage is in; one at least.
std::vector<std::pair<std::string, std::string>> groups_in(const store::PassageHead& head,
                                                           GroupBy by) {
  switch (by) {
    case GroupBy::Country:
      // A country that nobody knows has no code, but a name.
      if (head.country && head.country->code.empty())
        return {{head.country->name, head.country->name}};
      if (head.country) return {{head.country->code, head.country->name}};
      return {{"", ""}};
    case GroupBy::Section:
      return {{head.section_path, section_words(head.section_titles)}};
    case GroupBy::Topic: {
      std::vector<std::pair<std::string, std::string>> all;
      for (const std::string& topic : head.topics) all.emplace_back(topic, topic);
      if (all.empty()) all.emplace_back();
      return all;
    }
    case GroupBy::None:
      break;
  }
  return {};
}

}  // namespace

std::vector<PassageGroup> groups_of(std::span<const store::PassageHead> ranked, GroupBy by) {
  std::vector<PassageGroup> groups;
  std::map<std::string, std::size_t> known;  // by key
  for (std::size_t i = 0; i < ranked.size(); ++i)
    for (auto& [key, name] : groups_in(ranked[i], by)) {
      const auto [at, is_new] = known.try_emplace(key, groups.size());
      if (is_new) {
        groups.push_back({{by, key, std::move(name), 0}, i});
      } else {
        ++groups[at->second].group.others;
      }
    }
  return groups;
}

std::string_view name_of(GroupBy by) {
  constexpr std::array<std::string_view, 4> kNames{"", "country", "section", "topic"};
  return kNames.at(static_cast<std::size_t>(by));
}

std::string group_words(const HitGroup& group) {
  std::string count = group.others == 0 ? "the only one" : std::to_string(group.others) + " more";
  if (!group.exact) count = group.others == 0 ? "the only one found so far" : "at least " + count;
  switch (group.by) {
    case GroupBy::Country:
      return count + (group.name.empty() ? " without a country" : " of " + group.name);
    case GroupBy::Section:
      return count + (group.name.empty() ? " before any heading" : " under " + group.name);
    case GroupBy::Topic:
      return count + (group.name.empty() ? " without a topic" : " tagged " + group.name);
    case GroupBy::None:
      break;
  }
  return {};
}

}  // namespace idsearch::query
