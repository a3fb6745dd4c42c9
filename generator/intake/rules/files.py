"""Rules about folders, paths, descriptors, declarations and released files."""

from __future__ import annotations

from collections.abc import Mapping

from .rule import N_, Rule

_DESCRIPTOR = N_("Do not edit datapackage.yaml by hand: run “bulletin new EDITION”, which writes it from the files.")
_INSIDE = N_("Write a plain relative path to a file inside the same folder, such as observations/2022-Q1.csv.")

FILES: Mapping[str, Rule] = {
    "path-scheme": Rule(N_("The path “{value}” is an address, not a file of this folder."), _INSIDE),
    "path-backslash": Rule(N_("The path “{value}” has a backslash."), N_("Write / between folders, also on Windows.")),
    "path-absolute": Rule(N_("The path “{value}” starts at the root of the disk."), _INSIDE),
    "path-home": Rule(N_("The path “{value}” has a ~, which stands for a home folder."), _INSIDE),
    "path-variable": Rule(N_("The path “{value}” has a $ or %, which stands for a variable."), _INSIDE),
    "path-up": Rule(N_("The path “{value}” leads out of its folder by “..”."), _INSIDE),
    "path-hidden": Rule(
        N_("The path “{value}” leads to a hidden file or folder."),
        N_("Rename the file so that neither it nor its folder begins with a full stop."),
    ),
    "path-form": Rule(N_("“{value}” is not a path that can be opened."), _INSIDE),
    "path-name": Rule(
        N_("“{value}” cannot be the name of a bulletin or a package."),
        N_("Use lower-case letters a–z, digits, hyphen and underscore, beginning with a letter."),
    ),
    "name-reserved": Rule(
        N_("The name “{value}” is taken: by the site, by a folder of every bulletin, or by Windows for a device."),
        N_("Choose another name for the folder, and write it in bulletin.yaml."),
    ),
    "path-link": Rule(
        N_("“{value}” is a link that leads elsewhere, and was not opened."),
        N_("Put the file itself in the folder instead of a link or shortcut to it."),
    ),
    "path-kind": Rule(N_("“{value}” is not a file."), N_("Put the file of that name in its place.")),
    "file-unreadable": Rule(
        N_("The system does not let the program read “{value}”."),
        N_("See that you may read it and the folders around it, and that no other program holds it open."),
    ),
    "file-missing": Rule(
        N_("The file “{value}” is not there."),
        N_("Put the file back; if its edition has no such rows, run “bulletin new EDITION”, which updates the list."),
    ),
    "file-size": Rule(N_("The file is larger than {limit} MB."), N_("Split it by edition, or remove what is no data.")),
    "file-undeclared": Rule(
        N_("The file “{value}” lies in the folder, and datapackage.yaml does not declare it."),
        N_("Run “bulletin new EDITION” for its edition, which declares it; or move the file out of the folder."),
    ),
    "file-name": Rule(
        N_("The file “{value}” has no name that the data contract knows."),
        N_("Name it by its table and edition, such as observations/2022-Q1.csv, or move it out of the folder."),
    ),
    "folder-missing": Rule(
        N_("The bulletin names the topic “{value}” and has no folder for it."),
        N_("Make the folder with “bulletin new EDITION”, or take the topic out of bulletin.yaml."),
    ),
    "package-undeclared": Rule(
        N_("The folder “{value}” is a data package, and bulletin.yaml does not name it among its topics."),
        N_("Add it to “topics” in bulletin.yaml, or move the folder away."),
    ),
    "yaml-form": Rule(
        N_("The file cannot be read as YAML."),
        N_("Look at this line and the one before: indents by spaces, a space after each colon, quotes closed."),
    ),
    "yaml-encoding": Rule(N_("The file is not in UTF-8."), N_("Save it again with the encoding UTF-8.")),
    "yaml-deep": Rule(
        N_("Here entries lie deeper within one another than any file of a bulletin needs."),
        N_("Look for a bracket that is not closed, or for indents that only grow."),
    ),
    "yaml-value": Rule(
        N_("“{value}” looks like a date or a number, and there is none such."),
        N_("Correct it; put what is a text in quotation marks."),
    ),
    "yaml-tag": Rule(
        N_("The file uses a tag (!)."), N_("Delete the tag; put a text that begins with ! in quotation marks.")
    ),
    "yaml-anchor": Rule(N_("The file uses an anchor (& or *)."), N_("Write the text out where it is needed.")),
    "yaml-repeated": Rule(N_("“{value}” stands twice."), N_("Keep one of the two.")),
    "yaml-key-missing": Rule(N_("The entry “{key}” is missing or blank."), N_("Add it; another bulletin shows how.")),
    "yaml-key-unknown": Rule(
        N_("“{value}” is no entry that is known here."), N_("Correct its spelling or remove it. Known are: {known}.")
    ),
    "yaml-type": Rule(
        N_("“{value}” should be {expected}."),
        N_("Correct it. Codes, times and words such as yes and no are texts only in quotation marks."),
    ),
    "descriptor-profile": Rule(N_("“{value}” is not the profile of this contract."), N_("Write {expected}.")),
    "descriptor-invalid": Rule(N_("The descriptor is no valid Data Package: {note}."), _DESCRIPTOR),
    "package-name": Rule(N_("The package is named “{value}”, its folder {expected}."), _DESCRIPTOR),
    "resource-repeated": Rule(N_("The resource “{value}” is declared twice."), _DESCRIPTOR),
    "resource-setting": Rule(N_("“{value}” should be {expected}."), _DESCRIPTOR),
    "resource-path": Rule(N_("The path “{value}” should be {expected}."), _DESCRIPTOR),
    "table-unknown": Rule(N_("“{value}” is no table of the data contract. Known are: {known}."), _DESCRIPTOR),
    "schema-copy": Rule(
        N_("The schema “{value}” differs from the one of the data contract."),
        N_("Schemas are not edited: run “bulletin new EDITION”, which puts the right one back."),
    ),
    "bulletin-id": Rule(N_("The bulletin calls itself “{value}”, its folder {expected}."), N_("Write {expected}.")),
    "time-zone": Rule(N_("“{value}” is no known time zone."), N_("Write a name such as Asia/Shanghai.")),
    "editions-none": Rule(N_("The bulletin has no edition."), N_("Make the first one with “bulletin new EDITION”.")),
    "edition-form": Rule(N_("“{value}” is no edition."), N_("Write year and quarter, such as 2022-Q1.")),
    "edition-order": Rule(N_("The edition {value} stands out of order."), N_("List editions once each, oldest first.")),
    "edition-unknown": Rule(
        N_("releases.yaml has no edition {value}."),
        N_("Add it with “bulletin new EDITION”, or correct the name of the file. Known are: {known}."),
    ),
    "edition-empty": Rule(
        N_("The edition {value} has no rows yet."), N_("Fill in its CSV files before it is published."), "warning"
    ),
    "release-status": Rule(N_("“{value}” is no status of an edition."), N_("Write one of: {known}.")),
    "release-time": Rule(
        N_("“{value}” is no time of publication with its zone."),
        N_('Write it like "2026-11-22T09:00:00+08:00", in quotes.'),
    ),
    "lock-form": Rule(
        N_("The list of released files cannot be read."), N_("Put the last version of releases.lock back.")
    ),
    "lock-missing": Rule(
        N_("The edition {edition} is marked as released, and releases.lock does not have it."),
        N_("Put releases.lock back, as it is under version control. If it was never released, set the status to open."),
    ),
    "lock-open": Rule(
        N_("The edition {edition} is locked in releases.lock, and marked as {value}."),
        N_("Set its status to released: what is published stays as it is."),
    ),
    "lock-lost": Rule(
        N_("The edition {edition} is marked as {value} and releases.lock does not have it, but {kept} is kept."),
        N_("Put releases.lock back, and the status to released. If it was never published, delete {kept}."),
    ),
    "lock-unknown": Rule(
        N_("releases.lock has the edition {value}, and releases.yaml does not."),
        N_("Put the entry of this edition back into releases.yaml."),
    ),
    "lock-changed": Rule(
        N_("The file belongs to the released edition {edition} and was changed."),
        N_("Put the released file back, and state the correction in the file of the next edition."),
    ),
    "lock-entry": Rule(
        N_("The entry of the edition {edition} was changed after its release."),
        N_("Put its dates, headlines and notes back as they were released; what is new belongs to the next edition."),
    ),
    "lock-meaning": Rule(
        N_("“{column}” of {key} is now “{value}”; the edition {edition} was released with “{old}”."),
        N_("Put the released one back: its figures would mean something else. What is new gets a row of its own."),
    ),
    "lock-wording": Rule(
        N_("“{column}” of {key} is now “{value}”; the edition {edition} was released with “{old}”."),
        N_(
            "Its packages keep the old one, every page shows the new one. If what is meant has changed, put the old "
            "one back and make a row of its own."
        ),
        "warning",
    ),
    "lock-archive": Rule(
        N_("The kept archive is not one that this program writes: see “{value}” in it."),
        N_("Put the archive back that “bulletin release” wrote, such as the one under version control."),
    ),
    "lock-removed": Rule(
        N_("The file belongs to the released edition {edition} and is gone."), N_("Put the released file back.")
    ),
    "lock-added": Rule(
        N_("The file was added to the edition {edition} after its release."),
        N_("Move its rows to the file of the next edition."),
    ),
}
