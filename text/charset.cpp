// SPDX-License-Identifier: GPL-2.0-or-later
// ICU converters, under the names that pages of the web use.
#include "text/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct Label {
  std::string_view name;
  const char* converter;
};

// Where browsers mean another set than the name says (the Encoding Standard of the WHATWG), and
// where ICU's own choice for the name lacks characters that pages have.
constexpr auto kLabels = std::to_array<Label>({
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"ansi", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"chinese", "gb18030"},
    {"big5", "Big5-HKSCS"},
    {"shift_jis", "ibm-943_P15A-2003"},
    {"shift-jis", "ibm-943_P15A-2003"},
    {"sjis", "ibm-943_P15A-2003"},
    {"x-sjis", "ibm-943_P15A-2003"},
    {"windows-31j", "ibm-943_P15A-2003"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"korean", "windows-949"},
    {"ksc5601", "windows-949"},
});

// For what stands for no character: converters of some sets would write U+001A.
void write_replacement(const void* context, UConverterToUnicodeArgs* arguments, const char* bytes,
                       int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  (void)context, (void)bytes, (void)length;
  if (reason > UCNV_IRREGULAR) return;  // reset, close, clone
  const UChar replacement = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

std::string lower_name(std::string_view name) {
  std::string lower(trim(name));
  std::ranges::transform(lower, lower.begin(), ascii_lower);
  return lower;
}

Converter open_converter(std::string_view name) {
  // No name of a character set is longer (ICU's UCNV_MAX_CONVERTER_NAME_LENGTH).
  if (name.empty() || name.size() >= UCNV_MAX_CONVERTER_NAME_LENGTH || !is_ascii(name)) return {};
  // A comma would hand options to ICU.
  if (name.find_first_of(",\n") != std::string_view::npos) return {};
  const std::string lower = lower_name(name);
  const auto* const label = std::ranges::find(kLabels, lower, &Label::name);
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(
      ucnv_open(label == kLabels.end() ? lower.c_str() : label->converter, &status));
  if (U_FAILURE(status)) return {};
  switch (ucnv_getType(converter.get())) {
    case UCNV_UTF7:  // and others in which harmless bytes are other characters
    case UCNV_IMAP_MAILBOX:
    case UCNV_SCSU:
    case UCNV_BOCU1:
    case UCNV_COMPOUND_TEXT:
    case UCNV_EBCDIC_STATEFUL:
    case UCNV_HZ:
      return {};
    default:
      break;
  }
  // "<" has to be "<" (in EBCDIC it is not), or two bytes of UTF-16.
  const std::string_view canonical = ucnv_getName(converter.get(), &status);
  if (canonical.starts_with("UTF-16") || canonical.starts_with("UTF-32")) return converter;
  const char less = '<';
  std::array<UChar, 4> decoded{};
  const auto length = ucnv_toUChars(converter.get(), decoded.data(),
                                    static_cast<int32_t>(decoded.size()), &less, 1, &status);
  if (U_FAILURE(status) || length != 1 || decoded[0] != u'<') return {};
  return converter;
}

}  // namespace

std::optional<RepairedText> decode_charset(std::string_view bytes, std::string_view name) {
  const Converter converter = open_converter(name);
  if (!converter) return std::nullopt;
  RepairedText result;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_reset(converter.get());
  ucnv_setToUCallBack(converter.get(), &write_replacement, nullptr, nullptr, nullptr, &status);
  const Converter utf8(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return std::nullopt;
  // Piece by piece: ICU counts in 31 bits, and 16 MB twice over would be more than a page needs.
  constexpr std::size_t kPiece = std::size_t{16} << 10;
  std::array<char, 4 * kPiece> out{};
  std::array<UChar, kPiece> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  bool first = true;
  do {
    char* target = out.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(utf8.get(), converter.get(), &target, out.data() + out.size(), &source,
                   source_end, pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), first, true, &status);
    result.text.append(out.data(), target);
    first = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) return std::nullopt;
  for (std::size_t at = result.text.find("\uFFFD"); at != std::string::npos;
       at = result.text.find("\uFFFD", at + 3)) {
    result.bad_offsets.push_back(at);
  }
  return result;
}

}  // namespace idsearch::text
