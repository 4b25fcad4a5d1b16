/// What no single field shows: whether a record makes sense as a whole, and beside what it refers to.
///
/// Checked are: words that no edition of the scheme's policy has, a scheme that does not run here, an end
/// before its start, entries with the same identifier, a session that is neither held nor cancelled (or
/// both), a claim before its session, a step without what it is about, and a match whose people are in
/// another scheme. What is wrong is added to `problems`.
#pragma once

#include "base/problem.h"
#include "model/register.h"
#include "policy/edition.h"

namespace mentor::store {

/// `records` holds what the record refers to. Instantiated for each kind of record.
template <class Record>
void check_soundness(const Record& record, const Register& records, const policy::Policies& policies,
                     Problems& problems);

}  // namespace mentor::store
