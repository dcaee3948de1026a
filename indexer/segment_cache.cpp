// SPDX-License-Identifier: GPL-2.0-or-later
// An entry is two files: KEY, the segment, and KEY.json with its digest and what the build has to
// know of it: lines with the digest of the others, the facts, and for each profile its key and
// statistics, which are only asked for when the segment itself is of no use any more. It comes
// last, so that one without the other is nothing. Neither is synced: what a crash leaves half
// written does not have its digest.
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
constexpr const char* kFormat = "idsearch.segment/3";
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
  out.kind = enum_of(json.at(2), DiagnosticKind::RaisedNumber);
  out.reason = enum_of(json.at(3), DiagnosticReason::AntecedentUnresolved);
  json.at(4).get_to(out.label);
  json.at(5).get_to(out.message);
  return out;
}

std::string encode(const SegmentResult& segment, const std::string& digest,
                   const std::string& basis) {
  Json json;
  json["format"] = kFormat;
  json["basis"] = store::sha256_hex(basis);
  json["segment_sha256"] = digest;
  json["stats"] = store::encode_stats(segment.stats);
  Json profiles = Json::array();
  std::string lines;
  for (const SegmentProfile& profile : segment.profiles) {
    Json diagnostics = Json::array();
    for (const Diagnostic& one : profile.diagnostics) diagnostics.push_back(kept_json(one));
    profiles.push_back(Json::array({profile.passages, std::move(diagnostics)}));
    lines += profile.key + " " + store::encode_stats(profile.stats) + "\n";
  }
  json["profiles"] = std::move(profiles);
  const std::string facts =
      json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" + lines;
  return store::sha256_hex(facts) + "\n" + facts;
}

// Up to the end of the line, which is taken off `bytes`; all of them when there is none.
std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  return line;
}

struct Facts {
  SegmentResult segment;
  std::string digest;
  std::string_view profiles;  // lines of what was decoded
};

std::optional<Facts> decode(std::string_view bytes, const std::string& basis) {
  const std::string_view digest = take_line(bytes);
  if (store::sha256_hex(bytes) != digest) return std::nullopt;
  Facts out;
  const Json json = Json::parse(take_line(bytes), nullptr, /*allow_exceptions=*/false);
  out.profiles = bytes;
  try {
    if (json.at("format") != kFormat || json.at("basis") != store::sha256_hex(basis))
      return std::nullopt;
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

std::string read_facts(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

void add_part(store::Sha256& hash, std::string_view part) {
  hash.add(std::to_string(part.size()) + ":");
  hash.add(part);
}

}  // namespace

SegmentCache::SegmentCache(fs::path directory, std::string basis)
    : directory_(std::move(directory)), basis_(std::move(basis)) {}

std::string SegmentCache::profile_key(const Input& input) const {
  store::Sha256 hash;
  for (const std::string_view part :
       {std::string_view(kFormat), std::string_view(basis_), std::string_view(input.id),
        std::string_view(input.name), std::string_view(input.read_as),
        std::string_view(input.sha256)})
    add_part(hash, part);
  // The hash of a JSON line does not say where the line stands, but the record does.
  if (input.profile)
    for (const Passage& passage : input.profile->passages)
      add_part(hash, std::to_string(passage.line));
  return hash.hex();
}

std::string SegmentCache::key(std::span<const std::string> profile_keys) const {
  store::Sha256 hash;
  for (const std::string& key : profile_keys) add_part(hash, key);
  return hash.hex();
}

std::optional<SegmentResult> SegmentCache::load(const std::string& key) const {
  const std::string bytes = read_facts(directory_ / (key + kFactsEnding));
  auto facts = decode(bytes, basis_);
  if (!facts) return std::nullopt;
  facts->segment.file = directory_ / key;
  if (digest_of_file(facts->segment.file) != facts->digest) return std::nullopt;
  return std::move(facts->segment);
}

std::set<std::string> SegmentCache::keys() const {
  std::set<std::string> out;
  std::error_code error;
  for (fs::directory_iterator it(directory_, error), end; !error && it != end; it.increment(error))
    if (it->path().extension() == kFactsEnding) out.insert(it->path().stem().string());
  return out;
}

std::vector<SegmentProfile> SegmentCache::profiles_of(const std::string& key) const {
  const std::string bytes = read_facts(directory_ / (key + kFactsEnding));
  auto facts = decode(bytes, basis_);
  if (!facts) return {};
  for (SegmentProfile& profile : facts->segment.profiles) {
    const std::string_view line = take_line(facts->profiles);
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) return {};
    profile.key = line.substr(0, blank);
    auto stats = store::decode_stats(line.substr(blank + 1));
    if (!stats) return {};
    profile.stats = std::move(*stats);
  }
  return std::move(facts->segment.profiles);
}

std::optional<std::string> SegmentCache::bytes_of(const std::string& key) const {
  const std::string facts = read_facts(directory_ / (key + kFactsEnding));
  const auto known = decode(facts, basis_);
  const store::Descriptor fd(::open((directory_ / key).c_str(), O_RDONLY | O_CLOEXEC));
  if (!known || !fd) return std::nullopt;
  auto bytes = store::read_all(fd.get());
  if (!bytes || store::sha256_hex(*bytes) != known->digest) return std::nullopt;
  return bytes;
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
  out << encode(segment, *digest, basis_);
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
