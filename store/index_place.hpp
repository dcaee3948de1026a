// SPDX-License-Identifier: GPL-2.0-or-later
// Where does the index stand when nobody says so? The one answer of both programs; the public
// default_index_path() of idsearch/index.hpp is defined here as well.
#ifndef IDSEARCH_STORE_INDEX_PLACE_HPP
#define IDSEARCH_STORE_INDEX_PLACE_HPP

#include <functional>
#include <string>
#include <string_view>

namespace idsearch::store {

/// $XDG_DATA_HOME/idsearch/index, else ~/.local/share/idsearch/index; empty when neither can be
/// told. `environment` gives the value of a variable, empty when it is not set.
std::string user_index_path(const std::function<std::string_view(const char*)>& environment);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_INDEX_PLACE_HPP
