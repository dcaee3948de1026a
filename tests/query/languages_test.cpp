// SPDX-License-Identifier: GPL-2.0-or-later
// Names of laws, offices and terms in many languages are found by their own words: in text, in
// notes, as phrases, as parts of longer names, and are marked to the byte. The whole way from a
// saved page through the index to the answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/index.hpp"
#include "idsearch/search.hpp"
#include "query/chars.hpp"
#include "query/words.hpp"
#include "tests/query/test_index.hpp"
#include "text/analyzer.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

/// What is typed, and the words of the passage that it must mark.
struct Question {
  std::string_view typed, written;
};

struct Row {
  std::string_view language;  ///< declared, or empty
  std::string_view known_as;  ///< what the index must say
  std::string_view text;
  std::string_view source;  ///< title of the work in the note
  std::vector<Question> questions;
  std::vector<std::string_view> in_note;
};

// NOLINTBEGIN(*)
const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {"th",
       "th",
       "กรมการปกครองออกบัตรประจำตัวประชาชนตามพระราชบัญญัติสัญชาติ พ.ศ. ๒๕๐๘ และระบบอัตลักษณ์ดิจิทัลแห่งชาติ",
       "พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562",
       {{"อัตลักษณ์ดิจิทัล", "อัตลักษณ์ดิจิทัล"},
        {"พระราชบัญญัติสัญชาติ", "พระราชบัญญัติสัญชาติ"},
        {"สัญชาติ", "สัญชาติ"},
        {"บัตรประจําตัวประชาชน", "บัตรประจำตัวประชาชน"},
        {"ประชาชน", "ประชาชน"},
        {"2508", "๒๕๐๘"}},
       {"คุ้มครองข้อมูลส่วนบุคคล", "ข้อมูล", "๒๕๖๒"}},
      {"",
       "km",
       "ច្បាប់ស្ដីពីសញ្ជាតិកំណត់អំពីអត្តសញ្ញាណប័ណ្ណ\u200Bសញ្ជាតិខ្មែរ និងក្រសួងមហាផ្ទៃ",
       "ច្បាប់ស្តីពីអត្រានុកូលដ្ឋាន ស្ថិតិអត្រានុកូលដ្ឋាន និងអត្តសញ្ញាណកម្ម",
       {{"ច្បាប់ស្ដីពីសញ្ជាតិ", "ច្បាប់ស្ដីពីសញ្ជាតិ"},
        {"ច្បាប់ស្តីពីសញ្ជាតិ", "ច្បាប់ស្ដីពីសញ្ជាតិ"},
        {"សញ្ជាតិខ្មែរ", "សញ្ជាតិខ្មែរ"},
        {"អត្តសញ្ញាណប័ណ្ណសញ្ជាតិ", "អត្តសញ្ញាណប័ណ្ណ\u200Bសញ្ជាតិ"},
        {"មហាផ្ទៃ", "មហាផ្ទៃ"}},
       {"អត្រានុកូលដ្ឋាន", "ច្បាប់ស្ដីពី"}},
      {"my",
       "my",
       "မြန်မာနိုင်ငံသားဥပဒေ ၁၉၈၂ အရ နိုင်ငံသားစိစစ်ရေးကတ်ပြားကို လူဝင်မှုကြီးကြပ်ရေးနှင့် ပြည်သူ့အင်အားဝန်ကြီးဌာနက ထုတ်ပေးသည်။",
       "မြန်မာနိုင်ငံ တိုင်းရင်းသားလူမျိုးများ",
       {{"နိုင်ငံသားဥပဒေ", "နိုင်ငံသားဥပဒေ"},
        {"ဥပဒေ", "ဥပဒေ"},
        {"နိုင်ငံသားစိစစ်ရေးကတ်", "နိုင်ငံသားစိစစ်ရေးကတ်"},
        {"ဝန်ကြီးဌာန", "ဝန်ကြီးဌာန"}},
       {"တိုင်းရင်းသား"}},
      {"",
       "lo",
       "ກົດໝາຍວ່າດ້ວຍສັນຊາດລາວ ແລະ ປຶ້ມສຳມະໂນຄົວ ຂອງກະຊວງປ້ອງກັນຄວາມສະຫງົບ",
       "ກົດໝາຍວ່າດ້ວຍການປົກປ້ອງຂໍ້ມູນເອເລັກໂຕຣນິກ",
       {{"ກົດໝາຍວ່າດ້ວຍສັນຊາດ", "ກົດໝາຍວ່າດ້ວຍສັນຊາດ"},
        {"ສັນຊາດລາວ", "ສັນຊາດລາວ"},
        {"ສໍາມະໂນຄົວ", "ສຳມະໂນຄົວ"},
        {"ກະຊວງ", "ກະຊວງ"}},
       {"ປົກປ້ອງຂໍ້ມູນ"}},
      {"zh-Hans",
       "zh",
       "公安机关依照居民身份证法发放居民身份证，个人信息保护法自2021年11月1日起施行。",
       "中华人民共和国网络安全法",
       {{"居民身份证", "居民身份证"},
        {"身份证", "身份证"},
        {"身份证法", "身份证法"},
        {"个人信息保护法", "个人信息保护法"},
        {"信息保护", "信息保护"},
        {"公安机关", "公安机关"}},
       {"网络安全法", "人民共和国"}},
      {"zh-Hant",
       "zh",
       "內政部戶政司依戶籍法管理國民身分證，個人資料保護法規範公務機關。",
       "戶籍法施行細則",
       {{"戶籍法", "戶籍法"},
        {"國民身分證", "國民身分證"},
        {"資料保護", "資料保護"},
        {"戶政司", "戶政司"}},
       {"施行細則"}},
      {"",
       "ja",
       "個人情報保護委員会は個人情報保護法を所管し、マイナンバーカードは市町村が交付する。",
       "行政手続における特定の個人を識別するための番号の利用等に関する法律",
       {{"個人情報保護法", "個人情報保護法"},
        {"情報保護委員会", "情報保護委員会"},
        {"マイナンバー", "マイナンバー"},
        {"ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ", "マイナンバーカード"},
        {"カード", "カード"}},
       {"番号の利用", "行政手続"}},
      {"ko",
       "ko",
       "주민등록법에 따라 주민등록증을 발급하며 개인정보 보호위원회가 개인정보보호법을 집행한다.",
       "대한민국 국적법",
       {{"주민등록법", "주민등록법"},
        {"주민등록", "주민등록"},
        {"개인정보보호위원회", "개인정보 보호위원회"},
        {"개인정보보호법", "개인정보보호법"}},
       {"국적법", "대한민국"}},
      {"ar",
       "ar",
       "ينص قانـون الجنسيّة على أن البطاقة الوطنية تصدر عن مصلحة الأحوال المدنية.",
       "القانون رقم ٢٦ لسنة ١٩٧٥ بشأن الجنسية المصرية",
       {{"قانون الجنسية", "قانـون الجنسيّة"},
        {"قَانُون", "قانـون"},
        {"البطاقه الوطنية", "الوطنية"},
        {"الاحوال المدنية", "الأحوال المدنية"}},
       {"الجنسية المصرية", "1975"}},
      {"fa",
       "fa",
       "کارت ملی توسط سازمان ثبت احوال صادر می\u200Cشود و قانون تابعیت آن را الزامی "
       "می‌کند.",
       "قانون ثبت احوال مصوب ۱۳۵۵",
       {{"کارت ملی", "کارت ملی"},
        {"كارت ملي", "کارت ملی"},
        {"میشود", "می\u200Cشود"},
        {"می\u200Cشود", "می\u200Cشود"},
        {"ثبت احوال", "ثبت احوال"}},
       {"قانون ثبت احوال", "1355"}},
      {"he",
       "he",
       "חוק האזרחות ורשות האוכלוסין מסדירים תעודת זהות בִּיוֹמֶטְרִית; צה״ל אינו רושם.",
       "חוק הגנת הפרטיות, התשמ״א–1981",
       {{"חוק האזרחות", "חוק האזרחות"},
        {"תעודת זהות", "תעודת זהות"},
        {"ביומטרית", "בִּיוֹמֶטְרִית"},
        {"צה\"ל", "צה״ל"}},
       {"הגנת הפרטיות", "התשמ\"א"}},
      {"hi",
       "hi",
       "भारतीय विशिष्ट पहचान प्राधिकरण आधार अधिनियम के अधीन आधार संख्या जारी करता है।",
       "नागरिकता अधिनियम, १९५५",
       {{"आधार", "आधार"},
        {"विशिष्ट पहचान प्राधिकरण", "विशिष्ट पहचान प्राधिकरण"},
        {"आधार अधिनियम", "आधार अधिनियम"}},
       {"नागरिकता अधिनियम", "1955"}},
      {"",
       "si",
       "පුද්ගලයන් ලියාපදිංචි කිරීමේ දෙපාර්තමේන්තුව ජාතික හැඳුනුම්පත නිකුත් කරන අතර ශ්\u200Dරී ලංකා පුරවැසි පනත "
       "නිරාගාරිකත්වය ගැන කියයි.",
       "පුද්ගලික දත්ත ආරක්ෂා කිරීමේ පනත",
       {{"නිරාගාරිකත්වය", "නිරාගාරිකත්වය"},
        {"ශ්\u200Dරී ලංකා", "ශ්\u200Dරී ලංකා"},
        {"ශ්රී ලංකා", "ශ්\u200Dරී ලංකා"},
        {"ජාතික හැඳුනුම්පත", "ජාතික හැඳුනුම්පත"}},
       {"දත්ත ආරක්ෂා"}},
      {"ru",
       "ru",
       "Федеральный закон «О персональных данных» и закон о гражданстве применяет Роскомнадзор; "
       "учёт "
       "ведёт МВД.",
       "О гражданстве Российской Федерации",
       {{"персональных данных", "персональных данных"},
        {"Роскомнадзор", "Роскомнадзор"},
        {"учет", "учёт"},
        {"о гражданстве", "о гражданстве"}},
       {"гражданстве Российской"}},
      {"tr",
       "tr",
       "İçişleri Bakanlığı, Nüfus Hizmetleri Kanunu uyarınca kimlik kartını verir; IĞDIR ilinde "
       "de.",
       "Kişisel Verilerin Korunması Kanunu",
       {{"içişleri", "İçişleri"},
        {"icisleri", "İçişleri"},
        {"İÇİŞLERİ BAKANLIĞI", "İçişleri Bakanlığı"},
        {"nufus hizmetleri", "Nüfus Hizmetleri"},
        {"ığdır", "IĞDIR"}},
       {"kişisel verilerin korunması", "kisisel verilerin"}},
      {"fr",
       "fr",
       "La carte nationale d’identité prouve l'état civil ; la Commission de l’informatique s’en "
       "saisit.",
       "Loi n° 78-17 relative à l’informatique, aux fichiers et aux libertés",
       {{"identité", "identité"},
        {"d'identité", "identité"},
        {"d’identité", "identité"},
        {"identite", "identité"},
        {"l’état civil", "état civil"},
        {"etat civil", "état civil"},
        {"carte nationale d'identité", "carte nationale d’identité"}},
       {"informatique", "l'informatique", "libertés"}},
      {"id",
       "id",
       "Kartu Tanda Penduduk elektronik diatur oleh Undang-Undang Administrasi Kependudukan.",
       "Undang-Undang Pelindungan Data Pribadi",
       {{"Kartu Tanda Penduduk", "Kartu Tanda Penduduk"},
        {"undang-undang administrasi", "Undang-Undang Administrasi"},
        {"kependudukan", "Kependudukan"}},
       {"pelindungan data pribadi"}},
  };
  return all;
}
// NOLINTEND(*)

/// A page with one paragraph and one note a row.
std::string page() {
  std::string body, list;
  std::size_t number = 0;
  for (const Row& row : rows()) {
    const std::string n = std::to_string(++number);
    const std::string lang =
        row.language.empty() ? "" : " lang=\"" + std::string(row.language) + "\"";
    body += "<p" + lang + ">" + std::string(row.text) + "<sup>[" + n + "]</sup></p>\n";
    list += "<li>" + std::string(row.source) + " (2020).</li>\n";
  }
  return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>India</title>"
         "</head><body><h1>India</h1><p>Last updated: 2 May 2024</p><h2>Law</h2>\n<p>A register is "
         "kept by the ministry in the capital of the country.</p>" +
         body + "<h2>References</h2><ol>" + list + "</ol></body></html>";
}

class Languages : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    profile_ = new Profile(parse_profile("india.html", page()));
    index_ = new TestIndex({*profile_});
    searcher_ = new Searcher(index_->open());
  }
  static void TearDownTestSuite() {
    delete searcher_;
    delete index_;
    delete profile_;
  }

  static const Passage& passage_of(const Row& row) {
    for (const Passage& passage : profile_->passages)
      if (passage.text == row.text) return passage;
    ADD_FAILURE() << "no passage: " << row.text;
    return profile_->passages.front();
  }

  static const Hit* hit_of(const SearchResult& result, const Row& row) {
    for (const Hit& hit : result.hits)
      if (hit.text == row.text) return &hit;
    return nullptr;
  }

  static bool marks(const Hit& hit, std::string_view written) {
    for (const Highlight& range : hit.highlights)
      if (hit.text.substr(range.start, range.end - range.start) == written) return true;
    return false;
  }

  static std::string marked(const Hit& hit) {
    std::string all;
    for (const Highlight& range : hit.highlights)
      all += "[" + hit.text.substr(range.start, range.end - range.start) + "]";
    return all;
  }

  static inline Profile* profile_ = nullptr;
  static inline TestIndex* index_ = nullptr;
  static inline Searcher* searcher_ = nullptr;
};

TEST_F(Languages, EachPassageHasTheLanguageThatIsDeclaredOrThatItsScriptShows) {
  ASSERT_EQ(profile_->passages.size(), rows().size() + 1);
  for (const Row& row : rows()) EXPECT_EQ(passage_of(row).language, row.known_as) << row.text;
  EXPECT_EQ(profile_->passages.front().language, "en");
}

TEST_F(Languages, TextIsFoundByItsOwnWords) {
  for (const Row& row : rows()) {
    for (const Question& question : row.questions) {
      SCOPED_TRACE(std::string(question.typed));
      const SearchResult result = searcher_->search(request_of(std::string(question.typed)));
      ASSERT_FALSE(result.hits.empty());
      EXPECT_EQ(result.hits.front().text, row.text);
      EXPECT_FALSE(result.hits.front().highlights.empty());
    }
  }
}

TEST_F(Languages, APhraseIsMarkedToTheByte) {
  for (const Row& row : rows()) {
    for (const Question& question : row.questions) {
      SCOPED_TRACE(std::string(question.typed));
      if (question.typed == "البطاقه الوطنية") continue;  // another spelling of one of its words
      const SearchResult result =
          searcher_->search(request_of(query::in_quotation_marks(question.typed)));
      const Hit* hit = hit_of(result, row);
      ASSERT_NE(hit, nullptr);
      EXPECT_TRUE(marks(*hit, question.written)) << marked(*hit);
      for (const Highlight& range : hit->highlights) {
        EXPECT_EQ(text::char_floor(hit->text, range.start), range.start);
        EXPECT_EQ(text::char_floor(hit->text, range.end), range.end);
      }
    }
  }
}

TEST_F(Languages, NotesAreFoundByTheirOwnWords) {
  for (const Row& row : rows()) {
    for (const std::string_view typed : row.in_note) {
      SCOPED_TRACE(std::string(typed));
      SearchRequest request = request_of(query::in_quotation_marks(typed));
      request.in = SearchIn::Notes;
      const SearchResult phrase = searcher_->search(request);
      EXPECT_NE(hit_of(phrase, row), nullptr);
      request.text = typed;
      const SearchResult words = searcher_->search(request);
      EXPECT_NE(hit_of(words, row), nullptr);
      const SearchResult field =
          searcher_->search(request_of("note:" + query::in_quotation_marks(typed)));
      EXPECT_NE(hit_of(field, row), nullptr);
    }
  }
}

constexpr std::string_view kWithoutBlanks[] = {"th", "km", "my", "lo", "zh", "ja", "ko"};

std::vector<std::size_t> starts_of_words(const std::vector<text::Token>& tokens) {
  std::vector<std::size_t> starts;
  for (const text::Token& token : tokens) starts.push_back(token.start);
  return starts;
}

TEST_F(Languages, AnyStretchOfTextWithoutBlanksIsFound) {
  const text::Analyzer analyzer;
  for (const Row& row : rows()) {
    const std::vector<text::Token> tokens = analyzer.analyze(row.text);
    if (std::ranges::find(kWithoutBlanks, row.known_as) == std::end(kWithoutBlanks)) continue;
    const std::vector<std::size_t> starts = starts_of_words(tokens);
    for (std::size_t first = 0; first < tokens.size(); ++first) {
      for (const std::size_t length : {1u, 2u, 3u, 5u, 8u}) {
        if (first + length > tokens.size()) continue;
        const std::size_t end = tokens[first + length - 1].end;
        const std::string stretch(row.text.substr(starts[first], end - starts[first]));
        const SearchResult result =
            searcher_->search(request_of(query::in_quotation_marks(stretch)));
        const Hit* hit = hit_of(result, row);
        ASSERT_NE(hit, nullptr) << stretch;
        ASSERT_TRUE(marks(*hit, stretch)) << stretch << ' ' << marked(*hit);
      }
    }
  }
}

TEST_F(Languages, APastedPassageFindsItselfAlsoWithMoreWordsThanAreLookedForSideBySide) {
  for (const Row& row : rows()) {
    const SearchResult result = searcher_->search(request_of(std::string(row.text)));
    ASSERT_FALSE(result.hits.empty()) << row.text;
    EXPECT_EQ(result.hits.front().text, row.text);
  }
  std::string all;
  for (const Row& row : rows()) all += std::string(row.text) + " ";
  EXPECT_EQ(searcher_->search(request_of(all + all)).hits.size(), rows().size());
}

TEST(LanguagesOfQueries, AWordOfADictionaryIsOneUnitAndItsCharactersAreTheParts) {
  const QueryWords words({"en"});
  const std::vector<WordUnit> units = words.units("居民身份证");
  ASSERT_EQ(units.size(), 3u);
  EXPECT_EQ(units[0].parts.size(), 2u);
  EXPECT_FALSE(units[0].joined.has_value());
  EXPECT_TRUE(units[0].parts[0].stems.empty());
  EXPECT_EQ(units[2].end, std::string_view("居民身份证").size());
}

TEST(LanguagesOfQueries, LettersOfSpacedScriptsKeepTheirWordsBesideHangul) {
  const QueryWords words({"en"});
  const std::vector<WordUnit> units = words.units("eID카드");
  ASSERT_EQ(units.size(), 2u);
  EXPECT_EQ(units[0].parts[0].folded, "eid");
  EXPECT_EQ(units[1].parts.size(), 2u);
}

}  // namespace
}  // namespace idsearch::query
