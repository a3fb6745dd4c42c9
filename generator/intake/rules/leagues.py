"""Rules of leagues.yaml: what a declared league must keep to."""

from __future__ import annotations

from collections.abc import Mapping

from .rule import N_, Rule

LEAGUE_RULES: Mapping[str, Rule] = {
    "share-form": Rule(
        N_("“{value}” is no number that can be taken exactly."),
        N_("Write a fraction, a decimal or per cent, such as 3/10, 0.3 or 30%."),
    ),
    "league-id": Rule(
        N_("“{value}” cannot be an id in leagues.yaml."),
        N_(
            "Use at most forty lower-case letters a–z, digits, hyphens and underscores, beginning with a letter; "
            "area, name_zh, name_en, rank and score are columns of the published table and taken."
        ),
    ),
    "league-from": Rule(
        N_("releases.yaml has no edition {value}."),
        N_("Write the first edition that has this league. Known are: {known}."),
    ),
    "league-term": Rule(
        N_("The league ends with {value}, before it begins with {begin}."), N_("Correct “from” or “to”.")
    ),
    "league-overlap": Rule(
        N_("From {value} on the league {league} is declared twice."),
        N_("Write in the earlier entry, with “to”, the last edition it is for; list the entries oldest first."),
    ),
    "league-direction": Rule(
        N_("It is not said which way is better for “{value}”."),
        N_("Write “direction: up” or “direction: down” beside it, or the direction in indicators.csv."),
    ),
    "league-span": Rule(
        N_("Rows of “{value}” may have any period, so none is that of the quarter."),
        N_("Take an indicator of another basis."),
    ),
    "league-empty": Rule(
        N_("No row states the {measure} of “{value}” for the breakdown {breakdown}, without peers."),
        N_("Correct indicator, measure or breakdown; ranks among peers cannot be scored."),
    ),
    "league-ends": Rule(
        N_("The scores are to run from and to: {value}."),
        N_(
            "Write two numbers, that of the worst value and the higher one of the best, such as [60, 100]; "
            "of z-scores the mean and a deviation above 0."
        ),
    ),
    "league-weights": Rule(
        N_("The weights in “{member}” add up to {sum}, not to 1."),
        N_("Correct them. Thirds are written 1/3: no decimals of them add up to 1."),
    ),
    "league-weight-sign": Rule(
        N_("The weight of “{member}” is {weight}; it must be above 0."), N_("Correct it, or leave “{member}” out.")
    ),
    "league-half": Rule(
        N_("“{member}” has {share} of the whole weight, more than half."),
        N_("Nothing is to be done if that is meant; else give it less."),
        "warning",
    ),
    "league-topic": Rule(
        N_("The data of the league “{value}” are published as {topic}, and a topic has that name."),
        N_("Give the league another id, or the topic another name."),
    ),
    "league-twice": Rule(
        N_("“{member}” stands more than once."),
        N_("Leave one out, or give it an “id” of its own; blocks and indicators of a league share one list of ids."),
    ),
    "league-posts": Rule(
        N_("“{member}” lacks the satisfactory, unacceptable or target value of its scoring, or has them reversed."),
        N_("Write “worst” and “best” beside it, in the unit of the measure; under “log: true” both above 0."),
    ),
    "league-log-posts": Rule(
        N_("Columns that may be logged cannot be scored by given satisfactory, unacceptable or target values."),
        N_("Choose other outliers (none or winsorise), or a scoring by what is observed: min-max, rank or z."),
    ),
    "league-zero": Rule(
        N_("Scores may be 0, and geometric, harmonic and MPI means have no answer then."),
        N_("Write a “floor”, such as 1, or let “onto” begin above 0."),
    ),
    "league-floor": Rule(N_("The floor is {floor}; it must be above 0."), N_("Correct it.")),
    "league-amounts": Rule(
        N_("{places} places are rewarded, and {amounts} amounts are given."),
        N_("Write one amount a place, that of the first place first; or none, for honours without money."),
    ),
    "league-onto": Rule(
        N_("An alternative scoring under “doubt” has other ends than the league's own."),
        N_("Write the same “onto” in both, or leave it out of the alternative; else ranks move by scale alone."),
        "warning",
    ),
    "league-log": Rule(
        N_("In the edition {edition} the value of “{member}” for {area} is {value}, which has no logarithm."),
        N_("Take the item without “log”, or leave it out."),
    ),
    "league-positive": Rule(
        N_(
            "In the edition {edition} {area} scores {value} in “{member}”, and the mean of “{block}” needs scores "
            "above 0."
        ),
        N_("Write a “floor”, or choose another aggregation."),
    ),
    "lock-leagues": Rule(
        N_("Leagues or their peers in the edition {edition} are not what it was released with."),
        N_(
            "Put leagues.yaml and peers.csv back. A change of method is a further entry whose “from” is an edition "
            "that is not locked; a new league begins with one; an area that joins later says in areas.csv from when it "
            "is valid."
        ),
    ),
}
