#include "exchange/sheet_fields.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "exchange/referral_fields.h"

namespace mentor::exchange {

namespace {

constexpr std::string_view first_name_heading = "first_name";
constexpr std::string_view surname_heading = "surname";
constexpr std::string_view referrals = "referrals";

/// A heading as people write it, folded, and the one that it stands for.
struct Synonym {
  std::string_view folded;
  std::string_view key;
  std::string_view part{};  ///< of a group
};

constexpr auto of_people = std::to_array<Synonym>({
    {"fullname", key_of(&Mentor::name)},
    {"namefull", key_of(&Mentor::name)},
    {"mentor", key_of(&Mentor::name)},
    {"mentorname", key_of(&Mentor::name)},
    {"nameofmentor", key_of(&Mentor::name)},
    {"youngperson", key_of(&Mentor::name)},
    {"youngpersonname", key_of(&Mentor::name)},
    {"nameofyoungperson", key_of(&Mentor::name)},
    {"mentee", key_of(&Mentor::name)},
    {"forename", first_name_heading},
    {"firstname", first_name_heading},
    {"givenname", first_name_heading},
    {"christianname", first_name_heading},
    {"lastname", surname_heading},
    {"familyname", surname_heading},
    {"dob", key_of(&Mentor::born)},
    {"dateofbirth", key_of(&Mentor::born)},
    {"birthdate", key_of(&Mentor::born)},
    {"birthday", key_of(&Mentor::born)},
    {"sex", key_of(&Mentor::gender)},
    {"mobile", key_of(&Mentor::phone)},
    {"telephone", key_of(&Mentor::phone)},
    {"tel", key_of(&Mentor::phone)},
    {"phonenumber", key_of(&Mentor::phone)},
    {"mobilenumber", key_of(&Mentor::phone)},
    {"telephonenumber", key_of(&Mentor::phone)},
    {"emailaddress", key_of(&Mentor::email)},
    {"town", key_of(&Mentor::area)},
    {"language", key_of(&Mentor::languages)},
    {"interest", key_of(&Mentor::interests)},
    {"hobbies", key_of(&Mentor::interests)},
    {"enquirydate", key_of(&Mentor::enquired)},
    {"dateofenquiry", key_of(&Mentor::enquired)},
    {"mentorrole", key_of(&Mentor::role)},
    {"need", key_of(&YoungPerson::needs)},
    {"areasofneed", key_of(&YoungPerson::needs)},
    {"group", key_of(&YoungPerson::groups)},
    {"emergencycontact", key_of(&YoungPerson::emergency_contacts)},
    {"agreed", key_of(&YoungPerson::agreed_on)},
    {"dateagreed", key_of(&YoungPerson::agreed_on)},
    {"consentdate", key_of(&YoungPerson::agreed_on)},
    {"referraldate", key_of(&YoungPerson::referred), key_of(&Referral::on)},
    {"dateofreferral", key_of(&YoungPerson::referred), key_of(&Referral::on)},
    {"datereferred", key_of(&YoungPerson::referred), key_of(&Referral::on)},
    {"referred", key_of(&YoungPerson::referred), key_of(&Referral::on)},
    {"referrer", key_of(&YoungPerson::referred), key_of(&Referral::by)},
    {"referrerrole", key_of(&YoungPerson::referred), key_of(&Referral::role)},
    {"referringorganisation", key_of(&YoungPerson::referred), key_of(&Referral::organisation)},
    {"referringagency", key_of(&YoungPerson::referred), key_of(&Referral::organisation)},
    {"eet", key_of(&YoungPerson::eet), key_of(&EetRecord::status)},
    {"eetstatus", key_of(&YoungPerson::eet), key_of(&EetRecord::status)},
    {"barriers", key_of(&YoungPerson::eet), key_of(&EetRecord::barriers)},
});

constexpr auto of_sessions = std::to_array<Synonym>({
    {"matchid", RecordKind<Match>::noun},
    {"pair", RecordKind<Match>::noun},
    {"mentorname", RecordKind<Mentor>::noun},
    {"youngpersonname", key_of(&Match::young_person)},
    {"yp", key_of(&Match::young_person)},
    {"mentee", key_of(&Match::young_person)},
    {"sessiondate", key_of(&Session::date)},
    {"dateofsession", key_of(&Session::date)},
    {"duration", key_of(&Session::minutes)},
    {"length", key_of(&Session::minutes)},
    {"mins", key_of(&Session::minutes)},
    {"durationminutes", key_of(&Session::minutes)},
    {"durationmins", key_of(&Session::minutes)},
    {"lengthminutes", key_of(&Session::minutes)},
    {"type", key_of(&Session::kind)},
    {"sessiontype", key_of(&Session::kind)},
    {"sessionkind", key_of(&Session::kind)},
    {"cancelled", key_of(&Session::cancelled_by)},
    {"spent", key_of(&Session::cost)},
    {"spend", key_of(&Session::cost)},
    {"notes", key_of(&Session::note)},
    {"comments", key_of(&Session::note)},
});

bool is_of(const RecordTable& table, std::string_view folder) {
  return table.folder == folder && table.list.empty();
}

bool is_of_people(const RecordTable& table) {
  return is_of(table, RecordKind<Mentor>::folder) || is_of(table, RecordKind<YoungPerson>::folder);
}

std::vector<SheetField> fields_of_table(const RecordTable& table) {
  std::vector<SheetField> fields;
  const auto add = [&](std::string_view heading, Says says) {
    fields.push_back({std::string(heading), says, {}});
  };
  if (!table.owner.empty()) add(table.owner, Says::owner);
  for (const auto& column : table.columns) fields.push_back({column.heading, Says::field, column});
  if (is_of_people(table)) {
    add(first_name_heading, Says::first_name);
    add(surname_heading, Says::surname);
  }
  if (is_of(table, RecordKind<YoungPerson>::folder)) {
    for (const auto& part : describe<StandingOnForm>()) {
      const std::string heading = heading_of(eet_in_schema.key, part.key);
      fields.push_back({heading, Says::standing, {heading, eet_in_schema.key, part, false}});
    }
  }
  if (is_of(table, RecordKind<SessionLog>::folder)) {
    add(RecordKind<Mentor>::noun, Says::mentor);
    add(key_of(&Match::young_person), Says::young_person);
  }
  add(reason_heading(table), Says::reason);
  return fields;
}

std::span<const Synonym> synonyms_of(const RecordTable& table) {
  if (is_of_people(table)) return of_people;
  if (is_of(table, RecordKind<SessionLog>::folder)) return of_sessions;
  return {};
}

}  // namespace

const std::vector<SheetField>& sheet_fields(const RecordTable& table) {
  static const std::map<std::string, std::vector<SheetField>> all = [] {
    std::map<std::string, std::vector<SheetField>> made;
    for (const auto& each : record_tables()) made.emplace(each.name, fields_of_table(each));
    return made;
  }();
  return all.at(table.name);
}

const SheetField* find_field(const RecordTable& table, std::string_view heading) {
  const auto& fields = sheet_fields(table);
  const auto found = std::ranges::find(fields, heading, &SheetField::heading);
  return found == fields.end() ? nullptr : &*found;
}

const SheetField* field_meant(const RecordTable& table, std::string_view heading) {
  const std::string folded = fold_heading(heading);
  for (const auto& each : sheet_fields(table)) {
    if (fold_heading(each.heading) == folded) return &each;
  }
  for (const auto& [synonym, key, part] : synonyms_of(table)) {
    if (synonym != folded) continue;
    if (const SheetField* found = find_field(table, heading_of(key, part))) return found;
  }
  return nullptr;
}

const RecordTable* table_meant(std::string_view word) {
  return find_table(word == referrals ? RecordKind<YoungPerson>::folder : word);
}

std::string reason_heading(const RecordTable& table) {
  const bool taken = std::ranges::find(table.columns, "reason", &TableColumn::heading) != table.columns.end();
  return taken ? "why_rejected" : "reason";
}

std::string fold_heading(std::string_view heading) {
  std::string folded = fold(heading);
  std::erase_if(folded, [](char sign) {
    const auto byte = static_cast<unsigned char>(sign);
    return byte < 0x80 && !(sign >= 'a' && sign <= 'z') && !(sign >= '0' && sign <= '9');
  });
  return folded;
}

}  // namespace mentor::exchange
