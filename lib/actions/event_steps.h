/// A training or an information session counts as that step of preparation for the mentors who came.
#pragma once

#include "actions/plan.h"

namespace mentor::actions {

/// Throws Trouble (usage) when the event names topics and is no training, names one that is no word of its
/// scheme, or names none and a mentor came to it. A training without topics counts for all that the policy
/// asks for on its day, where that says that they are covered at once (rules/readiness.h): they are put in,
/// and `notes` tells it.
void settle_topics(Event& event, const Facts& facts, std::vector<std::string>& notes);

/// Adds to the plan the mentors who came, each with the steps that the event counts as: one, or one for each
/// topic, on the event's day. A step that they have already stays as it is. The notes tell who was given
/// what. The mentors must be in the register. Rotherham
/// DLT report §3.8, §4.1.
void add_steps(Plan& plan, const Event& event, const Facts& facts);

/// Notes that a training which says no topics is a step for none of the mentors who came.
void tell_of_no_topics(Plan& plan, const Event& event);

/// Notes whose steps of an event that was corrected no longer say the same as the event: a correction leaves
/// them as they are.
void tell_of_steps_left(Plan& plan, const Event& before, const Event& after);

}  // namespace mentor::actions
