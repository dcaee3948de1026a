// SPDX-License-Identifier: GPL-2.0-or-later
// The compiled query against a slow reading of the same tree: every passage is looked at with
// nothing but the analyser's tokens.
#include "query/compile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "query/grammar.hpp"
#include "query/items.hpp"
#include "query/rank.hpp"
#include "query/search_run.hpp"
#include "store/reader.hpp"
#include "store/stemmers.hpp"
#include "tests/query/test_index.hpp"
#include "tests/repetitions.hpp"
#include "text/analyzer.hpp"
#include "text/iso_dates.hpp"

namespace idsearch::query {
namespace {

/// First and last word of each place where something stands; those of "e-ID" differ.
using Places = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// One text field of one passage as the index holds it.
struct FieldText {
  std::map<std::string, Places> forms;
  std::set<std::string> stems;
  std::uint32_t offset = 0;

  void add(const std::vector<text::Token>& tokens) {
    for (const text::Token& token : tokens) {
      const std::pair place(offset + token.position, offset + token.last_position);
      forms[token.folded].insert(place);
      if (!token.exact.empty()) forms[token.exact].insert(place);
      if (!token.stem.empty()) stems.insert(token.stem);
    }
    offset += 1000;
  }

  Places at(const std::string& form) const {
    const auto found = forms.find(form);
    return found == forms.end() ? Places{} : found->second;
  }
};

struct OraclePassage {
  std::string id;
  FieldText body, headings;
  std::string country, topic, section, updated;
};

class Oracle {
 public:
  explicit Oracle(const std::vector<Profile>& profiles)
      : stemmer_(store::make_stemmer("en")), analyzer_(stemmer_.get()) {
    for (const Profile& profile : profiles) {
      for (const Passage& passage : profile.passages) {
        OraclePassage one;
        one.id = passage.id;
        one.body.add(analyzer_.analyze(passage.text));
        one.headings.add(analyzer_.analyze(profile.title));
        for (const std::string& title : profile.sections[passage.section].titles)
          one.headings.add(analyzer_.analyze(title));
        if (profile.country) one.country = profile.country->code;
        if (!passage.topics.empty()) one.topic = passage.topics.front().name;
        one.section = profile.sections[passage.section].path;
        one.updated = profile.updated.value_or("");
        passages_.push_back(one);
      }
    }
  }

  std::set<std::string> answer(const Node& root) const {
    std::set<std::string> ids;
    const std::vector<Node> alone{root};
    const bool tiered_words = root.kind == NodeKind::Words;
    const std::vector<Node>* ranked = tiered_words ? &alone : ranked_group(root);
    with_function_words_ = ranked != nullptr && few(*ranked) ? ranked : nullptr;
    for (const OraclePassage& passage : passages_) {
      if (tiered_words ? group(alone, passage).value_or(false)
                       : holds(root, passage).value_or(false)) {
        ids.insert(passage.id);
      }
    }
    return ids;
  }

 private:
  /// What the root ranks by, when it is one group beside conditions.
  static const std::vector<Node>* ranked_group(const Node& root) {
    if (root.kind == NodeKind::Group) return &root.children;
    if (root.kind != NodeKind::And) return nullptr;
    const Node* only = nullptr;
    for (const Node& child : root.children) {
      if (child.kind == NodeKind::Not || is_filter(child)) continue;
      if (only != nullptr) return nullptr;
      only = &child;
    }
    return only != nullptr && only->kind == NodeKind::Group ? &only->children : nullptr;
  }

  bool any_item(const std::vector<GroupItem>& items, const OraclePassage& passage) const {
    return std::ranges::any_of(items, [&](const GroupItem& item) {
      return item.unit ? unit(*item.unit, *item.node, passage)
                       : holds(*item.node, passage).value_or(false);
    });
  }

  bool few(const std::vector<Node>& children) const {
    const std::vector<GroupItem> content = content_of(items_of(children, words_));
    const auto found = std::ranges::count_if(
        passages_, [&](const OraclePassage& passage) { return any_item(content, passage); });
    return found > 0 && found < kFewPassages;
  }

  /// nullopt: the node holds nothing to look for.
  std::optional<bool> holds(const Node& node, const OraclePassage& passage) const {
    switch (node.kind) {
      case NodeKind::Nothing:
        return std::nullopt;
      case NodeKind::Words:
      case NodeKind::Phrase:
      case NodeKind::Prefix:
      case NodeKind::Near:
        return has_words(node, words_) ? std::optional{in_fields(node, passage)} : std::nullopt;
      case NodeKind::Filter:
        return filter(node, passage);
      case NodeKind::Not: {
        const auto inner = holds(node.children.front(), passage);
        return inner ? std::optional{!*inner} : std::nullopt;
      }
      case NodeKind::Group:
        return group(node.children, passage);
      case NodeKind::And:
      case NodeKind::Or: {
        std::optional<bool> result;
        for (const Node& child : node.children) {
          const auto one = holds(child, passage);
          if (!one) continue;
          if (!result) result = *one;
          result = node.kind == NodeKind::And ? *result && *one : *result || *one;
        }
        return result;
      }
    }
    return std::nullopt;
  }

  std::optional<bool> group(const std::vector<Node>& children, const OraclePassage& passage) const {
    std::optional<bool> restriction, ranked;
    for (const Node& child : children) {
      if (child.kind != NodeKind::Not && !is_filter(child) &&
          (child.kind == NodeKind::Words || has_words(child, words_)))
        continue;
      if (const auto one = holds(child, passage)) restriction = restriction.value_or(true) && *one;
    }
    std::vector<GroupItem> items = items_of(children, words_);
    if (&children != with_function_words_) items = content_of(std::move(items));
    if (!items.empty()) ranked = any_item(items, passage);
    if (!restriction && !ranked) return std::nullopt;
    return restriction.value_or(true) && ranked.value_or(true);
  }

  std::vector<const FieldText*> fields(const Node& node, const OraclePassage& passage) const {
    if (node.field != nullptr) return {&passage.headings};  // the only bound field in these tests
    return {&passage.body, &passage.headings};
  }

  bool unit(const WordUnit& unit, const Node& node, const OraclePassage& passage) const {
    for (const FieldText* field : fields(node, passage))
      if (unit_in(unit, *field)) return true;
    return false;
  }

  bool unit_in(const WordUnit& unit, const FieldText& field) const {
    const auto word = [&](const WordForms& forms) {
      const bool stem = std::ranges::any_of(
          forms.stems, [&](const std::string& one) { return field.stems.contains(one); });
      return stem || !field.at(forms.folded).empty();
    };
    if (!unit.joined) return word(unit.parts.front());
    std::vector<Places> slots;
    for (const WordForms& part : unit.parts) slots.push_back(inflected(part, field));
    return word(*unit.joined) || !chain(slots).empty();
  }

  bool in_fields(const Node& node, const OraclePassage& passage) const {
    const Node& leaf = node.kind == NodeKind::Near ? first_leaf(node) : node;
    for (const FieldText* field : fields(leaf, passage)) {
      if (node.kind == NodeKind::Near) {
        if (near(node, *field)) return true;
      } else if (node.kind == NodeKind::Words && words_.units(node.text).size() == 1) {
        if (unit_in(words_.units(node.text).front(), *field)) return true;
      } else if (!places(node, *field).empty()) {
        return true;
      }
    }
    return false;
  }

  static const Node& first_leaf(const Node& node) {
    return node.children.empty() ? node : first_leaf(node.children.front());
  }

  Places inflected(const WordForms& word, const FieldText& field) const {
    Places all = field.at(word.folded);
    for (const auto& [form, positions] : field.forms)
      if (words_.shares_stem(word, form)) all.insert(positions.begin(), positions.end());
    return all;
  }

  static Places chain(const std::vector<Places>& slots) {
    Places result = slots.front();
    for (std::size_t i = 1; i < slots.size(); ++i) {
      Places longer;
      for (const auto& [first, last] : result)
        for (const auto& [next, end] : slots[i])
          if (next == last + 1) longer.insert({first, end});
      result = std::move(longer);
    }
    return result;
  }

  /// Where words, phrases and wildcards stand; inflected only where NEAR asks for it.
  Places places(const Node& node, const FieldText& field, bool in_near = false) const {
    if (node.kind == NodeKind::Or || node.kind == NodeKind::Group) {
      Places all;
      for (const Node& child : node.children) all.merge(places(child, field, in_near));
      return all;
    }
    const std::vector<WordUnit> units = words_.units(node.text);
    if (node.kind == NodeKind::Prefix) {
      Places all;
      for (const auto& [form, positions] : field.forms)
        if (form.starts_with(units.front().parts.front().folded))
          all.insert(positions.begin(), positions.end());
      return chain({all});
    }
    // All ways to write hyphenated words: in parts or joined.
    std::vector<std::vector<Places>> ways{{}};
    for (const WordUnit& unit : units) {
      std::vector<std::vector<Places>> next;
      const bool inflect = in_near && node.kind == NodeKind::Words && units.size() == 1;
      const auto at = [&](const WordForms& forms) {
        return inflect ? inflected(forms, field) : field.at(forms.folded);
      };
      for (const auto& way : ways) {
        auto in_parts = way;
        for (const WordForms& part : unit.parts) in_parts.push_back(at(part));
        next.push_back(in_parts);
        if (!unit.joined) continue;
        next.push_back(way);
        next.back().push_back(at(*unit.joined));
      }
      ways = next;
    }
    Places all;
    for (const auto& way : ways)
      if (!way.empty()) all.merge(chain(way));
    return all;
  }

  bool near(const Node& node, const FieldText& field) const {
    std::vector<Places> operands;
    std::uint32_t reach = 0;
    for (const Node& child : node.children)
      if (has_words(child, words_)) operands.push_back(places(child, field, true));
    for (std::uint32_t distance : node.distances) reach += distance;
    reach = std::min<std::uint32_t>(reach, kMaxNear);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> chosen;
    const std::function<bool(std::size_t)> choose = [&](std::size_t i) {
      if (i == operands.size()) {
        std::uint32_t first = UINT32_MAX, last = 0, inside = 0;
        for (const auto& [a, b] : chosen) {
          first = std::min(first, a);
          last = std::max(last, b);
          inside += b - a;
        }
        return last - first <= reach + inside;
      }
      for (const auto& place : operands[i]) {
        const bool overlaps = std::ranges::any_of(chosen, [&](const auto& other) {
          return place.first <= other.second && other.first <= place.second;
        });
        if (overlaps) continue;
        chosen.push_back(place);
        const bool found = choose(i + 1);
        chosen.pop_back();
        if (found) return true;
      }
      return false;
    };
    return choose(0);
  }

  bool filter(const Node& node, const OraclePassage& passage) const {
    return std::ranges::any_of(node.values, [&](const std::string& value) {
      if (node.field->name == "country") return passage.country == value;
      if (node.field->name == "topic") return passage.topic == value;
      if (node.field->name == "section")
        return passage.section == value || passage.section.starts_with(value + "/");
      if (node.field->name == "updated") {
        std::string day = passage.updated;
        std::erase(day, '-');
        const auto range = text::parse_iso_range(value);
        return !day.empty() && range && day >= range->first &&
               (range->last.empty() || day <= range->last);
      }
      ADD_FAILURE() << node.field->name;
      return false;
    });
  }

  std::unique_ptr<text::Stemmer> stemmer_;
  text::Analyzer analyzer_;
  QueryWords words_{{"en"}};
  std::vector<OraclePassage> passages_;
  mutable const std::vector<Node>* with_function_words_ = nullptr;  ///< group that has few passages
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  std::string word() {
    static const std::vector<std::string> kWords = {
        "law", "laws", "state",  "states",  "stated", "card",     "cards",
        "the", "of",   "data",   "privacy", "e-ID",   "eID",      "U.N.",
        "un",  "2024", "résumé", "resume",  "ID",     "stateless"};
    return kWords[below(static_cast<std::uint32_t>(kWords.size()))];
  }

  std::vector<Profile> profiles() {
    std::vector<Profile> result;
    const char* const codes[] = {"KP", "KE", ""};
    const char* const days[] = {"2025-03-09", "2026-01-29", ""};
    for (int i = 0; i < 5; ++i) {
      std::vector<Chapter> chapters;
      for (const std::string section : {"Law", "Law/Data", "Card of State"}) {
        Chapter chapter;
        for (std::size_t at = 0; at <= section.size();) {
          const std::size_t end = std::min(section.find('/', at), section.size());
          chapter.titles.push_back(section.substr(at, end - at));
          at = end + 1;
        }
        for (std::uint32_t n = below(5); n > 0; --n) {
          std::string text;
          for (std::uint32_t k = below(9) + 1; k > 0; --k)
            text += word() + (below(6) == 0 ? ". " : " ");
          chapter.texts.push_back(text);
        }
        chapters.push_back(chapter);
      }
      Profile profile =
          make_profile("p" + std::to_string(i), i % 2 == 0 ? "Privacy" : "", chapters);
      if (const std::string code = codes[below(3)]; !code.empty())
        profile.country = Country{code, code == "KP" ? "North Korea" : "Kenya"};
      if (const std::string day = days[below(3)]; !day.empty()) profile.updated = day;
      for (Passage& passage : profile.passages)
        if (below(2) == 0) passage.topics.push_back({below(2) == 0 ? "alpha" : "beta", {}});
      result.push_back(profile);
    }
    return result;
  }

  std::string leaf() {
    switch (below(14)) {
      case 0:
        return "\"" + word() + " " + word() + "\"";
      case 1:
        return "\"" + word() + " " + word() + " " + word() + "\"";
      case 2:
        return "sta*";
      case 3:
        return word() + " NEAR/" + std::to_string(below(4) + 1) + " " + word();
      case 4:
        return "(" + word() + " OR " + word() + ") NEAR/2 " + word() + " NEAR/1 " + word();
      case 5:
        return "\"" + word() + " " + word() + "\" NEAR/2 " + word();
      case 6:
        return "heading:" + word();
      case 7:
        return std::string{"topic:"} + (below(2) == 0 ? "alpha" : "alpha,beta");
      case 8:
        return std::string{"country:"} + (below(2) == 0 ? "KP" : "KP,KE");
      case 9:
        return std::string{"section:"} + (below(2) == 0 ? "law" : "law/data");
      case 10:
        return below(2) == 0 ? "updated:2025" : "updated:..2025-12";
      case 11:
        return "?!";
      default:
        return word();
    }
  }

  std::string query(int depth) {
    std::string result;
    for (std::uint32_t n = below(4) + 1; n > 0; --n) {
      if (below(5) == 0) result += below(2) == 0 ? "-" : "NOT ";
      result += depth > 0 && below(4) == 0 ? "(" + query(depth - 1) + ")" : leaf();
      if (n > 1) result += std::vector<std::string>{" ", " ", " AND ", " OR "}[below(4)];
    }
    return result;
  }

 private:
  std::mt19937 random_;
};

std::set<std::string> found_ids(const SearchResult& result) {
  std::set<std::string> ids;
  for (const Hit& hit : result.hits) ids.insert(hit.id);
  return ids;
}

TEST(Compile, FindsWhatASlowReadingOfEveryPassageFinds) {
  std::size_t with_hits = 0, asked = 0;
  for (unsigned seed = 1; seed <= repetitions(12u, 4u); ++seed) {
    Generator generator(seed);
    const std::vector<Profile> profiles = generator.profiles();
    const TestIndex index(profiles);
    const Oracle oracle(profiles);
    const Searcher searcher = index.open();
    for (int i = 0; i < 100; ++i) {
      const std::string query = generator.query(2);
      const SearchResult result = searcher.search(request_of(query));
      const std::set<std::string> expected = oracle.answer(parse_query(query).root);
      ASSERT_EQ(found_ids(result), expected) << "seed " << seed << ": " << query;
      ASSERT_EQ(result.total, expected.size()) << query;
      ASSERT_TRUE(result.total_exact) << query;
      for (std::size_t k = 1; k < result.hits.size(); ++k)
        ASSERT_LE(result.hits[k].score, result.hits[k - 1].score) << query;
      ++asked;
      if (!expected.empty()) ++with_hits;
    }
  }
  EXPECT_GT(with_hits * 2, asked);  // or the queries ask too much to tell anything
}

// Xapian's own phrases add their weight to passages that they do not match when they stand in an OR
// under a filter.
TEST(Compile, APassageScoresTheSumOfWhatItMatches) {
  for (unsigned seed = 200; seed < 205; ++seed) {
    Generator generator(seed);
    const TestIndex index(generator.profiles());
    const store::Reader reader = store::Reader::open({index.path()});
    const QueryWords words(reader.languages());
    // Before passages are compared with each other.
    const auto weights = [&](const std::string& query) {
      std::map<std::string, double> result;
      const CompiledQuery compiled =
          compile_query(parse_query(query).root, reader.database(), words, {});
      for (const FoundPassage& passage : run_query(compiled, reader.database(), 0, 1000).passages)
        result[reader.record(passage.docid).id] = passage.words;
      return result;
    };
    for (int i = 0; i < 40; ++i) {
      std::map<std::string, double> expected;
      std::string any_of;
      for (int k = 0; k < 3; ++k) {
        std::string leaf = generator.leaf();
        while (leaf == "?!")
          leaf = generator.leaf();  // counts for nothing in the one, all in the other
        any_of += (k == 0 ? "" : " OR ") + leaf;
        for (const auto& [id, weight] : weights("(" + leaf + ") section:law"))
          expected[id] += weight;
      }
      ASSERT_EQ(weights("(" + any_of + ") section:law"), expected)
          << "seed " << seed << ": " << any_of;
    }
  }
}

TEST(Compile, PagesAreCutsOfTheWholeList) {
  for (unsigned seed = 300; seed < repetitions(305u, 302u); ++seed) {
    Generator generator(seed);
    const TestIndex index(generator.profiles());
    const Searcher searcher = index.open();
    for (int i = 0; i < 60; ++i) {
      SearchRequest request = request_of(generator.query(1));
      const SearchResult all = searcher.search(request);
      request.limit = 1 + generator.below(4);
      std::string ids;
      for (request.offset = 0; request.offset < all.total + 2; request.offset += request.limit) {
        const SearchResult page = searcher.search(request);
        ASSERT_EQ(page.total, all.total) << "seed " << seed << ": " << request.text;
        ASSERT_TRUE(page.total_exact);
        for (const Hit& hit : page.hits) {
          ids += (ids.empty() ? "" : " ") + hit.id;
          ASSERT_EQ(hit.score, all.hits[hit.rank - 1].score) << request.text;
        }
      }
      ASSERT_EQ(ids, ids_of(all)) << "seed " << seed << ": " << request.text;
    }
  }
}

TEST(Compile, OneIndexAndSeveralShardsGiveTheSameHitsInTheSameOrder) {
  for (unsigned seed = 100; seed < repetitions(105u, 102u); ++seed) {
    Generator generator(seed);
    const std::vector<Profile> profiles = generator.profiles();
    const TestIndex whole(profiles);
    const TestIndex first({profiles[3], profiles[0]}), second({profiles[2]}),
        third({profiles[4], profiles[1]});
    const Searcher one = whole.open();
    const Searcher three = Searcher::open({second.path(), first.path(), third.path()});
    for (int i = 0; i < 100; ++i) {
      const std::string query = generator.query(1);
      const SearchResult a = one.search(request_of(query)), b = three.search(request_of(query));
      ASSERT_EQ(ids_of(a), ids_of(b)) << "seed " << seed << ": " << query;
      for (std::size_t k = 0; k < a.hits.size(); ++k)
        ASSERT_EQ(a.hits[k].score, b.hits[k].score) << query;
      ASSERT_EQ(a.total, b.total);
      ASSERT_EQ(a.expansions, b.expansions);
    }
  }
}

}  // namespace
}  // namespace idsearch::query
