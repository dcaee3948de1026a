// SPDX-License-Identifier: GPL-2.0-or-later
// Which place in the work does the text behind "ibid" or "(n 5)" name: a page, a section, a
// paragraph?
#ifndef IDSEARCH_INDEXER_CITATION_PINPOINTS_HPP
#define IDSEARCH_INDEXER_CITATION_PINPOINTS_HPP

#include <optional>
#include <string>
#include <string_view>

namespace idsearch::indexer {

/// Begins with one: "12", "xii", "art 4(2)", "¶ 3", "sch A", "ch II", "artículo 5"; a keyword alone
/// is none ("note that"). See citation_locators.
bool looks_like_pinpoint(std::string_view rest);

/// The text behind the comma, colon, dash, "at" or "esp" that leads to a pinpoint, without one
/// final full stop. A view into `rest`.
std::string_view clean_pinpoint(std::string_view rest);

/// The pinpoint that `rest` begins with, behind what leads to it; empty when there is none. What
/// follows it ("(emphasis added)", ", citing …", an address, a sentence) is no part of it. In
/// brackets, "(p 5)", it has none. A view into `rest`.
std::string_view pinpoint_at(std::string_view rest);

/// The same; nullopt when there is none.
std::optional<std::string> pinpoint_of(std::string_view rest);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_PINPOINTS_HPP
