// SPDX-License-Identifier: GPL-2.0-or-later
// Is what stands behind a short option without a blank probably its value, though the whole is read
// as a word to leave out? "-fjsn", "-fxml", "-ckenya", "-tsurveillance".
#ifndef IDSEARCH_QUERY_JOINED_VALUES_HPP
#define IDSEARCH_QUERY_JOINED_VALUES_HPP

#include <string>
#include <string_view>

#include "query/options.hpp"

namespace idsearch::query {

/// What to write instead ("-f json", "-c kenya"); empty when the value says nothing that the option
/// takes, as in "-fraud", "-china", "-court". Of formats also those that other programs have
/// ("-fxml" → "-f json"), and misspelt ones where no word is as near.
std::string joined_value(const OptionRow& row, std::string_view value);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_JOINED_VALUES_HPP
