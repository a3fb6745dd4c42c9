"""The command line ``bulletin``: parses, delegates, and turns errors into exit codes."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import replace
from functools import partial, wraps
from pathlib import Path
from typing import Any

import click

from generator import build as shell
from generator import demo, intake, listing
from generator.errors import EXIT_BUG, DataErrors, Problem, UsageError, UserError
from generator.memory import Memory
from generator.model.text import LANGS, Lang
from generator.session import Session, made, message_language, refusal, sound
from generator.stages import Silent, Stages

# New objects after which Python looks for garbage. A run makes millions that live to its end, and with the usual 700
# half of its time would go into looking through them again and again.
GARBAGE = 200_000


# Of the call under way: an error that ends it is told as its options ask.
_CURRENT: ContextVar[Session | None] = ContextVar("session", default=None)
_FOLDER = click.Path(path_type=Path)
_OPTIONS = [
    click.option("--datasets", type=_FOLDER, default=shell.ROOT / "datasets", help="Where the data is."),
    click.option("--site", "target", type=_FOLDER, default=shell.ROOT / "site", help="Where the site goes."),
    click.option("--bulletin", "bulletins", multiple=True, metavar="ID", help="Only this bulletin; may be repeated."),
    click.option(
        "--builder", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", help="Who builds the pages."
    ),
    click.option("--lang", type=click.Choice(["zh", "en", "both"]), default="both", help="Languages of the site."),
    click.option("--messages", type=click.Choice(["zh", "en"]), default=None, help="Language of messages [LANG]."),
    click.option("--json", "as_json", is_flag=True, help="Print the result as JSON."),
]


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every command takes, gathered into one :class:`Session`."""

    @wraps(command)
    def call(
        *arguments: Any, datasets: Path, target: Path, bulletins: Sequence[str], builder: Any, lang: str,
        messages: Lang | None, as_json: bool, **own: Any,
    ) -> None:  # fmt: skip
        languages: tuple[Lang, ...] = tuple(one for one in LANGS if lang in {one, "both"})
        options = shell.Options(datasets, target, shell.ROOT / "build", builder, languages, tuple(bulletins))
        session = Session(options, as_json, messages or message_language())
        _CURRENT.set(session)
        command(session, *arguments, **own)

    for option in reversed(_OPTIONS):
        call = option(call)
    return call


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Quarterly statistical bulletins of counties: data packages in, a site and open data out.

    Exit codes: 0 done, 1 problems in the data, 2 wrong usage, 70 a fault of the program.
    """


@cli.command()
@with_options
def check(session: Session) -> None:
    """Check the data; write nothing."""
    checked = shell.check(session.options, session.stages())
    warnings = [warning for some in checked.warnings.values() for warning in some]
    _warn(session, warnings)
    if session.as_json:
        click.echo(session.document(problems=[], warnings=warnings))
    else:
        click.echo(sound(session, len(checked.editions), warnings))


@cli.command()
@with_options
def build(session: Session) -> None:
    """Check, compute, render and build the site."""
    summary = shell.build(session.options, session.stages())
    _warn(session, summary.warnings)
    if session.as_json:
        click.echo(shell.as_json(summary))
        return
    for name, spent in summary.seconds.items():
        click.echo(f"  {name:<10} {spent:7.2f} s")
    click.echo(made(session, summary))
    click.echo(session.say("The site is in {folder}.", folder=session.options.site))
    if session.options == shell.Options():  # only then does it show this very site
        click.echo(session.say("To read it: make serve"))


@cli.command()
@with_options
@click.option("--port", type=int, default=8000, help="Port on this machine.")
def serve(session: Session, port: int) -> None:
    """Build, serve on this machine, and rebuild when a file changes."""
    from generator.site import serve as preview

    preview_options, memory = replace(session.options, preview=True), Memory()

    def rebuild() -> None:
        summary = shell.build(preview_options, session.stages(), memory)
        _warn(session, summary.warnings)
        click.echo(made(session, summary))

    shell.guard(session.options)
    shell.chosen(session.options)
    click.echo(session.say("Open {address}; stop with Ctrl+C.", address=f"http://127.0.0.1:{port}/"))
    options = session.options
    rest, report = partial(shell.rest, options), partial(_report, session)
    preview(shell.ROOT, options.datasets, options.site, rebuild, rest, report, port)


@cli.command()
@with_options
@click.argument("edition")
def new(session: Session, edition: str) -> None:
    """Prepare the files of a new EDITION (2026-Q3), or a new bulletin with its first edition."""
    for path in intake.new_edition(session.options.datasets, _one(session), edition):
        click.echo(session.say("written: {path}", path=path))


@cli.command()
@with_options
@click.argument("edition")
def release(session: Session, edition: str) -> None:
    """Lock EDITION: from now on exactly these bytes are served."""
    kept = shell.release(session.options, _one(session), edition, session.stages())
    click.echo(
        session.say("{edition} is released and locked; its packages are kept in {path}.", edition=edition, path=kept)
    )


@cli.command()
@with_options
@click.argument("name")
@click.argument("edition", default=listing.NEWEST)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", help="What to print.")
@click.option("--weights", metavar="ID=WEIGHT,...", help="Other weights than the declared ones.")
def league(session: Session, name: str, edition: str, form: str, weights: str | None) -> None:
    """Print the league table NAME of EDITION (2026-Q3, or the newest), without building a site."""
    one, table = listing.found(session.options, _one(session), name, edition, Stages(Silent()))
    table = listing.reweighted(table, weights) if weights else table
    if form == "table" and not session.as_json:
        click.echo(listing.as_text(one, table, session.lang, session.say))
    else:
        click.echo(listing.published(one, table, "json" if session.as_json else form), nl=False)


@cli.command("demo")
@with_options
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--areas", type=click.IntRange(1), default=9, help="How many counties.")
@click.option("--indicators", type=click.IntRange(1), default=22, help="How many indicators.")
@click.option("--quarters", type=click.IntRange(1, 100), default=12, help="How many quarters.")
@click.option("--editions", type=click.IntRange(1), default=12, help="How many of them have an edition of their own.")
@click.option("--projects", type=click.IntRange(1), default=46, help="How many projects.")
@click.option("--seed", type=int, default=1, help="Another seed, other figures.")
@click.option("--name", default="demo", help="The id of the bulletin.")
def demonstrate(session: Session, folder: Path, **size: Any) -> None:
    """Write a demonstration bulletin about fictional places into FOLDER, a folder of bulletins."""
    click.echo(session.say("written: {path}", path=demo.write(folder, demo.Plan(**size))))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code. A bug shows its traceback, an error of the user never does."""
    _CURRENT.set(None)
    gc.set_threshold(GARBAGE)
    try:
        cli.main(args=None if arguments is None else list(arguments), standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.Abort:
        return 130
    except UserError as error:
        _report(_CURRENT.get() or Session(shell.Options(), as_json=False, lang=message_language()), error)
        return error.exit_code
    except Exception:  # whatever is left is our fault, and says so
        traceback.print_exc()
        return EXIT_BUG
    return 0


def _report(session: Session, error: Exception) -> None:
    """An error in the user's words, on standard error; as JSON on standard output if asked."""
    if isinstance(error, DataErrors) and session.as_json:
        click.echo(session.document(problems=error.problems))
    elif isinstance(error, UserError):
        for line in refusal(session, error):
            click.echo(line, err=True)
    else:
        traceback.print_exception(error)


def _warn(session: Session, warnings: Sequence[Problem]) -> None:
    if not session.as_json:
        for warning in warnings:
            click.echo(session.worded(warning), err=True)


def _one(session: Session) -> str:
    """The one bulletin that the command is about."""
    named = session.options.bulletins or intake.bulletins(session.options.datasets)
    if len(named) != 1:
        raise UsageError("Say which bulletin you mean: --bulletin ID")
    return named[0]
