// SPDX-License-Identifier: GPL-2.0-or-later
// Transliteration stands in libicui18n, which nothing else on the way of a search needs and which
// costs every start some 12,000 relocations. So it is loaded when the first name beyond ASCII asks
// for it, through ICU's C functions; the version is the one that this file was compiled with.
#include "text/transliterate.hpp"

#include <dlfcn.h>
#include <unicode/unistr.h>
#include <unicode/utrans.h>

#include <mutex>
#include <string>

#include "idsearch/error.hpp"

namespace idsearch::text {
namespace {

// The name of an ICU function as the library shows it: utrans_openU_72.
#define IDSEARCH_STRING(name) #name
#define IDSEARCH_STRING_OF(name) IDSEARCH_STRING(name)

[[noreturn]] void fail(const std::string& why) {
  throw Error(ErrorCode::Internal, "ICU: transliteration to Latin: " + why,
              "Is ICU installed completely (Debian: libicu" +
                  std::to_string(U_ICU_VERSION_MAJOR_NUM) + ")?");
}

template <typename Function>
Function* function_in(void* library, const char* name) {
  void* const symbol = dlsym(library, name);
  if (symbol == nullptr) fail(std::string(name) + " is not in libicui18n");
  return reinterpret_cast<Function*>(symbol);
}

struct Transliterator {
  UTransliterator* handle = nullptr;
  decltype(utrans_transUChars)* trans_uchars = nullptr;

  Transliterator() {
    const std::string file = "libicui18n.so." + std::to_string(U_ICU_VERSION_MAJOR_NUM);
    void* const library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) fail(file + " cannot be loaded");
    auto* const open =
        function_in<decltype(utrans_openU)>(library, IDSEARCH_STRING_OF(utrans_openU));
    trans_uchars =
        function_in<decltype(utrans_transUChars)>(library, IDSEARCH_STRING_OF(utrans_transUChars));
    const icu::UnicodeString rules = icu::UnicodeString::fromUTF8("Any-Latin; Latin-ASCII; Lower");
    UErrorCode status = U_ZERO_ERROR;
    handle = open(rules.getBuffer(), rules.length(), UTRANS_FORWARD, nullptr, 0, nullptr, &status);
    if (U_FAILURE(status) || handle == nullptr) fail(u_errorName(status));
  }
};

#undef IDSEARCH_STRING_OF
#undef IDSEARCH_STRING

}  // namespace

std::string transliterated(const std::string& utf8) {
  static std::mutex mutex;  // the transliterator keeps state, so threads take turns
  const std::lock_guard lock(mutex);
  static const Transliterator transliterator;  // lives as long as the process
  const icu::UnicodeString in = icu::UnicodeString::fromUTF8(utf8);
  // Grown until the result fits; one Han character becomes at most a few letters.
  std::u16string buffer(static_cast<std::size_t>(in.length()) * 4 + 64, u'\0');
  for (;;) {
    in.extract(0, in.length(), buffer.data());
    std::int32_t length = in.length();
    std::int32_t limit = length;
    UErrorCode status = U_ZERO_ERROR;
    transliterator.trans_uchars(transliterator.handle, buffer.data(), &length,
                                static_cast<std::int32_t>(buffer.size()), 0, &limit, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
      buffer.assign(buffer.size() * 2, u'\0');
      continue;
    }
    if (U_FAILURE(status)) fail(u_errorName(status));
    std::string latin;
    icu::UnicodeString(buffer.data(), length).toUTF8String(latin);
    return latin;
  }
}

}  // namespace idsearch::text
