#include "exchange/sqlite.h"

#include <dlfcn.h>
#include <sqlite3.h>

#include "base/errors.h"

namespace mentor::exchange {

namespace {

Trouble sqlite_trouble(const std::string& what) {
  return {Cause::machine, "cannot make the database: " + what + ", put that right and try again"};
}

/// What is called of SQLite, by its names without `sqlite3_`.
struct Sqlite {
  decltype(&sqlite3_open_v2) open_v2;
  decltype(&sqlite3_errstr) errstr;
  decltype(&sqlite3_close_v2) close_v2;
  decltype(&sqlite3_exec) exec;
  decltype(&sqlite3_errmsg) errmsg;
  decltype(&sqlite3_free) free;
  decltype(&sqlite3_serialize) serialize;
  decltype(&sqlite3_prepare_v2) prepare_v2;
  decltype(&sqlite3_finalize) finalize;
  decltype(&sqlite3_bind_null) bind_null;
  decltype(&sqlite3_bind_int64) bind_int64;
  decltype(&sqlite3_bind_double) bind_double;
  decltype(&sqlite3_bind_text64) bind_text64;
  decltype(&sqlite3_step) step;
  decltype(&sqlite3_reset) reset;
};

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));  // NOLINT: as POSIX means it
  if (!function) throw sqlite_trouble(std::string("its library has no ") + name);
}

Sqlite load() {
  void* library = ::dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) throw sqlite_trouble("SQLite's library libsqlite3.so.0 cannot be loaded");
  Sqlite loaded{};
  find(library, "sqlite3_open_v2", loaded.open_v2);
  find(library, "sqlite3_errstr", loaded.errstr);
  find(library, "sqlite3_close_v2", loaded.close_v2);
  find(library, "sqlite3_exec", loaded.exec);
  find(library, "sqlite3_errmsg", loaded.errmsg);
  find(library, "sqlite3_free", loaded.free);
  find(library, "sqlite3_serialize", loaded.serialize);
  find(library, "sqlite3_prepare_v2", loaded.prepare_v2);
  find(library, "sqlite3_finalize", loaded.finalize);
  find(library, "sqlite3_bind_null", loaded.bind_null);
  find(library, "sqlite3_bind_int64", loaded.bind_int64);
  find(library, "sqlite3_bind_double", loaded.bind_double);
  find(library, "sqlite3_bind_text64", loaded.bind_text64);
  find(library, "sqlite3_step", loaded.step);
  find(library, "sqlite3_reset", loaded.reset);
  return loaded;
}

/// Loaded when an export asks for it: to bind it at each start took longer than all else that most commands
/// do.
const Sqlite& sqlite() {
  static const Sqlite loaded = load();
  return loaded;
}

}  // namespace

Database::Database() {
  sqlite3* opened = nullptr;
  const int answer = sqlite().open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                      nullptr);
  database_.reset(opened);
  if (answer != SQLITE_OK) throw sqlite_trouble(sqlite().errstr(answer));
  run("PRAGMA foreign_keys = ON");
}

void Database::Close::operator()(sqlite3* database) const { sqlite().close_v2(database); }

void Database::run(const std::string& sql) {
  if (sqlite().exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    throw sqlite_trouble(sqlite().errmsg(database_.get()));
}

std::string Database::bytes() const {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> all(
      sqlite().serialize(database_.get(), "main", &size, 0), sqlite().free);
  if (!all) throw sqlite_trouble("out of memory");
  return {all.get(), all.get() + size};
}

Insertion::Insertion(const Database& database, const std::string& sql) : database_(database) {
  sqlite3_stmt* prepared = nullptr;
  take(sqlite().prepare_v2(database.database_.get(), sql.c_str(), -1, &prepared, nullptr));
  statement_.reset(prepared);
}

void Insertion::Finalize::operator()(sqlite3_stmt* statement) const { sqlite().finalize(statement); }

void Insertion::add_nothing() { take(sqlite().bind_null(statement_.get(), ++place_)); }

void Insertion::add(std::int64_t number) { take(sqlite().bind_int64(statement_.get(), ++place_, number)); }

void Insertion::add(double number) { take(sqlite().bind_double(statement_.get(), ++place_, number)); }

void Insertion::add(std::string_view text) {
  take(sqlite().bind_text64(statement_.get(), ++place_, text.data(), text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8));
}

void Insertion::insert() {
  const int answer = sqlite().step(statement_.get());
  if (answer != SQLITE_DONE) take(answer);
  take(sqlite().reset(statement_.get()));
  place_ = 0;
}

void Insertion::take(int answer) const {
  if (answer != SQLITE_OK) throw sqlite_trouble(sqlite().errmsg(database_.database_.get()));
}

}  // namespace mentor::exchange
