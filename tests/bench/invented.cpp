#include "bench/invented.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace mentor::bench {

namespace {

constexpr auto first_names = std::to_array<std::string_view>(
    {"Aaliyah", "Abdi",  "Aoife",  "Zoë",    "Błażej",  "Bronwen", "Callum", "Chloé",  "Dafydd", "Demi",
     "Efua",    "Ewa",   "Faisal", "Fiadh",  "Gethin",  "Grace",   "Hamza",  "Inès",   "Jürgen", "Jade",
     "Kofi",    "Kyle",  "Leona",  "Łukasz", "Maisie",  "Mehmet",  "Niamh",  "Nour",   "Owen",   "Oluwaseun",
     "Poppy",   "Priya", "Reece",  "Róisín", "Siobhán", "Summer",  "Tariq",  "Teodor", "Ümit",   "Zainab"});
constexpr auto last_names = std::to_array<std::string_view>(
    {"Ackerby",   "Ashgrove-Bell", "Bramwick",   "Brzezińska", "Cawthorne",    "Coldwell",   "D'Arcy-Venn",
     "Dunsop",    "Eastholme",     "Ferrensby",  "Garsdale",   "Grünewald",    "Hartwith",   "Hesketh-Ńowak",
     "Ingbirch",  "Jessop",        "Kettlewell", "Lundgård",   "Malhambridge", "Muñoz",      "Netherby",
     "O'Shaveen", "Oakenshaw",     "Pickerwell", "Quernmore",  "Ravenscar",    "Ó Dálaigh",  "Semerdale",
     "Silsbrook", "Thornwick",     "Ullsberg",   "Varleygate", "Wharfebank",   "Yarborough", "Żelazny"});
constexpr auto areas = std::to_array<std::string_view>({"Ashfield", "Brook End", "Castle Hill", "Deanside",
                                                        "East Quay", "Fernley", "Gorse Hill",
                                                        "Harbour Side"});
constexpr auto workers = std::to_array<std::string_view>({"Ruth Ackerdale", "Joan Fenwickley",
                                                          "Marlon Eastby", "Nisha Varleygate",
                                                          "Colm Ravensdale", "Zofia Łęcka"});
constexpr auto interests = std::to_array<std::string_view>(
    {"football", "baking", "drawing", "guitar", "films", "running", "gaming", "gardening", "sewing", "chess",
     "rap, and writing it", "cycling", "cars", "anime", "choir", "fishing"});
constexpr auto languages = std::to_array<std::string_view>(
    {"Polish", "Urdu", "Tigrinya", "Welsh", "British Sign Language", "Română", "Français", "Somali"});
constexpr auto pen_pictures = std::to_array<std::string_view>(
    {"I have driven a bus for twenty years, and listened the whole way. I like quizzes: bad ones.",
     "Grandmother of five, gardener, Zumba on Tuesdays. I was told at school that I'd never read; I do, "
     "daily.",
     "I work in payroll and play the tuba. What I say I'll do, I do.",
     "Came here from Łódź at 19 with a bag and a phrase book. I know about starting again."});
constexpr auto activities = std::to_array<std::string_view>({"Walked the dogs",
                                                             "Tea, and the week gone through",
                                                             "Cooked rice three ways",
                                                             "CV writing",
                                                             "Pool: best of five",
                                                             "Looked at rooms to rent",
                                                             "Café at the corner",
                                                             "Mock interview, with biscuits",
                                                             "Swimming",
                                                             "Rang the housing office together",
                                                             "Five-a-side",
                                                             "Sorted the post",
                                                             "Library",
                                                             "Read letters from the college",
                                                             "Budget for the month",
                                                             "Cinema: \"the one with the dragon\"",
                                                             "Practised for the theory test",
                                                             "Allotment",
                                                             "Bus to the coast and back",
                                                             "Museum",
                                                             "Crêpes, burnt and otherwise",
                                                             "Drew in the park",
                                                             "Gym induction"});
constexpr auto notes = std::to_array<std::string_view>(
    {"Said: \"that was all right\"", "Late bus, so shorter than planned", "Good talk",
     "Wants to try the night class", "Next time: the museum, if it is dry", "Brought a friend along",
     "Quiet today; we let it be", "Asked about the flat, no news", "#1 in the quiz, we never lose",
     "Didn't want to go home", "Phoned the PA afterwards - sorted", "They'd prefer mornings",
     "Passed! 43 of 50", "Forgot the forms: bring them next week", "Laughed a lot", "Über-tired, but came",
     "yes"});
constexpr auto cancellations = std::to_array<std::string_view>(
    {"Turned round at the bus stop", "Ill", "Snow", "Shift changed at short notice",
     "Didn't feel like it, and said so", "Hospital appointment: moved twice", "No answer at the door"});
constexpr auto conversations = std::to_array<std::string_view>(
    {"All well", "Would like more ideas for rainy days", "Went through the goals, one is met",
     "Asked for: help with a travel pass", "\"Best hour of the week\"", "Wonders whether it's enough",
     "Talked about boundaries, money in particular"});
constexpr auto goals = std::to_array<std::string_view>(
    {"Get the maths that the college wants", "A flat where I can have a dog", "Cook five dinners",
     "Pass my test", "Find a job with mornings off", "Save £300, and keep it",
     "Go to the gym: twice a week"});
constexpr auto accounts = std::to_array<std::string_view>(
    {"I used to think that adults left. This one keeps turning up.", "It's just nice, innit",
     "I learned fractions again; I learned \"sus\" too.", "We disagree about everything, and that's fine",
     "Some weeks we say little. He told me it counts: I think so now."});

template <class List>
std::vector<std::string> some_of(const List& list, int count, Dice& dice) {
  std::vector<std::string> some;
  while (static_cast<int>(some.size()) < count) {
    const std::string one(dice.one_of(list));
    if (std::ranges::find(some, one) == some.end()) some.push_back(one);
  }
  return some;
}

template <class List>
std::string text_of(const List& list, Dice& dice) {
  return std::string(dice.one_of(list));
}

}  // namespace

std::string a_name(Dice& dice) {
  const auto first = dice.one_of(first_names);
  return fmt::format("{} {}", first, dice.one_of(last_names));
}

std::string an_area(Dice& dice) { return text_of(areas, dice); }
std::string a_worker(Dice& dice) { return text_of(workers, dice); }
std::string a_phone(Dice& dice) { return fmt::format("07700 900{:03}", dice.below(1000)); }
std::vector<std::string> some_interests(Dice& dice) { return some_of(interests, dice.from(1, 4), dice); }

std::vector<std::string> some_languages(Dice& dice) {
  std::vector<std::string> all{"English"};
  if (dice.in_a_hundred(25)) all.push_back(text_of(languages, dice));
  return all;
}

std::string a_pen_picture(Dice& dice) { return text_of(pen_pictures, dice); }
std::string an_activity(Dice& dice) { return text_of(activities, dice); }
std::string a_note(Dice& dice) { return text_of(notes, dice); }
std::string a_reason_to_cancel(Dice& dice) { return text_of(cancellations, dice); }
std::string a_conversation(Dice& dice) { return text_of(conversations, dice); }
std::string a_goal(Dice& dice) { return text_of(goals, dice); }
std::string an_account(Dice& dice) { return text_of(accounts, dice); }

}  // namespace mentor::bench
