// SPDX-License-Identifier: GPL-2.0-or-later
// Opening generations for reading, and records by document or passage id.
#include "store/reader.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <utility>

#include "idsearch/error.hpp"
#include "store/manifest.hpp"
#include "store/open_generation.hpp"
#include "store/schema.hpp"
#include "store/stemmers.hpp"
#include "store/xapian_guard.hpp"

namespace idsearch::store {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out += separator;
    out += part;
  }
  return out;
}

std::string what(const std::vector<std::string>& paths) { return "index " + joined(paths, ", "); }

void check_compatible(const std::string& path, const Manifest& manifest,
                      const std::string& fingerprint) {
  const auto refuse = [&path](const std::string& why) {
    throw Error(ErrorCode::Incompatible, "index " + path + " " + why,
                "Build it anew with this program: " + run_command(path));
  };
  if (manifest.schema != kSchema)
    refuse("has schema " + std::to_string(manifest.schema) + ", this program reads schema " +
           std::to_string(kSchema));
  if (manifest.fingerprint != fingerprint)
    refuse("was made by another analyser (" + manifest.fingerprint + "; this program has " +
           fingerprint + ")");
}

// A file of another generation under this manifest would answer, but not with what was verified.
void check_belongs(const std::string& path, const Xapian::Database& database,
                   const Manifest& manifest) {
  if (database.get_metadata(std::string(kMetaGeneration)) != manifest.generation ||
      database.get_doccount() != manifest.passages)
    throw Error(ErrorCode::Integrity,
                "index " + path + " is damaged: its index file belongs to another generation",
                "Build it anew: " + run_command(path));
}

void add_languages(const std::string& blank_separated, std::set<std::string>& out) {
  for (std::size_t at = 0; at < blank_separated.size();) {
    const std::size_t end = std::min(blank_separated.find(' ', at), blank_separated.size());
    if (end > at) out.insert(blank_separated.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

Reader Reader::open(const std::vector<std::string>& paths) {
  if (paths.empty()) throw Error(ErrorCode::Usage, "no index is named");
  const std::string fingerprint = index_fingerprint();
  Reader out;
  std::vector<std::string> generations;
  std::set<std::string> languages;
  std::set<std::pair<dev_t, ino_t>> seen;
  for (const std::string& path : paths) {
    if (path.starts_with("tcp://"))
      throw Error(ErrorCode::Usage, "remote indexes are not supported yet: " + path,
                  "Name an index directory.");
    OpenGeneration open = open_current(path);
    // The same index named twice would give every hit twice.
    struct stat status {};
    if (::fstat(open.index.get(), &status) == 0 &&
        !seen.emplace(status.st_dev, status.st_ino).second)
      continue;
    check_compatible(path, open.manifest, fingerprint);
    guard(Access::Read, "index " + path, [&] {
      const Xapian::Database database(open.index.release());
      check_belongs(path, database, open.manifest);
      add_languages(database.get_metadata(std::string(kMetaLanguages)), languages);
      out.database_.add_database(database);
      out.shards_.push_back(database);
    });
    generations.push_back(open.manifest.generation);
    out.paths_.push_back(path);
    out.manifests_.push_back(std::move(open.manifest));
  }
  out.generation_ = joined(generations, "+");
  out.languages_.assign(languages.begin(), languages.end());
  return out;
}

std::string Reader::metadata(std::size_t path, std::string_view key) const {
  return guard(Access::Read, "index " + paths_.at(path),
               [&] { return shards_.at(path).get_metadata(std::string(key)); });
}

PassageRecord Reader::record(Xapian::docid docid) const {
  return guard(Access::Read, what(paths_),
               [&] { return decode_record(database_.get_document(docid).get_data()); });
}

std::optional<PassageRecord> Reader::find(const std::string& id) const {
  if (id.empty()) return std::nullopt;
  const std::string term = filter_term(kId, id);
  const auto docid = guard(Access::Read, what(paths_), [&]() -> std::optional<Xapian::docid> {
    const auto it = database_.postlist_begin(term);
    if (it == database_.postlist_end(term)) return std::nullopt;
    return *it;
  });
  if (!docid) return std::nullopt;
  return record(*docid);
}

bool Reader::is_outdated() const {
  // Names of generations are never used twice, so the name alone tells. A path that is gone for the
  // moment is no newer generation.
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    std::error_code error;
    const auto target =
        std::filesystem::read_symlink(std::filesystem::path(paths_[i]) / kCurrentLink, error);
    if (!error && target.filename() != generation_name(manifests_[i])) return true;
  }
  return false;
}

}  // namespace idsearch::store
