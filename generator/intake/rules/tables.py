"""Rules about the form of a table: encoding, header, rows, and what spreadsheets do to cells."""

from __future__ import annotations

from collections.abc import Mapping

from .rule import N_, Rule

_SAVE_AS = N_("Open it in the spreadsheet program and save it as “CSV UTF-8 (comma delimited)”.")
_DIGITS = N_("Write digits and a decimal point only, such as 529.0. Blank, with a status, if there is no value.")

CELLS: Mapping[str, Rule] = {
    "encoding-gbk": Rule(
        N_("The file is saved in a Chinese national encoding (GBK or GB 18030), not UTF-8."), _SAVE_AS
    ),
    "encoding-utf16": Rule(N_("The file is saved in UTF-16 (“Unicode text”), not UTF-8."), _SAVE_AS),
    "encoding-unknown": Rule(
        N_("A character on this line is damaged, or the file is not in UTF-8."),
        N_("Write the text of the line again, and save the file as “CSV UTF-8 (comma delimited)”."),
    ),
    "not-csv": Rule(N_("The file is a spreadsheet that was only renamed to .csv."), _SAVE_AS),
    "file-empty": Rule(N_("The file is empty."), N_("Put the header back, or delete the file and its declaration.")),
    "delimiter": Rule(N_("The columns are not separated by commas."), _SAVE_AS),
    "quote": Rule(
        N_("A quotation mark on this line, or on one after it, is not closed."),
        N_('A cell with a comma or a quotation mark stands in "…", and each " inside it is doubled.'),
    ),
    "header-none": Rule(
        N_("The first line is not the header of this table."),
        N_("Let the file begin with this line, and nothing above it: {columns}"),
    ),
    "columns-many": Rule(
        N_("The file has more than {limit} columns."),
        N_("Delete the columns that are not in the header of this table: {columns}"),
    ),
    "rows-many": Rule(
        N_("The file has more than {limit} rows."), N_("Split it by edition, or remove what is no data.")
    ),
    "header-blank": Rule(N_("Column {letter} has no name."), N_("Delete the empty column.")),
    "header-repeated": Rule(N_("The column “{value}” stands twice, again as column {letter}."), N_("Delete one.")),
    "header-unknown": Rule(
        N_("Column {letter} has the name “{value}”, which this table does not have."),
        N_("Correct its spelling, or delete the column."),
    ),
    "header-missing": Rule(
        N_("The column “{column}” is missing."), N_("Put it back. The header of this table is: {columns}")
    ),
    "header-order": Rule(N_("The columns stand in another order."), N_("Put them in this order: {columns}")),
    "blank-row": Rule(N_("The row is blank."), N_("Delete it.")),
    "extra-cell": Rule(
        N_("The row has more cells than the header, “{value}” in column {column} to begin with."),
        N_("Delete what is beyond the header. If a text has a comma, put the text in quotation marks."),
    ),
    "missing-cell": Rule(
        N_("The row ends before the column “{column}”."), N_("Write all cells of the row, the blank ones too.")
    ),
    "blank-cell": Rule(N_("“{column}” must not be blank."), N_("Fill in the cell.")),
    "status-blank": Rule(
        N_("The status is blank."),
        N_("Write A beside a final value, P beside a provisional one; if the value is blank too, O for not published."),
    ),
    "key-repeated": Rule(
        N_("The row repeats the key of line {first} ({key})."), N_("Keep one of the two rows, or correct the key.")
    ),
    "unknown-id": Rule(
        N_("“{value}” is not in the table {table}."), N_("Correct its spelling, or add it to {table} first.")
    ),
    "more": Rule(
        N_("The rule {value} is broken {count} more times in this file."),
        N_("Look for one cause of them all, such as a shifted column, and check again."),
    ),
    "more-notes": Rule(
        N_("The note {value} holds for {count} more rows of this file."),
        N_("Look at the ones above; if they are as they should be, so most likely are these."),
        "warning",
    ),
    "problems-many": Rule(
        N_("More than {limit} cells of the file are wrong; it was read down to this line."),
        N_("Look for one cause of them all, such as a shifted column, and check again."),
    ),
    "structure": Rule(N_("The row does not fit its table: {note}."), N_("Compare it with the rows around it.")),
    "choice": Rule(N_("“{value}” is none of the values that “{column}” can have."), N_("Write one of: {known}.")),
    "form": Rule(
        N_("“{value}” does not have the form of “{column}”."),
        N_("Write it like “{example}”; the rows around it show how."),
    ),
    "text-long": Rule(N_("The text is longer than {limit} characters."), N_("Shorten it.")),
    "out-of-range": Rule(N_("{value} is out of range."), N_("Write a number that is {limits}.")),
    "number-form": Rule(N_("“{value}” is not a number."), _DIGITS),
    "number-zeros": Rule(
        N_("“{value}” has a zero too many before its digits, or no digit before or after its point."),
        N_("Write it as the source gives it, such as 268, 0.5 or 5."),
    ),
    "number-long": Rule(
        N_("“{value}” has more than {limit} digits."),
        N_("Write the number as the source gives it, in a larger unit if need be."),
    ),
    "integer-form": Rule(N_("“{value}” is not a whole number."), N_("Write digits only.")),
    "date-form": Rule(N_("“{value}” is not a date."), N_("Write it as 2022-05-31.")),
    "boolean-form": Rule(N_("“{value}” is neither true nor false."), N_("Write true or false.")),
    "period-form": Rule(
        N_("“{value}” is not a period."),
        N_(
            "Write 2022, 2022-H1, 2022-Q1, 2022-03, 2022-05-31, 2022-01/2022-04 for January to April, "
            "2021/2022 for two years, or undated."
        ),
    ),
    "spreadsheet-error": Rule(
        N_("The spreadsheet program has put “{value}” in place of the value."),
        N_("Write the value itself, without a formula; widen a column that shows ####."),
    ),
    "spreadsheet-date": Rule(
        N_("The spreadsheet program has turned a date or period into “{value}”."),
        N_("Set the column to the format “Text”, then write it again, such as 2022-03 or 2022-05-31."),
    ),
    "scientific-number": Rule(
        N_("The spreadsheet program has shortened a number to “{value}”."),
        N_("Set the column to the format “Text” and write all digits again from the source."),
    ),
    "code-as-number": Rule(
        N_("The spreadsheet program has taken the code for a number: “{value}”."),
        N_("Set the column to the format “Text” and write the code again."),
    ),
    "leading-zero": Rule(
        N_("The code “{value}” has lost a zero at its beginning."),
        N_("Set the column to the format “Text” and write {expected}."),
    ),
    "total-row": Rule(
        N_("“{value}” looks like a total that was left in."),
        N_("Delete the row. The total of an indicator is a row with the code of the area and a blank breakdown."),
    ),
    "full-width": Rule(
        N_("“{value}” is written with full-width characters."),
        N_("Switch the input method to half-width and rewrite it."),
    ),
    "space-around": Rule(N_("“{value}” begins or ends with a space."), N_("Delete the space.")),
    "letter-case": Rule(N_("“{value}” has capitals where small letters belong, or the reverse."), N_("Rewrite it.")),
    "placeholder": Rule(
        N_("“{value}” stands for a missing value."),
        N_("Leave the cell blank. If it is a value, let the status say why: O not published, L not collected."),
    ),
    "per-cent-sign": Rule(N_("“{value}” has a per-cent sign."), N_("Delete the sign; the unit stands in its table.")),
    "thousands-comma": Rule(N_("“{value}” has separators between thousands."), N_("Write the digits without them.")),
    "plus-sign": Rule(N_("“{value}” has a plus sign."), N_("Delete the sign.")),
    "range-in-cell": Rule(
        N_("“{value}” is a range in one cell."), N_("Write its lower end in value and its upper end in value_high.")
    ),
    "formula-in-cell": Rule(
        N_("“{value}” is a formula."), N_("Write the number itself, as the source gives it: nothing is computed here.")
    ),
    "unit-in-cell": Rule(
        N_("“{value}” has its unit in the cell."),
        N_("Write the number only, in the unit of the indicator; words like “over” belong in the column bound."),
    ),
}
