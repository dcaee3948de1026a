// SPDX-License-Identifier: GPL-2.0-or-later
// Laws whose titles begin with words in Cyrillic or Arabic letters, or in Indonesian and Malay.
#ifndef IDSEARCH_INDEXER_CITATION_FOREIGN_LAW_HPP
#define IDSEARCH_INDEXER_CITATION_FOREIGN_LAW_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace idsearch::indexer {

/// Whether the text begins like the title of such a law: "Федеральный закон от …", "قانون رقم …",
/// "Undang-Undang Nomor …", and not like a sentence about one ("Закон был принят").
bool begins_with_foreign_law(std::string_view text);

/// Whether a number is announced in it: "№ 152-ФЗ", "رقم 10", "Nomor 23".
bool has_foreign_number(std::string_view text);

/// "Конституция …", "الدستور …", "Undang-Undang Dasar …" at the beginning: has no number.
bool begins_with_foreign_constitution(std::string_view text);

/// Where the comma before a place in the law stands, ", ст. 5", "، المادة 4", ", Pasal 4"; npos
/// when there is none.
std::size_t find_foreign_place(std::string_view text);

/// Bytes of "от", "від", "tanggal" at `at`, which come before the day of a law; else 0.
std::size_t foreign_word_before_day(std::string_view text, std::size_t at);

/// With digits of Arabic and Persian as those of ASCII.
std::string with_ascii_digits(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_FOREIGN_LAW_HPP
