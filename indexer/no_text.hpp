// SPDX-License-Identifier: GPL-2.0-or-later
// Is a file text at all? Readers take any bytes, so somebody has to ask before a program, a picture
// or an empty download becomes a profile.
#ifndef IDSEARCH_INDEXER_NO_TEXT_HPP
#define IDSEARCH_INDEXER_NO_TEXT_HPP

#include <string>
#include <string_view>

namespace idsearch::indexer {

/// Words that go behind a file's name when nothing in it can be read as text, and else empty:
///  - it is empty, or holds nothing but white space;
///  - it has a NUL byte. No text has one, in UTF-8 or any character set that a page may declare,
///    but for UTF-16 and UTF-32; what git, grep and less go by as well. UTF-16 behind a byte order
///    mark is left to the reader of pages; without the mark it is named;
///  - more than a third of it is no UTF-8 or control characters that no text uses. Compressed data
///    has some 55 %, text in another character set that does not say so (Cyrillic, Greek) 70 % and
///    more, while a Latin-1 text has 5 %, and a bad copy a few: there the faults are diagnostics. A
///    page that declares its character set is not asked for UTF-8.
std::string why_no_text(std::string_view bytes);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NO_TEXT_HPP
