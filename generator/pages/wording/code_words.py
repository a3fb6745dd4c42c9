"""The codes of the data in words: statuses, levels, stages, bases, bounds."""

from __future__ import annotations

from markupsafe import Markup

from .escape import inert
from .speech import Speech


class CodeWords(Speech):
    """Speech that knows the wording of every code."""

    def status(self, code: str) -> Markup:
        """An observation status (SDMX CL_OBS_STATUS) in words."""
        return {
            "A": self.t("normal value"),
            "P": self.t("provisional value"),
            "E": self.t("estimated value"),
            "I": self.t("imputed value"),
            "F": self.t("planned or expected value"),
            "B": self.t("break in the series"),
            "D": self.t("definition differs"),
            "U": self.t("low reliability"),
            "N": self.t("not significant"),
            "O": self.t("not published in the source"),
            "M": self.t("cannot exist"),
            "L": self.t("no statistics are collected yet"),
            "Q": self.t("withheld"),
        }[code]

    def level(self, code: str) -> Markup:
        """The administrative level of an area in words."""
        return {
            "province": self.t("province"),
            "prefecture": self.t("prefecture-level city"),
            "county": self.t("county-level unit"),
            "zone": self.t("development zone"),
        }.get(code, inert(code))

    def levels(self, code: str) -> Markup:
        """The areas of a level, as a heading."""
        return {
            "prefecture": self.t("Prefecture-level cities"),
            "county": self.t("Counties, county-level cities and districts"),
            "zone": self.t("Development zones"),
        }[code]

    def stage(self, code: str) -> Markup:
        """A project stage in words."""
        return {
            "reserve": self.t("in reserve or preparation"),
            "signed": self.t("agreement signed"),
            "landed": self.t("landed"),
            "land": self.t("land won"),
            "permitted": self.t("permits obtained"),
            "started": self.t("construction started"),
            "in_statistics": self.t("started and entered in statistics"),
            "under_construction": self.t("under construction"),
            "completed": self.t("completed"),
            "in_production": self.t("in production or operation"),
            "stopped": self.t("stopped"),
            "not_stated": self.t("stage not stated"),
        }[code]

    def basis(self, code: str) -> Markup:
        """Over which kind of period an indicator is measured."""
        return {
            "quarter": self.t("within the quarter"),
            "ytd": self.t("cumulated from the start of the year"),
            "year": self.t("calendar year"),
            "as_of": self.t("state on a day or in a year"),
            "span": self.t("total over the span that the source states"),
        }[code]

    def direction(self, code: str) -> Markup:
        return {
            "up": self.t("higher"),
            "down": self.t("lower"),
            "none": self.t("neither higher nor lower is better"),
        }[code]

    def price_basis(self, code: str) -> Markup:
        return {
            "nominal": self.t("current prices"),
            "comparable": self.t("growth at comparable prices"),
            "none": self.t("does not apply"),
            "not_stated": self.t("not stated in the source"),
        }[code]

    def bound(self, code: str) -> Markup:
        """A bound in words."""
        return {
            "exact": self.t("as stated"),
            "at_least": self.t("at least"),
            "over": self.t("over"),
            "about": self.t("about"),
            "under": self.t("just under"),
            "at_most": self.t("at most"),
        }[code]
