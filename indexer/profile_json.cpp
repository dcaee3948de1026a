// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/profile_json.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace idsearch::indexer {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<std::string>& value) { return value ? Json(*value) : Json(); }

Json text_or_null(std::string_view value) { return value.empty() ? Json() : Json(value); }

// File names may hold any bytes; everything else is valid UTF-8.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename List, typename Function>
Json array_of(const List& list, Function to_json) {
  Json out = Json::array();
  for (const auto& element : list) out.push_back(to_json(element));
  return out;
}

Json topic_json(const TopicTag& topic) {
  return {{"name", topic.name}, {"evidence", topic.evidence}};
}

Json section_json(const Section& section) {
  return {{"path", section.path},
          {"titles", section.titles},
          {"level", section.level},
          {"passages", section.passages},
          {"line", section.line}};
}

Json passage_json(const Profile& profile, const Passage& passage) {
  return {{"id", passage.id},
          {"section", profile.sections[passage.section].path},
          {"kind", name_of(passage.kind)},
          {"text", passage.text},
          {"line", passage.line},
          {"language", passage.language},
          {"marks", array_of(passage.marks,
                             [](const Mark& mark) {
                               return Json{{"note", mark.note}, {"at", mark.at}};
                             })},
          {"topics", array_of(passage.topics, topic_json)}};
}

Json source_json(const Source& source) {
  const Reference& reference = source.reference;
  return {{"note", source.note},
          {"part", source.part},
          {"text", source.text},
          {"url", or_null(reference.url)},
          {"pinpoint", or_null(source.pinpoint)},
          {"status", name_of(source.status)},
          {"trail", source.trail},
          {"author", reference.authors},
          {"title", or_null(reference.title)},
          {"container", or_null(reference.container)},
          {"publisher", or_null(reference.publisher)},
          {"issued", or_null(reference.issued)},
          {"accessed", or_null(reference.accessed)},
          {"type", text_or_null(reference.type)}};
}

Json note_json(const Note& note) {
  return {{"label", note.label}, {"line", note.line},
          {"text", note.text},   {"status", name_of(note.status)},
          {"trail", note.trail}, {"sources", array_of(note.sources, source_json)}};
}

Json diagnostic_json(const Diagnostic& diagnostic) {
  return {{"line", diagnostic.line},
          {"severity", name_of(diagnostic.severity)},
          {"kind", name_of(diagnostic.kind)},
          {"reason", text_or_null(name_of(diagnostic.reason))},
          {"label", text_or_null(diagnostic.label)},
          {"message", diagnostic.message}};
}

}  // namespace

std::string profile_json(const Profile& profile) {
  Json json = {{"schema", "idsearch.profile/1"},
               {"file", profile.file},
               {"format", profile.format},
               {"id", profile.id},
               {"title", profile.title},
               {"country", nullptr},
               {"updated", or_null(profile.updated)},
               {"language", profile.language}};
  if (profile.country) {
    json["country"] = Json{{"code", profile.country->code}, {"name", profile.country->name}};
  }
  json["sections"] = array_of(profile.sections, section_json);
  json["passages"] = array_of(
      profile.passages, [&](const Passage& passage) { return passage_json(profile, passage); });
  json["notes"] = array_of(profile.notes, note_json);
  json["diagnostics"] = array_of(profile.diagnostics, diagnostic_json);
  return dump(json);
}

std::string topics_json(const std::vector<TopicTag>& topics) {
  return dump(array_of(topics, topic_json));
}

}  // namespace idsearch::indexer
