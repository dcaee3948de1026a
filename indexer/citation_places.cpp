// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_places.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "indexer/among.hpp"
#include "indexer/citation_text.hpp"
#include "text/country.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Nothing in a name shows that it is a city's. Parted by "|". Not so cities that other things are
// called by, as well ("Victoria", "Nice", "Hamilton"), nor those that are called as their state.
constexpr std::string_view kCities =
    "|Aberdeen|Abidjan|Abingdon|Abu Dhabi|Abuja|Accra|Addis Ababa|Adelaide|Ahmedabad|"
    "Aix-en-Provence|Albany|Aldershot|Aleppo|Alexandria|Alger|Algiers|Almaty|Amherst|Amman|"
    "Amsterdam|Andorra la Vella|Ankara|Ann Arbor|Antananarivo|Antwerp|Apia|Arequipa|Arusha|"
    "Ashgabat|Asmara|Astana|Asunción|Athens|Atlanta|Auckland|Austin|Baghdad|Baku|Baltimore|"
    "Bamako|Bandar Seri Begawan|Bandung|Bangalore|Bangkok|Bangui|Banjul|Barcelona|Basel|"
    "Basingstoke|Basra|Basseterre|Beijing|Beirut|Belfast|Belgrade|Belmopan|Belo Horizonte|"
    "Bengaluru|Berkeley|Berlin|Bern|Berne|Beyrouth|Bielefeld|Bilbao|Birmingham|Bishkek|"
    "Bissau|Bloemfontein|Bloomington|Bogota|Bogotá|Bologna|Bombay|Bonn|Boston|Brasilia|"
    "Brasília|Bratislava|Brazzaville|Bremen|Bridgetown|Brighton|Brisbane|Bristol|Brno|"
    "Brussels|Bruxelles|Bucharest|Budapest|Buenos Aires|Bujumbura|Bulawayo|Bursa|Busan|"
    "Cairo|Calcutta|Calgary|Cambridge|Campinas|Canberra|Canterbury|Cape Town|Caracas|"
    "Cardiff|Casablanca|Castries|Cham|Chapel Hill|Cheltenham|Chennai|Chiang Mai|Chicago|"
    "Chisinau|Chittagong|Chișinău|Christchurch|Ciudad de México|Cluj-Napoca|Cochabamba|"
    "Coimbra|Colchester|Cologne|Colombo|Conakry|Copenhagen|Cork|Cotonou|Cuenca|Curitiba|"
    "Cusco|Da Nang|Dakar|Dallas|Damascus|Dar es Salaam|Darwin|Delhi|Den Haag|Denver|"
    "Detroit|Dhaka|Dili|Dodoma|Doha|Dordrecht|Douala|Dubai|Dublin|Dundee|Dunedin|Durban|"
    "Durham|Dushanbe|Düsseldorf|Edinburgh|Edmonton|Eindhoven|Englewood Cliffs|Erbil|Exeter|"
    "Farnham|Florence|Frankfurt|Frankfurt am Main|Freetown|Freiburg|Fribourg|Funafuti|"
    "Gaborone|Galway|Gaziantep|Geneva|Genf|Gent|Genève|Georgetown|Ghent|Ginebra|Glasgow|"
    "Goma|Gothenburg|Granada|Graz|Grenoble|Groningen|Guangzhou|Guatemala City|Guayaquil|"
    "Göttingen|Haarlem|Haifa|Halifax|Hamburg|Hannover|Hanoi|Harare|Hargeisa|Havana|"
    "Heidelberg|Helsinki|Ho Chi Minh City|Hobart|Hoboken|Hong Kong|Honiara|Honolulu|"
    "Houston|Hyderabad|Ibadan|Innsbruck|Islamabad|Istanbul|Ithaca|Izmir|Jaffna|Jaipur|"
    "Jakarta|Jeddah|Jena|Jerusalem|Johannesburg|Juba|Kabul|Kampala|Kandy|Kano|Kaohsiung|"
    "Karachi|Kathmandu|Kaunas|Kazan|Kharkiv|Khartoum|Kiel|Kiev|Kigali|Kingston|Kingstown|"
    "Kinshasa|Kisumu|Kochi|Kolkata|Koror|Krakow|Kraków|Kuala Lumpur|Kumasi|Kuwait City|"
    "Kyiv|Kyoto|La Habana|La Haya|La Haye|La Paz|Lagos|Lahore|Lalitpur|Lanham|Lausanne|"
    "Leeds|Leicester|Leiden|Leipzig|Leuven|Libreville|Lilongwe|Lima|Limerick|Lisboa|Lisbon|"
    "Liverpool|Liège|Ljubljana|Lomé|London|Londres|Los Angeles|Louvain|Louvain-la-Neuve|"
    "Luanda|Lubumbashi|Lucerne|Lucknow|Lund|Lusaka|Luzern|Lviv|Lyon|Maastricht|Madrid|"
    "Mainz|Majuro|Makati|Malabo|Malmö|Malé|Managua|Manama|Manchester|Mandalay|Manila|"
    "Maputo|Marburg|Marseille|Maseru|Mashhad|Mbabane|Medellín|Melbourne|Mexico City|Miami|"
    "Milan|Milano|Minneapolis|Minsk|Mogadishu|Mombasa|Monrovia|Montevideo|Montreal|"
    "Montréal|Moroni|Moscow|Mosul|Mumbai|Munich|Muscat|München|Münster|N'Djamena|Nablus|"
    "Nagoya|Nairobi|Namur|Nanjing|Naples|Nassau|Naypyidaw|New Delhi|New Haven|New Orleans|"
    "New York|New York City|Niamey|Nicosia|Nijmegen|Niterói|Northampton|Norwich|Nottingham|"
    "Nouakchott|Novi Sad|Novosibirsk|Nuku'alofa|Nukuʻalofa|Nuku’alofa|Nur-Sultan|Nuremberg|"
    "N’Djamena|Odense|Odesa|Odessa|Opladen|Osaka|Osh|Oslo|Ottawa|Ouagadougou|Oulu|Oxford|"
    "Padova|Padua|Palikir|Panama City|Paramaribo|Paris|Penang|Perth|Peshawar|Petaling Jaya|"
    "Philadelphia|Phnom Penh|Pisa|Pittsburgh|Podgorica|Pokhara|Port Louis|Port Moresby|"
    "Port Vila|Port of Spain|Port-au-Prince|Portland|Porto|Porto Alegre|Porto-Novo|Prague|"
    "Praha|Praia|Pretoria|Princeton|Prishtina|Pristina|Pune|Putrajaya|Pyongyang|Qom|"
    "Quebec City|Quezon City|Quito|Québec|Rabat|Ramallah|Rangoon|Rawalpindi|Recife|"
    "Reykjavik|Reykjavík|Riga|Rijeka|Rio de Janeiro|Riyadh|Roma|Rome|Roseau|Rotterdam|"
    "Saint Petersburg|Salamanca|Salzburg|Samarkand|San Antonio|San Diego|San Francisco|"
    "San José|San Salvador|Sana'a|Sana’a|Santa Monica|Santiago|Santiago de Chile|"
    "Santo Domingo|Sarajevo|Seattle|Seoul|Sevilla|Seville|Shanghai|Sheffield|Skopje|Sofia|"
    "Southampton|St Gallen|St Petersburg|St. Petersburg|Stanford|Stellenbosch|Stockholm|"
    "Strasbourg|Stuttgart|Sucre|Surabaya|Suva|Swansea|Sydney|Szeged|São Paulo|São Tomé|"
    "Tabriz|Taipei|Tallinn|Tampere|Tarawa|Tartu|Tashkent|Tbilisi|Tegucigalpa|Tehran|"
    "Tel Aviv|The Hague|Thimphu|Thousand Oaks|Tilburg|Tirana|Tokyo|Torino|Toronto|Toulouse|"
    "Trento|Trieste|Tripoli|Trondheim|Tucson|Tunis|Turin|Turku|Tübingen|Ulaanbaatar|"
    "Uppsala|Utrecht|Vaduz|Valletta|Vancouver|Vienna|Vientiane|Vilnius|Warsaw|Warszawa|"
    "Washington|Waterloo|Wellington|Wien|Wiesbaden|Windhoek|Winnipeg|Würzburg|Yamoussoukro|"
    "Yangon|Yaoundé|Yaren|Yekaterinburg|Yerevan|Yogyakarta|Zagreb|Zaragoza|Zurich|Zürich|"
    "Алматы|Астана|Баку|Белград|Београд|Бишкек|Душанбе|Ереван|Киев|Кишинев|Київ|Минск|"
    "Москва|Рига|Санкт-Петербург|Сараево|Скопје|София|Ташкент|Тбилиси|الرباط|الرياض|"
    "القاهرة|بغداد|بيروت|جنيف|دمشق|عمّان|上海|北京|大阪|東京|";

// States behind a city, "Washington, DC"; countries are looked up.
constexpr std::string_view kRegions[] = {"CA",
                                         "CT",
                                         "Calif",
                                         "California",
                                         "Conn",
                                         "Connecticut",
                                         "D.C.",
                                         "DC",
                                         "England",
                                         "IL",
                                         "IN",
                                         "Illinois",
                                         "Indiana",
                                         "MA",
                                         "MD",
                                         "MN",
                                         "Maryland",
                                         "Mass",
                                         "Massachusetts",
                                         "Minnesota",
                                         "N.J.",
                                         "N.Y.",
                                         "NC",
                                         "NJ",
                                         "NSW",
                                         "NY",
                                         "New Jersey",
                                         "New York",
                                         "North Carolina",
                                         "OR",
                                         "Ont",
                                         "Ontario",
                                         "Oregon",
                                         "PA",
                                         "Pa",
                                         "Pennsylvania",
                                         "Quebec",
                                         "Scotland",
                                         "U.K.",
                                         "U.S.",
                                         "U.S.A.",
                                         "UK",
                                         "US",
                                         "USA",
                                         "VIC",
                                         "Victoria",
                                         "WA",
                                         "Wales",
                                         "Washington"};

// Before ": " only: a law or a country's name may stand like them elsewhere.
constexpr std::string_view kCityStates[] = {"Djibouti", "Luxembourg", "Monaco", "Singapore"};

// Words of institutions that sit in several cities.
constexpr std::string_view kOneOfSeveral[] = {
    "Branch", "Bureau",     "Campus",     "Chapter", "College",  "Consulate", "Council",
    "Court",  "Delegation", "Department", "Embassy", "High",     "Mission",   "Office",
    "Police", "Registry",   "School",     "Station", "Tribunal", "Universi"};

bool is_city(std::string_view name) {
  constexpr std::size_t kLongest = 30;  // bytes; "Bandar Seri Begawan" has 19
  if (name.empty() || name.size() > kLongest || name.find('|') != kEnd) return false;
  return kCities.find('|' + std::string(name) + '|') != kEnd;
}

bool is_region(std::string_view name) {
  if (name.ends_with('.') && !is_among(kRegions, name)) name.remove_suffix(1);
  return is_among(kRegions, name) || text::country_code_of_name(name).has_value();
}

// "Portland, Oregon": how far the city and its state go; 0 when no city begins the text.
std::size_t end_of_city(std::string_view text) {
  std::size_t end = std::min(text.find(','), text.size());
  if (!is_city(trim(text.substr(0, end)))) return 0;
  if (end == text.size()) return end;
  const std::size_t next = std::min(text.find(',', end + 1), text.size());
  return is_region(trim(text.substr(end + 1, next - end - 1))) ? next : end;
}

}  // namespace

bool is_publishing_place(std::string_view text) {
  text = trim(text);
  constexpr std::size_t kLongest = 80;  // bytes; three cities with their states
  if (text.empty() || text.size() > kLongest) return false;
  for (const std::string_view joint : {" and ", " & ", "/", ";", " - ", " – "}) {
    const std::size_t at = text.find(joint);
    if (at != kEnd)
      return is_publishing_place(text.substr(0, at)) &&
             is_publishing_place(text.substr(at + joint.size()));
  }
  while (!text.empty()) {
    const std::size_t end = end_of_city(text);
    if (end == 0) return false;
    text = trim(text.substr(std::min(end + 1, text.size())));
  }
  return true;
}

Imprint read_imprint(std::string_view text) {
  text = trim(text);
  if (is_publishing_place(text)) return {text, {}};
  const std::size_t colon = text.find(':');
  if (colon != kEnd && colon + 1 < text.size() && text[colon + 1] != '/') {
    const std::string_view place = trim(text.substr(0, colon));
    if (is_publishing_place(place) || is_among(kCityStates, place)) {
      const std::string_view publisher = trim(text.substr(colon + 1));
      return {place, publisher};
    }
    return {};
  }
  const std::size_t end = end_of_city(text);
  if (end == 0 || end == text.size()) return {};
  return {trim(text.substr(0, end)), trim(text.substr(end + 1))};
}

std::string_view without_place_behind(std::string_view text) {
  text = trim(text);
  // "Harbour Press, Portland, Oregon": the state goes with its city.
  for (std::size_t comma = text.find(','); comma != kEnd; comma = text.find(',', comma + 1)) {
    if (!is_publishing_place(text.substr(comma + 1))) continue;
    const std::string_view name = trim(text.substr(0, comma));
    const bool one_of_several = std::ranges::any_of(
        kOneOfSeveral, [&](std::string_view word) { return name.find(word) != kEnd; });
    return one_of_several ? text : name;
  }
  return text;
}

}  // namespace idsearch::indexer
