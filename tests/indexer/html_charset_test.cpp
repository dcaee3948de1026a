// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_charset.hpp"

#include <gtest/gtest.h>

namespace idsearch::indexer {
namespace {

TEST(HtmlCharset, IsWhatThePageDeclares) {
  struct Row {
    const char* page;
    const char* charset;
  };
  const Row rows[] = {
      {"<meta charset=windows-1252>", "windows-1252"},
      {"<META CHARSET = 'Windows-1252'/>", "windows-1252"},
      {"<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">", "iso-8859-1"},
      {"<meta content='text/html;charset=\"gbk\"' http-equiv='content-type'>", "gbk"},
      {"<meta name=description content='charset=x'><meta charset=a>", "a"},
      {"<!-- <meta charset=no> --><title><meta charset=no></title><meta charset=a>", "a"},
      {"<script>'<meta charset=no>'</script>", ""},
      {"<?xml version='1.0' encoding='iso-8859-2'?><html>", "iso-8859-2"},
      {"<?xml version='1.0' encoding='iso-8859-2'?><meta charset=a>", "a"},
      {"<body><meta charset=late>", ""},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(declared_charset(row.page), row.charset) << row.page;
}

TEST(HtmlCharset, ConvertsToUtf8AndKeepsLines) {
  EXPECT_EQ(decode_html("<meta charset=windows-1252>\r\n\x93\xE9\x94").utf8,
            "<meta charset=windows-1252>\r\n“é”");
  EXPECT_EQ(decode_html("\xEF\xBB\xBF<meta charset=windows-1252>é").utf8,
            "<meta charset=windows-1252>é");
  EXPECT_EQ(decode_html(std::string("\xFF\xFE"
                                    "a\0\xE9\0",
                                    6))
                .utf8,
            "aé");
  EXPECT_EQ(decode_html(std::string("<\0p\0>\0\xE9\0", 8)).utf8, "<p>é");
  EXPECT_EQ(decode_html(std::string("\0<\0p\0>\0\xE9", 8)).utf8, "<p>é");
  EXPECT_EQ(decode_html(std::string("\xFE\xFF"
                                    "\0a\0\xE9",
                                    6))
                .utf8,
            "aé");
  EXPECT_EQ(decode_html("é").utf8, "é");
  EXPECT_EQ(decode_html("<meta charset=utf-16>é").utf8, "<meta charset=utf-16>é");
}

TEST(HtmlCharset, ReplacesFaultsAndSaysWhere) {
  const HtmlText text = decode_html("<p>\n caf\xE9 \n");
  EXPECT_EQ(text.utf8, "<p>\n caf\uFFFD \n");
  ASSERT_EQ(text.diagnostics.size(), 1u);
  EXPECT_EQ(text.diagnostics[0].line, 2u);
  EXPECT_EQ(text.diagnostics[0].message, "invalid UTF-8: 1 fault on this line replaced by U+FFFD");

  const HtmlText japanese = decode_html("<meta charset=shift_jis>\n\n\xFF");
  ASSERT_EQ(japanese.diagnostics.size(), 1u);
  EXPECT_EQ(japanese.diagnostics[0].line, 3u);
  EXPECT_EQ(japanese.diagnostics[0].message,
            "invalid shift_jis: 1 fault on this line replaced by U+FFFD");

  const HtmlText unknown = decode_html("<meta charset=klingon>\xE9");
  ASSERT_EQ(unknown.diagnostics.size(), 2u);
  EXPECT_EQ(unknown.diagnostics[0].message,
            "character set \"klingon\" is not known; read as UTF-8");
}

}  // namespace
}  // namespace idsearch::indexer
