// SPDX-License-Identifier: GPL-2.0-or-later
// An entry is two files: KEY, the segment, and KEY.json with its digest and what the build has to
// know of it. The latter comes last, so that one without the other is nothing. Neither is synced:
// what a crash leaves half written does not have its digest.
#include "indexer/segment_cache.hpp"

#include <fcntl.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>
#include <utility>

#include "store/digest.hpp"
#include "store/files.hpp"

namespace idsearch::indexer {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// Raised when the facts are written otherwise, or the same inputs are cut or written otherwise.
constexpr const char* kFormat = "idsearch.segment/2";
constexpr const char* kFactsEnding = ".json";

std::optional<std::string> digest_of_file(const fs::path& file) {
  const store::Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  return fd ? store::sha256_of_file(fd.get()) : std::nullopt;
}

template <typename Enum>
Enum enum_of(const Json& json, Enum last) {
  const auto value = json.get<std::uint64_t>();
  if (value > static_cast<std::uint64_t>(last)) throw std::out_of_range("enumerator");
  return static_cast<Enum>(value);
}

Json kept_json(const Diagnostic& diagnostic) {
  return Json::array({diagnostic.line, static_cast<int>(diagnostic.severity),
                      static_cast<int>(diagnostic.kind), static_cast<int>(diagnostic.reason),
                      diagnostic.label, diagnostic.message});
}

Diagnostic diagnostic_of(const Json& json) {
  Diagnostic out;
  json.at(0).get_to(out.line);
  out.severity = enum_of(json.at(1), Severity::Error);
  out.kind = enum_of(json.at(2), DiagnosticKind::NoPassages);
  out.reason = enum_of(json.at(3), DiagnosticReason::AntecedentUnresolved);
  json.at(4).get_to(out.label);
  json.at(5).get_to(out.message);
  return out;
}

std::string encode(const SegmentResult& segment, const std::string& digest) {
  Json json;
  json["format"] = kFormat;
  json["segment_sha256"] = digest;
  json["stats"] = store::encode_stats(segment.stats);
  Json profiles = Json::array();
  for (const SegmentProfile& profile : segment.profiles) {
    Json diagnostics = Json::array();
    for (const Diagnostic& one : profile.diagnostics) diagnostics.push_back(kept_json(one));
    profiles.push_back(Json::array({profile.passages, std::move(diagnostics)}));
  }
  json["profiles"] = std::move(profiles);
  const std::string facts = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return store::sha256_hex(facts) + "\n" + facts + "\n";
}

struct Facts {
  SegmentResult segment;
  std::string digest;
};

std::optional<Facts> decode(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos || !bytes.ends_with('\n')) return std::nullopt;
  const std::string_view facts = bytes.substr(end + 1, bytes.size() - end - 2);
  if (bytes.size() < end + 2 || store::sha256_hex(facts) != bytes.substr(0, end))
    return std::nullopt;
  const Json json = Json::parse(facts, nullptr, /*allow_exceptions=*/false);
  Facts out;
  try {
    if (json.at("format") != kFormat) return std::nullopt;
    json.at("segment_sha256").get_to(out.digest);
    auto stats = store::decode_stats(json.at("stats").get<std::string>());
    if (!stats) return std::nullopt;
    out.segment.stats = std::move(*stats);
    for (const Json& entry : json.at("profiles")) {
      SegmentProfile& profile = out.segment.profiles.emplace_back();
      entry.at(0).get_to(profile.passages);
      for (const Json& one : entry.at(1)) profile.diagnostics.push_back(diagnostic_of(one));
    }
  } catch (const std::exception&) {  // the digest is right, but of something else
    return std::nullopt;
  }
  return out;
}

}  // namespace

SegmentCache::SegmentCache(fs::path directory, std::string basis)
    : directory_(std::move(directory)), basis_(std::move(basis)) {}

std::string SegmentCache::key(std::span<const Input> inputs) const {
  store::Sha256 hash;
  const auto add = [&hash](std::string_view part) {
    hash.add(std::to_string(part.size()) + ":");
    hash.add(part);
  };
  add(kFormat);
  add(basis_);
  for (const Input& input : inputs) {
    add(input.id);
    add(input.name);
    add(input.read_as);
    add(input.sha256);
    // The hash of a JSON line does not say where the line stands, but the record does.
    if (input.profile)
      for (const Passage& passage : input.profile->passages) add(std::to_string(passage.line));
  }
  return hash.hex();
}

std::optional<SegmentResult> SegmentCache::load(const std::string& key) const {
  std::ifstream in(directory_ / (key + kFactsEnding), std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream bytes;
  bytes << in.rdbuf();
  auto facts = decode(bytes.str());
  if (!facts) return std::nullopt;
  facts->segment.file = directory_ / key;
  if (digest_of_file(facts->segment.file) != facts->digest) return std::nullopt;
  return std::move(facts->segment);
}

void SegmentCache::keep(const std::string& key, SegmentResult& segment) const {
  const auto digest = digest_of_file(segment.file);
  if (!digest) return;
  std::error_code error;
  fs::create_directories(directory_, error);
  const fs::path facts = directory_ / (key + kFactsEnding);
  fs::remove(facts, error);  // what stood here before did not fit
  fs::rename(segment.file, directory_ / key, error);
  if (error) return;
  segment.file = directory_ / key;
  std::ofstream out(facts, std::ios::binary | std::ios::trunc);
  out << encode(segment, *digest);
}

void SegmentCache::prune(const std::set<std::string>& keys) const {
  std::error_code error;
  std::vector<fs::path> old;
  for (fs::directory_iterator it(directory_, error), end; !error && it != end; it.increment(error))
    if (!keys.contains(it->path().stem().string())) old.push_back(it->path());
  for (const fs::path& path : old) fs::remove_all(path, error);  // else the next run tries again
  if (keys.empty()) fs::remove(directory_, error);
}

}  // namespace idsearch::indexer
