// SPDX-License-Identifier: GPL-2.0-or-later
#include "idsearch/render.hpp"

#include <gtest/gtest.h>

#include "idsearch/error.hpp"
#include "query/options.hpp"
#include "sample_hit.hpp"

namespace idsearch::query {
namespace {

TEST(Render, TheFormatsAreThoseOfTheContract) {
  EXPECT_EQ(render_formats(), (std::vector<std::string_view>{"text", "json", "ndjson", "csv", "md",
                                                             "csl-json", "bibtex", "ris", "ids"}));
  EXPECT_EQ(format_names().size(), render_formats().size() + 1);
}

TEST(Render, AnUnknownFormatIsAUsageError) {
  try {
    render(sample_result(), "pdf");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Usage);
    EXPECT_EQ(error.message(), "unknown format \"pdf\"");
    EXPECT_EQ(error.hint(), "formats: text, json, ndjson, csv, md, csl-json, bibtex, ris, ids");
  }
}

TEST(Render, EveryFormatEndsWithANewline) {
  for (const std::string_view format : render_formats()) {
    EXPECT_TRUE(render(sample_result(), format).ends_with('\n')) << format;
    EXPECT_TRUE(render(sample_hit(), format).ends_with('\n')) << format;
  }
}

TEST(RenderIds, AnIdALine) {
  SearchResult result = sample_result();
  result.hits.push_back(sample_hit());
  result.hits[1].id = "b/_/1";
  EXPECT_EQ(render(result, "ids"), "testland/law/data-protection/2\nb/_/1\n");
}

}  // namespace
}  // namespace idsearch::query
