// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/note_choice.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "indexer/citation_acronyms.hpp"
#include "indexer/citation_names.hpp"
#include "indexer/citation_short_titles.hpp"
#include "indexer/citation_text.hpp"

namespace idsearch::indexer {

namespace {

using NameWords = std::vector<std::string>;

NameWords without_words(NameWords words, const std::vector<NameWords>& runs) {
  for (const NameWords& run : runs) {
    const auto found = std::search(words.begin(), words.end(), run.begin(), run.end());
    if (found != words.end()) words.erase(found, found + static_cast<std::ptrdiff_t>(run.size()));
  }
  return words;
}

// Articles and their like apart. With a number of one or two digits, which a day or a page may be,
// they have to follow each other.
bool stand_in_order(const NameWords& words, const NameWords& source) {
  const bool short_number = std::ranges::any_of(words, [](const std::string& word) {
    return word.size() < 3 && std::ranges::all_of(word, is_digit);
  });
  if (short_number) return words_occur_in(words, source);
  auto from = source.begin();
  for (const std::string& word : words) {
    if (is_small_word(word)) continue;
    from = std::find(from, source.end(), word);
    if (from == source.end()) return false;
    ++from;
  }
  return true;
}

}  // namespace

std::vector<const Link*> NoteChoice::choose(const Step& step, const std::vector<Link>& links,
                                            bool& mismatch) {
  std::vector<const Link*> chosen = choose_by(step, links, false, mismatch);
  // "UDHR" stands in no "Universal Declaration of Human Rights".
  if (mismatch) {
    mismatch = false;
    chosen = choose_by(step, links, true, mismatch);
  }
  return chosen;
}

std::vector<const Link*> NoteChoice::choose_by(const Step& step, const std::vector<Link>& links,
                                               bool by_initials, bool& mismatch) {
  std::vector<const Link*> resolved;
  resolved.reserve(links.size());
  for (const Link& link : links) resolved.push_back(&link);
  const Name name = read_name(step.name);
  if (resolved.empty() || name.words.empty()) return resolved;
  // Made once a citation, by `make`.
  const auto kept = [&](auto& known, const Link& link,
                        const auto& make) -> const std::vector<std::string>& {
    const std::uint64_t key = (static_cast<std::uint64_t>(link.note) << 32) | link.part;
    auto words = known.find(key);
    if (words == known.end()) {
      words = known.emplace(key, make(notes_[link.note].parts[link.part].citation())).first;
    }
    return words->second;
  };
  std::unordered_map<const Link*, std::vector<std::string>> with_acronyms;
  std::unordered_map<const Link*, std::vector<std::vector<std::string>>> acronyms;
  for (std::size_t i = 0; by_initials && i < links.size(); ++i) {
    const Link& link = links[i];
    std::vector<std::string> words = kept(words_, link, source_words);
    auto& known = acronyms[&link];
    known = acronyms_for(step.name, notes_[link.note].parts[link.part].citation());
    for (const auto& acronym : known) {
      words.emplace_back();  // apart from the word before
      words.insert(words.end(), acronym.begin(), acronym.end());
    }
    with_acronyms.emplace(&link, std::move(words));
  }
  const auto words_of = [&](const Link& link) -> const auto& {
    return by_initials ? with_acronyms.at(&link) : kept(words_, link, source_words);
  };
  // The links whose sources have it.
  const auto having = [&](const auto& is_in) {
    std::vector<const Link*> found;
    for (const Link* link : resolved) {
      if (is_in(words_of(*link))) found.push_back(link);
    }
    return found;
  };
  std::vector<const Link*> found =
      having([&](const auto& source) { return occurs_in(name, source); });
  constexpr std::size_t kMostThings = 8;  // of a list of authors; keeps time linear
  if (found.empty() && !name.things.empty() && name.things.size() <= kMostThings) {
    // "Smith and Jones": one source each.
    std::vector<bool> chosen(resolved.size());
    bool all = true;
    for (const auto& thing : name.things) {
      bool any = false;
      for (std::size_t i = 0; i < resolved.size(); ++i) {
        if (!words_occur_in(thing, words_of(*resolved[i]))) continue;
        chosen[i] = true;
        any = true;
      }
      all = all && any;
    }
    if (all) {
      for (std::size_t i = 0; i < resolved.size(); ++i) {
        if (chosen[i]) found.push_back(resolved[i]);
      }
      return found;
    }
  }
  // "Smith and Jones (nn 2, 3)": one of them in each note.
  if (found.empty() && step.several && name.things.size() <= kMostThings) {
    for (const Link* link : resolved) {
      const bool has_one =
          std::any_of(name.things.begin(), name.things.end(),
                      [&](const auto& thing) { return words_occur_in(thing, words_of(*link)); });
      if (has_one) found.push_back(link);
    }
    if (!found.empty()) return found;
  }
  for (const auto* words : {&name.last, &name.core}) {
    if (!found.empty() || words->empty()) continue;
    found = having([&](const auto& source) { return words_occur_in(*words, source); });
  }
  // "Citizenship Act" of "Kenya Citizenship and Immigration Act 2011"
  for (const auto* words : {&name.words, &name.last, &name.core}) {
    if (!found.empty()) break;
    for (const Link* link : resolved) {
      if (shortens(*words, kept(titles_, *link, title_words))) found.push_back(link);
    }
  }
  // "Poe, ‘Identity in the North’" of "Ann Poe, ‘Identity Cards in the North’": the author stands
  // there word for word, and not in the title.
  if (found.empty() && name.things.size() == 2) {
    for (const Link* link : resolved) {
      const auto& title = kept(titles_, *link, title_words);
      if (!words_occur_in(name.things[0], title) &&
          words_occur_in(name.things[0], words_of(*link)) && shortens(name.things[1], title)) {
        found.push_back(link);
      }
    }
  }
  // "CEDAW Committee": the other words of the name stand in the source, in order.
  if (found.empty() && by_initials) {
    for (const Link* link : resolved) {
      const std::vector<std::string> rest = without_words(name.words, acronyms.at(link));
      if (rest.size() < name.words.size() &&
          stand_in_order(rest, kept(words_, *link, source_words)))
        found.push_back(link);
    }
  }
  const bool one_source = std::all_of(found.begin(), found.end(), [&](const Link* link) {
    return link->note == found.front()->note && link->part == found.front()->part;
  });
  if (!one_source) return resolved;
  const Link* first = found.empty() ? nullptr : found.front();
  mismatch = first == nullptr && !name.prose;
  if (first != nullptr) return {first};
  return resolved;
}

}  // namespace idsearch::indexer
