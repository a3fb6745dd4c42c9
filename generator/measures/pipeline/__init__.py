"""Projects on their way: funnel, flows, time in stage, conversion, milestones, candidates for red flag and snail.

All functions are pure and take what an edition knows; each goes once through its projects, however many there are.
"""

from generator.model.pipeline import Days, Flow, Stock

from .ages import Stay, age, stays, typical
from .conversion import Rate, conversion
from .courses import Course, courses, reached
from .flags import Progress, candidates
from .flows import flows, stocks
from .funnel import Step, funnel
from .groups import Group, groups, size_classes, tiers
from .investment import Investment, investment
from .milestones import burn_down, days_overdue, judged, state, tally
from .pipelines import State, pipelines
from .schedule import schedule
from .yearly import yearly

__all__ = [
    "Course",
    "Days",
    "Flow",
    "Group",
    "Investment",
    "Progress",
    "Rate",
    "State",
    "Stay",
    "Step",
    "Stock",
    "age",
    "burn_down",
    "candidates",
    "conversion",
    "courses",
    "days_overdue",
    "flows",
    "funnel",
    "groups",
    "investment",
    "judged",
    "pipelines",
    "reached",
    "schedule",
    "size_classes",
    "state",
    "stays",
    "stocks",
    "tally",
    "tiers",
    "typical",
    "yearly",
]
