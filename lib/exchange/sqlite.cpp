#include "exchange/sqlite.h"

#include <sqlite3.h>

#include "base/errors.h"

namespace mentor::exchange {

namespace {

Trouble sqlite_trouble(const std::string& what) {
  return {Cause::machine, "cannot make the database: " + what + ", put that right and try again"};
}

}  // namespace

Database::Database() {
  sqlite3* opened = nullptr;
  const int answer = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                     nullptr);
  database_.reset(opened);
  if (answer != SQLITE_OK) throw sqlite_trouble(sqlite3_errstr(answer));
  run("PRAGMA foreign_keys = ON");
}

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

void Database::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    throw sqlite_trouble(sqlite3_errmsg(database_.get()));
}

std::string Database::bytes() const {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> all(
      sqlite3_serialize(database_.get(), "main", &size, 0), sqlite3_free);
  if (!all) throw sqlite_trouble("out of memory");
  return {all.get(), all.get() + size};
}

Insertion::Insertion(const Database& database, const std::string& sql) : database_(database) {
  sqlite3_stmt* prepared = nullptr;
  take(sqlite3_prepare_v2(database.database_.get(), sql.c_str(), -1, &prepared, nullptr));
  statement_.reset(prepared);
}

void Insertion::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Insertion::add_nothing() { take(sqlite3_bind_null(statement_.get(), ++place_)); }

void Insertion::add(std::int64_t number) { take(sqlite3_bind_int64(statement_.get(), ++place_, number)); }

void Insertion::add(double number) { take(sqlite3_bind_double(statement_.get(), ++place_, number)); }

void Insertion::add(std::string_view text) {
  take(sqlite3_bind_text64(statement_.get(), ++place_, text.data(), text.size(), SQLITE_TRANSIENT,
                           SQLITE_UTF8));
}

void Insertion::insert() {
  const int answer = sqlite3_step(statement_.get());
  if (answer != SQLITE_DONE) take(answer);
  take(sqlite3_reset(statement_.get()));
  place_ = 0;
}

void Insertion::take(int answer) const {
  if (answer != SQLITE_OK) throw sqlite_trouble(sqlite3_errmsg(database_.database_.get()));
}

}  // namespace mentor::exchange
