#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "docs/pages.h"

namespace mentor::docs {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view dialect = "https://json-schema.org/draft/2020-12/schema";
constexpr std::string_view crockford = "[0-9A-HJKMNP-TV-Z]{5}";

Json object(const std::vector<FieldShape>& fields);

Json text_like(std::string_view pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

template <class Number>
Json within(std::string_view type, Number from, Number to) {
  return {{"type", type}, {"minimum", from}, {"maximum", to}};
}

Json date() { return {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}; }

Json identifier(char letter) {
  return text_like(fmt::format("^{}-{}$", letter == 0 ? "[A-Z]" : std::string(1, letter), crockford));
}

/// `16-18` is text to a YAML reader, `17` a number.
Json ages() { return {{"anyOf", {text_like("^[0-9]{1,3}-[0-9]{1,3}$"), within("integer", 0, 999)}}}; }

/// Yes and no are the words, as YAML 1.2 reads them and as the program insists on: `true` in a record is
/// refused. A reader of YAML 1.1 turns them into booleans and dates into dates, so it must be told to leave
/// scalars as text.
Json truth() { return {{"enum", {"yes", "no"}}}; }

Json one(const FieldShape& field) {
  switch (field.kind) {
    case Kind::text:
      return {{"type", "string"}, {"minLength", 1}};
    case Kind::date:
      return date();
    case Kind::span:
      return text_like("^([1-9][0-9]{0,2} )?(day|week|month|year)s?$");
    case Kind::truth:
      return truth();
    case Kind::minutes:
      return within("integer", 1, 1440);
    case Kind::money:
      return within("number", 0.0, 99999.99);
    case Kind::share:
      return within("number", 0.01, 1.0);
    case Kind::count:
      return within("integer", 0, 999);
    case Kind::ages:
      return ages();
    case Kind::id:
      return identifier(field.letter);
    case Kind::word:
      return {{"enum", field.words}};
    case Kind::group:
    case Kind::entry:
      break;
  }
  return object(field.fields);
}

std::string description(const FieldShape& field) {
  const auto& vocabulary = field.traits.vocabulary;
  if (vocabulary.empty()) return std::string(field.means);
  return fmt::format("{}; from the policy's list '{}'", field.means, vocabulary);
}

Json value(const FieldShape& field) {
  Json schema = {{"description", description(field)}};
  schema.update(field.is_list ? Json{{"type", "array"}, {"items", one(field)}} : one(field));
  return schema;
}

Json object(const std::vector<FieldShape>& fields) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const auto& field : fields) {
    properties[std::string(field.key)] = value(field);
    if (field.traits.required) required.push_back(field.key);
  }
  Json schema = {{"type", "object"}, {"properties", properties}};
  if (!required.empty()) schema["required"] = required;
  schema["additionalProperties"] = false;
  return schema;
}

Page page(const RecordShape& shape) {
  Json schema = {{"$schema", dialect}, {"title", shape.noun}, {"description", sample_of(shape).what}};
  schema.update(shape.is_log ? Json{{"type", "array"}, {"items", object(shape.fields)}}
                             : object(shape.fields));
  const auto name = shape.folder.empty() ? shape.plural : shape.folder;
  return {fmt::format("schema/{}.json", name), schema.dump(2) + "\n"};
}

}  // namespace

std::vector<Page> schema_pages() {
  std::vector<Page> pages;
  for (const auto& shape : record_shapes()) pages.push_back(page(shape));
  return pages;
}

}  // namespace mentor::docs
