// SPDX-License-Identifier: GPL-2.0-or-later
// Brings a rendered answer to where standard output goes: terminal, pager or pipe.
#ifndef IDSEARCH_QUERY_PRESENTER_HPP
#define IDSEARCH_QUERY_PRESENTER_HPP

#include <functional>
#include <string>

#include "idsearch/render.hpp"
#include "query/settings.hpp"
#include "query/terminal.hpp"

namespace idsearch::query {

class Presenter {
 public:
  /// Keeps references to both.
  Presenter(const Settings& settings, const Environment& environment);

  /// How to render for the place where the answer goes.
  RenderOptions options() const;

  /// Renders and writes; pages what is longer than the screen. Throws Error{CannotWrite}.
  void show(const std::function<std::string(const RenderOptions&)>& render) const;

  /// True when a person reads both streams: then a closing line helps and disturbs nothing.
  bool is_interactive() const { return terminal_.stdout_is_tty && terminal_.stderr_is_tty; }

 private:
  const Settings& settings_;
  const Environment& environment_;
  Terminal terminal_;
};

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_PRESENTER_HPP
