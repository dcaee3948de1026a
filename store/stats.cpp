// SPDX-License-Identifier: GPL-2.0-or-later
// Adding statistics up, and their JSON.
#include "store/stats.hpp"

#include <nlohmann/json.hpp>

namespace idsearch::store {
namespace {

using Json = nlohmann::ordered_json;
using SortedJson = nlohmann::json;  // finds a key without looking through all
using Counts = std::map<std::string, std::uint64_t>;

void add_counts(Counts& to, const Counts& from) {
  for (const auto& [name, count] : from) to[name] += count;
}

Json counts_json(const Counts& counts) {
  Json out = Json::object();
  // Behind the last one: its own way in looks through all names before, and a profile may have
  // 40,000 sections.
  auto& members = static_cast<Json::object_t::Container&>(out.get_ref<Json::object_t&>());
  for (const auto& [name, count] : counts) members.emplace_back(name, count);
  return out;
}

void read_counts(const SortedJson& json, Counts& out) {
  for (const auto& [name, count] : json.items()) out[name] = count.get<std::uint64_t>();
}

}  // namespace

void Stats::add(const Stats& other) {
  profiles += other.profiles;
  passages += other.passages;
  notes += other.notes;
  add_counts(countries, other.countries);
  add_counts(sections, other.sections);
  add_counts(topics, other.topics);
  add_counts(languages, other.languages);
  if (oldest.empty() || (!other.oldest.empty() && other.oldest < oldest)) oldest = other.oldest;
  if (other.newest > newest) newest = other.newest;
}

std::string encode_stats(const Stats& stats) {
  Json json;
  json["profiles"] = stats.profiles;
  json["passages"] = stats.passages;
  json["notes"] = stats.notes;
  json["oldest"] = stats.oldest;
  json["newest"] = stats.newest;
  json["countries"] = counts_json(stats.countries);
  json["sections"] = counts_json(stats.sections);
  json["topics"] = counts_json(stats.topics);
  json["languages"] = counts_json(stats.languages);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Stats> decode_stats(std::string_view text) {
  const auto json = SortedJson::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  Stats out;
  try {
    json.at("profiles").get_to(out.profiles);
    json.at("passages").get_to(out.passages);
    json.at("notes").get_to(out.notes);
    json.at("oldest").get_to(out.oldest);
    json.at("newest").get_to(out.newest);
    read_counts(json.at("countries"), out.countries);
    read_counts(json.at("sections"), out.sections);
    read_counts(json.at("topics"), out.topics);
    read_counts(json.at("languages"), out.languages);
  } catch (const Json::exception&) {
    return std::nullopt;
  }
  return out;
}

}  // namespace idsearch::store
