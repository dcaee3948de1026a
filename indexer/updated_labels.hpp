// SPDX-License-Identifier: GPL-2.0-or-later
// How do other languages say "Last updated", and on which day?
#ifndef IDSEARCH_INDEXER_UPDATED_LABELS_HPP
#define IDSEARCH_INDEXER_UPDATED_LABELS_HPP

#include <optional>
#include <string_view>

namespace idsearch::indexer {

/// "Dernière mise à jour : 4 mars 2026", "Zuletzt aktualisiert am 4. März 2026", with a colon or
/// without: what stands behind the words, when it is a day or a month and nothing else; a view into
/// `line`. nullopt for anything else. `language`: BCP 47, of the page. Thread-safe.
std::optional<std::string_view> foreign_updated_text(std::string_view line,
                                                     std::string_view language = "en");

/// Whether a line says nothing but such words: "Dernière mise à jour :".
bool is_foreign_update_label(std::string_view line);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_UPDATED_LABELS_HPP
