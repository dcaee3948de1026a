// SPDX-License-Identifier: GPL-2.0-or-later
// The language of a passage as far as its script decides it.
#ifndef IDSEARCH_TEXT_LANGUAGE_HPP
#define IDSEARCH_TEXT_LANGUAGE_HPP

#include <string>
#include <string_view>

namespace idsearch::text {

/// "th", "km", "my", "lo", "ko", "ja", "zh", "he", "hi", "si", "el", "hy", "ka", … when more than
/// half of the letters are of a script that one language (by far) is written in; `otherwise` for
/// Latin, Cyrillic, Arabic and mixed text.
std::string language_by_script(std::string_view utf8, std::string_view otherwise);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_LANGUAGE_HPP
