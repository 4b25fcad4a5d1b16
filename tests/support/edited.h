/// A record changed in its text: the text in, what is to change, the text out.
#pragma once

#include <string>

#include "support/records.h"

namespace mentor::test {

template <class Record, class Change>
std::string edited(const std::string& text, const std::string& path, Change change) {
  const Record before = record<Record>(text, path);
  Record after = before;
  change(after);
  return store::rewrite_record(text, before, after);
}

template <class Change>
std::string edited_mentor(const std::string& text, Change change) {
  return edited<Mentor>(text, "mentors/M-7KQ2D.yaml", change);
}

template <class Change>
std::string edited_match(const std::string& text, Change change) {
  return edited<Match>(text, "matches/P-9X2MC.yaml", change);
}

template <class Change>
std::string edited_sessions(const std::string& text, Change change) {
  return edited<SessionLog>(text, "sessions/P-9X2MC.yaml", change);
}

/// `text` with each LF made a CRLF.
inline std::string with_crlf(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

}  // namespace mentor::test
