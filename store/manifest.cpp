// SPDX-License-Identifier: GPL-2.0-or-later
// Manifest to JSON and back, and the content id of what a generation is made of.
#include "store/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <climits>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>
#include <variant>
#include <vector>

#include "store/digest.hpp"

namespace idsearch::store {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "idsearch.manifest/1";
constexpr const char* kDigestKey = "sha256";
constexpr std::size_t kContentIdDigits = 16;

// Names of files are bytes, not always UTF-8: those that are not are stored with U+FFFD.
std::string text_of(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string digest_of(const Json& json) { return sha256_hex(text_of(json, -1)); }

/// Whether a manifest ends in the digest of what stands before it: of the same JSON in one line,
/// which it is without the white space between its parts. (To write it anew instead is a
/// tenth of what opening an index takes; callgrind.)
bool has_its_digest(std::string_view text) {
  std::string line(text.size(), '\0');
  std::size_t kept = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!quoted && (c == ' ' || c == '\n')) continue;
    line[kept++] = c;
    if (quoted && c == '\\' && i + 1 < text.size()) line[kept++] = text[++i];
    if (c == '"') quoted = !quoted;
  }
  line.resize(kept);
  constexpr std::size_t kDigits = 64;
  const std::string before = std::string(",\"") + kDigestKey + "\":\"", behind = "\"}";
  if (line.size() < before.size() + kDigits + behind.size() || !line.ends_with(behind))
    return false;
  const std::string digest = line.substr(line.size() - behind.size() - kDigits, kDigits);
  line.resize(line.size() - behind.size() - kDigits);
  if (!line.ends_with(before)) return false;
  line.replace(line.size() - before.size(), before.size(), "}");
  return sha256_hex(line) == digest;
}

/// The texts and numbers of a JSON object, each under its keys ("forced/reason"), those of an array
/// under that of the array, as the parser comes to them. Every search reads a manifest: a tree of
/// it that is asked for each field took 158,000 instead of 133,000 instructions (callgrind).
class Leaves {
 public:
  using Leaf = std::pair<std::string, std::variant<std::string, std::uint64_t>>;

  const std::vector<Leaf>& all() const { return all_; }

  /// False, and `to` as it was, when there is none of this kind.
  template <typename T>
  bool get(std::string_view path, T& to) const {
    const auto leaf = std::ranges::find(all_, path, &Leaf::first);
    const T* const value = leaf == all_.end() ? nullptr : std::get_if<T>(&leaf->second);
    if (value != nullptr) to = *value;
    return value != nullptr;
  }
  std::vector<std::string> texts(std::string_view path) const {
    std::vector<std::string> out;
    for (const auto& [at, value] : all_)
      if (const auto* one = std::get_if<std::string>(&value); one != nullptr && at == path)
        out.push_back(*one);
    return out;
  }

  // What sax_parse() calls; false ends it.
  bool key(std::string& name) {
    path_.resize(starts_.back());
    path_ += name;
    return true;
  }
  bool string(std::string& value) { return add(std::move(value)); }
  bool number_unsigned(std::uint64_t value) { return add(value); }
  bool start_object(std::size_t) {
    if (!path_.empty()) path_ += '/';
    starts_.push_back(path_.size());
    return true;
  }
  bool end_object() {
    starts_.pop_back();
    return true;
  }
  bool start_array(std::size_t) { return true; }
  bool end_array() { return true; }
  bool null() { return true; }
  bool boolean(bool) { return true; }
  bool number_integer(std::int64_t) { return true; }
  bool number_float(double, const std::string&) { return true; }
  bool binary(const Json::binary_t&) { return true; }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }

 private:
  template <typename T>
  bool add(T value) {
    if (starts_.empty()) return false;  // no object
    all_.emplace_back(path_, std::move(value));
    return true;
  }

  std::vector<Leaf> all_;
  std::string path_;
  std::vector<std::size_t> starts_;  // of the keys of each object
};

}  // namespace

std::string content_id(const Manifest& manifest) {
  // Lengths before the parts, so that no two lists of parts give the same bytes.
  Sha256 hash;
  const auto add = [&hash](std::string_view part) {
    hash.add(std::to_string(part.size()) + ":");
    hash.add(part);
  };
  add(std::to_string(manifest.schema));
  add(manifest.fingerprint);
  add(manifest.rules);
  for (const ManifestProfile& profile : manifest.profiles) {
    add(profile.id);
    add(profile.file);
    add((profile.stale ? "stale:" : "") + profile.sha256);
  }
  return hash.hex().substr(0, kContentIdDigits);
}

std::string generation_name(const Manifest& manifest) {
  char number[32];
  std::snprintf(number, sizeof number, "%06llu-", static_cast<unsigned long long>(manifest.number));
  return number + manifest.generation;
}

std::uint64_t generation_number(std::string_view name) {
  std::uint64_t number = 0;
  const char* end = name.data() + name.size();
  const auto [at, error] = std::from_chars(name.data(), end, number);
  return error == std::errc() && at != end && *at == '-' ? number : 0;
}

std::string manifest_json(const Manifest& manifest) {
  Json json;
  json["format"] = kFormat;
  json["number"] = manifest.number;
  json["generation"] = manifest.generation;
  json["created"] = manifest.created;
  json["schema"] = manifest.schema;
  json["fingerprint"] = manifest.fingerprint;
  json["rules"] = manifest.rules;
  if (!manifest.program.empty()) json["program"] = manifest.program;
  json["profiles"] = manifest.profile_count;
  json["passages"] = manifest.passages;
  json["notes"] = manifest.notes;
  if (manifest.stale > 0) json["stale"] = manifest.stale;
  // A text within the text: one line for each key, as in all manifests so far.
  if (manifest.topics) json["topics"] = text_of(Json(*manifest.topics), -1);
  if (manifest.forced)
    json["forced"] = {{"reason", manifest.forced->reason}, {"refusals", manifest.forced->refusals}};
  json["index_bytes"] = manifest.index_bytes;
  json["index_sha256"] = manifest.index_sha256;
  json["index_xxh3"] = manifest.index_xxh3;
  if (!manifest.blocks_xxh3.empty()) json["blocks_xxh3"] = manifest.blocks_xxh3;
  json["profiles_sha256"] = sha256_hex(profiles_json(manifest));
  json[kDigestKey] = digest_of(json);
  return text_of(json, 2) + "\n";
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  if (!has_its_digest(text)) return std::nullopt;
  // The digest is right: what does not fit now is a manifest of some other kind.
  Leaves leaves;
  std::string format;
  if (!Json::sax_parse(text, &leaves) || !leaves.get("format", format) || format != kFormat)
    return std::nullopt;
  Manifest out;
  std::uint64_t schema = 0;
  const bool is_whole =
      leaves.get("number", out.number) && leaves.get("generation", out.generation) &&
      leaves.get("created", out.created) && leaves.get("schema", schema) &&
      leaves.get("fingerprint", out.fingerprint) && leaves.get("rules", out.rules) &&
      leaves.get("profiles", out.profile_count) && leaves.get("passages", out.passages) &&
      leaves.get("notes", out.notes) && leaves.get("index_bytes", out.index_bytes) &&
      leaves.get("index_sha256", out.index_sha256) &&
      leaves.get("profiles_sha256", out.profiles_sha256);
  if (!is_whole || schema > INT_MAX) return std::nullopt;
  out.schema = static_cast<int>(schema);
  leaves.get("program", out.program);
  leaves.get("stale", out.stale);
  leaves.get("index_xxh3", out.index_xxh3);  // earlier programs wrote none
  leaves.get("blocks_xxh3", out.blocks_xxh3);
  if (std::string topics; leaves.get("topics", topics)) {
    Leaves counts;
    if (!Json::sax_parse(topics, &counts)) return std::nullopt;
    out.topics.emplace();
    for (const auto& [name, count] : counts.all())
      if (!counts.get(name, (*out.topics)[name])) return std::nullopt;
  }
  if (ForcedPublish forced; leaves.get("forced/reason", forced.reason)) {
    forced.refusals = leaves.texts("forced/refusals");
    out.forced = std::move(forced);
  }
  return out;
}

std::string profiles_json(const Manifest& manifest) {
  Json list = Json::array();
  for (const ManifestProfile& profile : manifest.profiles) {
    Json json{{"id", profile.id},
              {"file", profile.file},
              {"sha256", profile.sha256},
              {"passages", profile.passages},
              {"bytes", profile.bytes}};
    if (profile.stale)
      json["stale"] = {{"since", profile.stale->since},
                       {"reason", profile.stale->reason},
                       {"sha256", profile.stale->sha256}};
    list.push_back(std::move(json));
  }
  return text_of(list, 0) + "\n";
}

bool parse_profiles(std::string_view text, Manifest& manifest) {
  if (sha256_hex(text) != manifest.profiles_sha256) return false;
  const Json list = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!list.is_array()) return false;
  manifest.profiles.clear();
  try {
    for (const Json& json : list) {
      ManifestProfile& profile = manifest.profiles.emplace_back();
      json.at("id").get_to(profile.id);
      json.at("file").get_to(profile.file);
      json.at("sha256").get_to(profile.sha256);
      json.at("passages").get_to(profile.passages);
      profile.bytes = json.value("bytes", std::uint64_t{0});
      if (!json.contains("stale")) continue;
      const Json& stale = json["stale"];
      profile.stale =
          StaleMark{stale.at("since").get<std::string>(), stale.at("reason").get<std::string>(),
                    stale.at("sha256").get<std::string>()};
    }
  } catch (const Json::exception&) {
    return false;
  }
  return true;
}

}  // namespace idsearch::store
