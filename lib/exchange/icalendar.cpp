#include "exchange/icalendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/hash.h"

namespace mentor::exchange {

namespace {

/// The text with what has a meaning of its own in iCalendar escaped.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char each : text) {
    if (each == '\r') continue;
    if (each == '\\' || each == ';' || each == ',') safe += '\\';
    safe += each == '\n' ? "\\n" : std::string(1, each);
  }
  return safe;
}

bool is_within_a_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// How many bytes of the text fit into so many, no letter cut.
std::size_t that_fit(std::string_view text, std::size_t room) {
  if (text.size() <= room) return text.size();
  while (room > 1 && is_within_a_letter(text[room])) --room;
  return room;
}

class Lines {
 public:
  /// A line, folded where it is too long; none without a value.
  void add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    constexpr std::size_t longest = 75;
    const std::string line = fmt::format("{}:{}", name, value);
    std::string_view rest = line;
    std::size_t room = longest;
    while (true) {
      const std::size_t fit = that_fit(rest, room);
      text_.append(rest.substr(0, fit)).append("\r\n");
      rest.remove_prefix(fit);
      if (rest.empty()) return;
      text_ += ' ';
      room = longest - 1;
    }
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string date(Day day) {
  std::string digits = day.iso();
  std::erase(digits, '-');
  return digits;
}

int sequence(Day made_on) {
  const Day from = Day::parse("2000-01-01").value();
  return std::max(0, made_on.days_since(from));
}

std::string uid(const std::string& identity) {
  constexpr std::size_t length = 32;
  return sha256(identity).substr(0, length) + "@mentorctl";
}

void add_event(Lines& lines, const DayEvent& event, const std::string& identity, Day made_on) {
  const std::string stamp = date(made_on) + "T000000Z";
  lines.add("BEGIN", "VEVENT");
  lines.add("UID", uid(identity));
  lines.add("DTSTAMP", stamp);
  lines.add("LAST-MODIFIED", stamp);
  lines.add("SEQUENCE", std::to_string(sequence(made_on)));
  lines.add("DTSTART;VALUE=DATE", date(event.on));
  lines.add("DTEND;VALUE=DATE", date(event.on.plus_days(1)));
  lines.add("SUMMARY", escaped(event.summary));
  lines.add("DESCRIPTION", escaped(event.description));
  lines.add("CATEGORIES", escaped(event.category));
  lines.add("CLASS", "PRIVATE");
  lines.add("TRANSP", "TRANSPARENT");
  lines.add("END", "VEVENT");
}

}  // namespace

std::string icalendar(std::vector<DayEvent> events, const CalendarHead& head) {
  std::ranges::stable_sort(
      events, {}, [](const DayEvent& each) { return std::tie(each.on, each.identity, each.summary); });
  if (events.empty()) events.push_back({"nothing is due", head.made_on, "nothing is due", {}, "nothing"});
  Lines lines;
  lines.add("BEGIN", "VCALENDAR");
  lines.add("VERSION", "2.0");
  lines.add("PRODID", "-//mentorctl//mentorctl//EN");
  lines.add("CALSCALE", "GREGORIAN");
  lines.add("X-WR-CALNAME", escaped(head.name));
  lines.add("X-WR-CALDESC", escaped(head.description));
  std::map<std::string, int> seen;
  for (const auto& each : events) {
    const int before = seen[each.identity]++;
    add_event(lines, each, before == 0 ? each.identity : fmt::format("{}\n{}", each.identity, before),
              head.made_on);
  }
  lines.add("END", "VCALENDAR");
  return lines.take();
}

}  // namespace mentor::exchange
