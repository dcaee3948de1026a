// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/error_page.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/error_titles.hpp"

namespace idsearch::indexer {
namespace {

std::string page(const std::string& title, const std::string& body) {
  return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body>" + body +
         "</body></html>";
}

std::string why(const std::string& bytes, const char* format) {
  return why_error_page(bytes, *format_named(format));
}

TEST(ErrorTitles, AreKnownInManyWords) {
  for (const char* title :
       {"404 Not Found", "Error 404", "HTTP 403 Forbidden", "403 - Forbidden: Access is denied.",
        "HTTP Error 503. The service is unavailable.", "Page not found | Example Institute",
        "Page Not Found – Example", "Not found (404)", "Just a moment...", "Just a moment…",
        "Attention Required! | Cloudflare", "502 Bad Gateway", "Oops! That page can’t be found.",
        "Página no encontrada", "Страница не найдена", "Example: Service Unavailable"}) {
    EXPECT_EQ(error_title(title), ErrorTitle::Sure) << title;
  }
  for (const char* title : {"404", "Forbidden", "Log in", "Sign in | Example", "Error"}) {
    EXPECT_EQ(error_title(title), ErrorTitle::Likely) << title;
  }
  for (const char* title :
       {"", "Kenya", "404 people were left out", "Law", "Access to nationality denied in 2019",
        "Errors in the register", "The login of the portal", "500 years of registers",
        "Service unavailable to nomads"}) {
    EXPECT_EQ(error_title(title), ErrorTitle::None) << title;
  }
}

TEST(ErrorPages, AreNoProfiles) {
  const std::string form =
      "<form><label>Name</label><input><label>Password</label><input type=password></form>";
  EXPECT_EQ(why(page("404 Not Found", "<center><h1>404 Not Found</h1></center><hr>nginx"), "html"),
            "is an error page, no profile: \"404 Not Found\"");
  EXPECT_EQ(why(page("Example",
                     "<h1>Page not found</h1><p>The page you are looking for does not "
                     "exist. Try searching.</p>"),
                "html"),
            "is an error page, no profile: \"Page not found\"");
  EXPECT_EQ(why(page("Kenya | Page not found",
                     "<h1>Kenya</h1><p>The page you requested could not "
                     "be found on this site.</p>"),
                "html"),
            "is an error page, no profile: \"Kenya | Page not found\"");
  EXPECT_EQ(why(page("Just a moment...",
                     "<h1>example.org</h1><p>Verify you are human by completing "
                     "the action below.</p>"),
                "html"),
            "is an error page, no profile: \"Just a moment...\"");
  EXPECT_EQ(why(page("Log in &ndash; Example", "<h1>Example</h1>" + form), "html"),
            "is an error page, no profile: \"Log in – Example\"");
  EXPECT_EQ(why("404 Not Found\n\nnginx/1.18.0\n", "text"),
            "is an error page, no profile: \"404 Not Found\"");
  EXPECT_EQ(why("Home\nAbout us\nOur work\nContact\n\n404\n\nPage not found\n\nThe page you are "
                "looking for has been moved to another place.\n",
                "text"),
            "is an error page, no profile: \"Page not found\"");
  EXPECT_EQ(
      why("# 403 Forbidden\n\nYou don't have permission to access this resource.\n", "markdown"),
      "is an error page, no profile: \"403 Forbidden\"");
  EXPECT_EQ(why("Forbidden\n", "text"), "is an error page, no profile: \"Forbidden\"");
}

TEST(ErrorPages, AreNotTheProfilesThatSpeakOfErrors) {
  const std::string prose = "Everybody has to show a card of some kind. ";
  std::string long_prose;
  while (long_prose.size() < 2500) long_prose += prose;
  for (const std::string& text : {
           std::string("Kenya\n\nThe portal answers 404 Not Found to everybody who asks.\n"),
           std::string("Kenya\n\nThe portal says:\n\n404 Not Found\n\nNobody knows when it will be "
                       "mended again.\n"),
           std::string("Kenya\n\nIt has no register of any kind at all.\n"),
           std::string("Kenya\n\nLast updated : March 3, 2026\n\nForbidden\n\nTrade in cards.\n"),
           std::string("Forbidden\n\nLaw\n\nTrade in cards.\n"),
           "Access denied\n\n" + prose + long_prose,
           "Error\n\n" + prose + prose + prose + prose + prose + prose + prose + prose,
           std::string("Not found\n\nA card is not found.[1]\n\n1.^ Doe, ‘T’ (2020).\n"),
       }) {
    EXPECT_EQ(why(text, "text"), "") << text;
  }
  EXPECT_EQ(why(page("Kenya", "<h1>Kenya</h1><p>Not found.</p>"), "html"), "");
  EXPECT_EQ(why(page("Access denied", "<h1>Kenya</h1><p>" + prose + "</p>"), "html"), "");
  EXPECT_EQ(why(page("404", "<h1>Kenya</h1><h2>Law</h2><p>" + prose + "</p>"), "html"), "");
}

}  // namespace
}  // namespace idsearch::indexer
