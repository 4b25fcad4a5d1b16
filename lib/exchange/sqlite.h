/// A database of SQLite's in memory: the little of it that an export needs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace mentor::exchange {

/// An empty database, with foreign keys enforced. What SQLite has to say against a step is thrown as
/// Trouble(machine).
class Database {
 public:
  Database();

  /// Runs statements that give no rows.
  void run(const std::string& sql);
  /// The whole database as the bytes of a file: the same steps give the same bytes.
  [[nodiscard]] std::string bytes() const;

 private:
  friend class Insertion;
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

/// A statement that inserts a row, run as often as there are rows.
class Insertion {
 public:
  Insertion(const Database& database, const std::string& sql);

  /// The values of a row, one after the other.
  void add_nothing();
  void add(std::int64_t number);
  void add(double number);
  void add(std::string_view text);
  /// Inserts the row, and begins the next.
  void insert();

 private:
  void take(int answer) const;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int place_ = 0;
};

}  // namespace mentor::exchange
