// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/presenter.hpp"

#include "query/output.hpp"
#include "query/pager.hpp"

namespace idsearch::query {

Presenter::Presenter(const Settings& settings, const Environment& environment)
    : settings_(settings), environment_(environment), terminal_(look_at_terminal()) {}

RenderOptions Presenter::options() const {
  RenderOptions options;
  options.notes = settings_.notes;
  options.width = text_width(terminal_, environment_, settings_.width);
  options.colour = wants_color(settings_.color, terminal_, environment_);
  options.hyperlinks = options.colour && shows_hyperlinks(terminal_, environment_);
  return options;
}

void Presenter::show(const std::function<std::string(const RenderOptions&)>& render) const {
  RenderOptions chosen = options();
  std::string answer = render(chosen);
  const std::string pager = settings_.use_pager && terminal_.stdout_is_tty
                                ? pager_command(environment_, settings_.pager)
                                : std::string{};
  if (!pager.empty() &&
      is_longer_than_screen(answer, screen_rows(terminal_, environment_), terminal_.columns)) {
    if (chosen.hyperlinks) {
      // Older versions of less show the sequences as text.
      RenderOptions plain = chosen;
      plain.hyperlinks = false;
      if (show_in_pager(pager, render(plain))) return;
    } else if (show_in_pager(pager, answer)) {
      return;
    }
  }
  write_answer(answer);
}

}  // namespace idsearch::query
