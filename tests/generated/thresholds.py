"""How many of the generated tables may go wrong: shares of all, in this one place.

A number that is wrong without a word is the worst defect; a question where a person would not
hesitate costs the user a minute.
"""
MOST = {
    "wrong in silence": 0,
    "broken": 0,
    "wrong told": 0.01,
    "asked needlessly": 0.03,
    "the law broken": 0,
    "programs disagree": 0,
}
