// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_stats.hpp"

#include <map>
#include <utility>

#include "store/schema.hpp"
#include "store/stats.hpp"
#include "store/xapian_guard.hpp"

namespace idsearch::query {
namespace {

std::vector<Count> counts(const std::map<std::string, std::uint64_t>& by_name) {
  std::vector<Count> result;
  for (const auto& [name, passages] : by_name) result.push_back({name, passages});
  return result;
}

std::uint64_t count_terms(const Xapian::Database& database) {
  std::uint64_t terms = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) ++terms;
  return terms;
}

}  // namespace

std::vector<FieldInfo> field_infos() {
  std::vector<FieldInfo> infos;
  for (const store::Field& field : store::kFields) {
    const char* const kind = field.kind == store::FieldKind::Text     ? "text"
                             : field.kind == store::FieldKind::Filter ? "filter"
                                                                      : "range";
    infos.push_back(
        {std::string{field.name}, kind, std::string{field.help}, std::string{field.example}});
  }
  return infos;
}

IndexStats index_stats(const store::Reader& reader) {
  IndexStats result;
  store::Stats sum;
  for (std::size_t i = 0; i < reader.paths().size(); ++i) {
    const std::string& path = reader.paths()[i];
    const store::Manifest& manifest = reader.manifests()[i];
    result.index += (i == 0 ? "" : ", ") + path;
    result.bytes += manifest.index_bytes;
    result.schema = manifest.schema;
    result.analyser = manifest.fingerprint;
    if (const auto stats = store::decode_stats(reader.metadata(i, store::kMetaStats)))
      sum.add(*stats);
    result.profiles += manifest.profile_count;
    result.stale_profiles += manifest.stale;
    // Read also where it names none that is stale: who looks at an index wants to know that it is
    // damaged.
    for (store::ManifestProfile& profile : store::profiles_of(path, manifest))
      if (profile.stale)
        result.stale.push_back({std::move(profile.id), std::move(profile.file),
                                std::move(profile.stale->since), std::move(profile.stale->reason)});
  }
  result.generation = reader.generation();
  store::guard(store::Access::Read, "index " + result.index, [&] {
    result.passages = reader.database().get_doccount();
    result.terms = count_terms(reader.database());
  });
  result.countries = counts(sum.countries);
  result.sections = counts(sum.sections);
  result.topics = counts(sum.topics);
  result.languages = counts(sum.languages);
  if (!sum.oldest.empty()) result.oldest = sum.oldest;
  if (!sum.newest.empty()) result.newest = sum.newest;
  return result;
}

}  // namespace idsearch::query
