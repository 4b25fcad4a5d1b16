#include "cmd/report_file.h"

#include <ostream>
#include <sstream>

#include "cmd/output_file.h"

namespace mentor::cmd {

int into_file(const Call& call, const std::string& path, const std::function<int(const Call&)>& print) {
  constexpr std::size_t width = 80;
  must_be_place_for_output(path);
  std::ostringstream out;
  Io io{out,
        call.io.err,
        call.io.in,
        false,
        false,
        width,
        call.io.clock_day,
        call.io.random,
        call.io.edit,
        call.io.environment,
        call.io.program};
  io.progress = call.io.progress;
  const int status = print({io, call.globals});
  put_out(call, path, [&] { write_output(path, out.view()); });
  return status;
}

}  // namespace mentor::cmd
