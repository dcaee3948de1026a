// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_readings.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "query/chars.hpp"
#include "query/compile_words.hpp"
#include "query/items.hpp"
#include "query/known_names.hpp"
#include "query/rank.hpp"
#include "query/thesaurus.hpp"
#include "text/country.hpp"
#include "text/joined.hpp"

namespace idsearch::query {
namespace {

/// "www.hrw.org" of "https://www.hrw.org/world-report"; empty when it is no such thing.
std::string host_in(std::string_view chunk) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (chunk.starts_with(scheme)) chunk.remove_prefix(scheme.size());
  const std::string host = lower_ascii(chunk.substr(0, chunk.find_first_of("/?#:")));
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  return host.find('.') != host.npos && std::ranges::all_of(host, fits) ? host : std::string{};
}

class Reader {
 public:
  Reader(const ParsedQuery& query, const Xapian::Database& database, const QueryWords& words,
         const CompileOptions& options, bool found)
      : query_(query),
        database_(database),
        words_(words),
        options_(options),
        found_(found),
        compiler_(database, words, options.exact, options.memo) {}

  Readings run() {
    visit(query_.root);
    if (!names_profile_) std::ranges::move(without_profile_, std::back_inserter(result_.notes));
    return std::move(result_);
  }

 private:
  void visit(const Node& node) {
    switch (node.kind) {
      case NodeKind::Words:
        return read({node});
      case NodeKind::Group:
        read(node.children);
        break;
      case NodeKind::And:
      case NodeKind::Or:
        break;
      default:
        return;
    }
    for (const Node& child : node.children)
      if (child.kind != NodeKind::Words || node.kind != NodeKind::Group) visit(child);
  }

  void read(const std::vector<Node>& nodes) {
    for (const Node& node : nodes)
      if (node.kind == NodeKind::Words && node.field == nullptr) read_address(node);
    if (!has_countries()) return;
    const std::vector<GroupItem> items = items_of(nodes, words_);
    std::vector<bool> read(items.size());
    for (const NamedCountries& named : countries_in(items)) {
      if (items[named.first].node->field != nullptr) continue;
      std::fill_n(read.begin() + static_cast<std::ptrdiff_t>(named.first), named.count, true);
      tell_named(named, *items[named.first].node);
    }
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!read[i]) read_foreign(items[i]);
  }

  bool has_country(std::string_view code) const {
    return database_.term_exists(store::filter_term(store::kCountry, lower_ascii(code)));
  }

  /// Collections without countries know no profile of any.
  bool has_countries() const {
    return database_.allterms_begin(std::string{store::kCountry}) !=
           database_.allterms_end(std::string{store::kCountry});
  }

  void tell_named(const NamedCountries& named, const Node& node) {
    result_.names.push_back(named.typed);
    if (std::ranges::any_of(named.codes,
                            [&](const std::string& code) { return has_country(code); })) {
      names_profile_ = true;
      return;
    }
    std::vector<std::string> names;
    for (const std::string& code : named.codes)
      names.push_back(display_name(code) + " (" + code + ")");
    tell(without_profile_, "the index has no profile of " + text::joined(names, " or "), node);
  }

  static bool is_code(std::string_view typed) {
    return typed.size() <= 3 && !text::country_code_of_name(typed);
  }

  /// "LV"; "lv" only where nothing else is asked for, or "che" and "gin" would be countries.
  bool counts_as_code(std::string_view typed, std::string_view code) const {
    if (std::ranges::none_of(typed, [](char c) { return c >= 'a' && c <= 'z'; })) return true;
    return typed == squeeze(query_.text) && has_country(code);
  }

  void read_foreign(const GroupItem& item) {
    if (!item.unit || item.function_word || item.node->field != nullptr) return;
    const std::string_view typed = typed_text(item);
    const bool plain =
        std::ranges::all_of(typed, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if ((found_ && plain) || count_letters(typed) < 2 || looked_at_ == kMaxSpelledWords) return;
    if (!compiler_.unit(*item.unit, text_fields(options_.in, nullptr), WordCompiler::Use::Condition)
             .empty())
      return;
    ++looked_at_;
    const std::optional<std::string> code = text::country_code(typed);
    if (!code || (is_code(typed) && !counts_as_code(typed, *code))) return;
    result_.names.emplace_back(typed);
    const std::string name = text::country_name(*code);
    if (has_country(*code)) {
      names_profile_ = true;
      tell(result_.notes,
           "“" + std::string{typed} + "” is " + name + ": country:" + *code + " finds its passages",
           *item.node);
    } else {
      tell(without_profile_, "the index has no profile of " + name + " (" + *code + ")",
           *item.node);
    }
  }

  void read_address(const Node& node) {
    std::string host = host_in(node.text);
    if (host.empty()) return;
    if (host.starts_with("www.")) host.erase(0, 4);
    const bool cited = database_.term_exists(store::filter_term(store::kHost, host));
    const std::vector<WordUnit> units = words_.units(node.text);
    const auto is_known = [&](const WordUnit& unit) {
      return !compiler_.unit(unit, text_fields(options_.in, nullptr), WordCompiler::Use::Condition)
                  .empty();
    };
    if (!cited || std::ranges::all_of(units, is_known)) return;
    tell(result_.notes, "source:" + host + " finds the passages that cite this site", node);
  }

  static void tell(std::vector<QueryNote>& to, std::string message, const Node& place) {
    if (std::ranges::find(to, message, &QueryNote::message) == to.end())
      to.push_back({std::move(message), place.begin, place.end - place.begin});
  }

  const ParsedQuery& query_;
  const Xapian::Database& database_;
  const QueryWords& words_;
  const CompileOptions& options_;
  const bool found_;
  WordCompiler compiler_;
  std::size_t looked_at_ = 0;
  bool names_profile_ = false;  ///< some country that is named has one
  Readings result_;
  std::vector<QueryNote> without_profile_;
};

}  // namespace

Readings readings_of(const ParsedQuery& query, const Xapian::Database& database,
                     const QueryWords& words, const CompileOptions& options, std::size_t found) {
  if (options.thesaurus == nullptr) return {};
  return Reader(query, database, words, options, found > 0).run();
}

}  // namespace idsearch::query
