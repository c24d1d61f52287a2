"""The command `coursewright`: its commands, their options and their help. What they do is in builder/commands."""

from __future__ import annotations

import io
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from builder import __version__
from builder.commands.folder import course_folder
from builder.console.bug import confession
from builder.console.report import Form

app = typer.Typer(
    name="coursewright",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)

BUG = 70
"""The exit status after a mistake of ours (EX_SOFTWARE of sysexits)."""

Folder = Annotated[
    Path | None,
    typer.Argument(help="The course: a folder with a course.yaml. Without it, this folder or ./course_src."),
]
Scenario = Annotated[
    str, typer.Argument(metavar="FILE", help="A scenario: its file, or its id in the course of this folder.")
]
Timed = Annotated[bool, typer.Option("--timed", help="Against the clock: what happens by itself does.")]
Locked = Annotated[
    bool, typer.Option("--locked", help="Make a change to ids.lock an error. For builds that nobody watches.")
]


class KeyFormat(StrEnum):
    """In which forms the key to the reports can be had."""

    CSV = "csv"
    HTML = "html"


class MapFormat(StrEnum):
    """In which forms the map of a scenario can be had: the list is the same for whoever reads rather than looks."""

    LIST = "list"
    SVG = "svg"
    MERMAID = "mermaid"
    DOT = "dot"


class CoverageFormat(StrEnum):
    """In which forms the table of what a course covers can be had."""

    TEXT = "text"
    CSV = "csv"
    HTML = "html"


@app.callback(invoke_without_command=False)
def coursewright(
    version: Annotated[
        bool,
        typer.Option("--version", callback=lambda wanted: _version(wanted), is_eager=True, help="Say which version."),
    ] = False,
) -> None:
    """Turns a folder of Markdown into e-learning for any LMS: SCORM, xAPI, cmi5, or a web page.

    Begin with `coursewright new my-course`, look at it with `coursewright serve my-course`, and make its packages with
    `coursewright build my-course`. Mistakes in a course are shown as `file:line:column: CODE message`, all at once.
    """


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="Where to make it. The folder must be empty or not there yet.")],
) -> None:
    """Make a small course to begin from."""
    from builder.commands.new import new as run

    raise typer.Exit(run(folder))


@app.command()
def check(
    folder: Folder = None,
    locked: Locked = False,
    report: Annotated[
        Form, typer.Option(help="How findings are written: for people, or for machines on stdout.")
    ] = Form.TEXT,
) -> None:
    """Show everything that is wrong with a course. Nothing is written.

    The exit status is 0 where the course can be built (there may be warnings), and 1 where it cannot. What a code means
    is said by `coursewright explain CODE`.
    """
    from builder.commands.check import check as run

    raise typer.Exit(run(course_folder(folder), locked, report))


@app.command()
def explain(
    code: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help="Codes such as CW204. Without one, all are listed.")
    ] = None,
) -> None:
    """Explain what `check` finds: why it matters, how to change it, and an example of the mistake and of its cure."""
    from builder.commands.explain import explain as run

    raise typer.Exit(run(code or ()))


@app.command()
def build(
    folder: Folder = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the packages go.")] = Path("dist"),
    format: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Build this format: scorm12, scorm2004, html, xapi or cmi5. Repeat for more. [default: course.yaml's]",
        ),
    ] = None,
    locked: Locked = False,
) -> None:
    """Check a course and build its packages.

    Nothing is written where the course has an error; the packages of the last good build stay as they are. The same
    course gives the same bytes on any day (the environment's SOURCE_DATE_EPOCH sets the time of the files in a zip).
    """
    from builder.commands.build import build as run

    raise typer.Exit(run(course_folder(folder), out, tuple(format or ()), locked))


@app.command()
def key(
    folder: Folder = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the key goes.")] = Path("dist"),
    format: Annotated[KeyFormat, typer.Option(help="A table for spreadsheets, or a page to read.")] = KeyFormat.CSV,
    locked: Locked = False,
) -> None:
    """Write the key to the reports: what each question is called in an LMS, and what each letter and id stands for.

    It has the right answers too: keep it from learners.
    """
    from builder.commands.key import key_to_reports as run

    raise typer.Exit(run(course_folder(folder), out, format.value, locked))


@app.command()
def play(
    file: Scenario,
    take: Annotated[
        str, typer.Option(metavar="IDS", help="Begin with these choices: their ids, with commas between.")
    ] = "",
    bring: Annotated[
        str,
        typer.Option(metavar="VALUES", help="What an earlier scenario brings: note-quality=3, with commas between."),
    ] = "",
    seed: Annotated[
        int | None, typer.Option(min=1, help="Put the choices into the order that a learner of this number meets.")
    ] = None,
    timed: Timed = False,
) -> None:
    """Play a scenario here: type the number of a choice, b to go back, q to quit.

    The numbers may come through a pipe. After an ending stands the debrief: each turn with what it did, the stronger
    choice, and what was not open.
    """
    from builder.commands.play import play as run

    raise typer.Exit(run(file, take, bring, seed, timed))


@app.command()
def paths(
    file: Scenario,
    ending: Annotated[
        str | None, typer.Option(metavar="ENDING", help="List the plays that end here: a rating, or an ending's id.")
    ] = None,
    most: Annotated[int, typer.Option(min=0, help="List them only where there are no more than these.")] = 20,
    timed: Timed = False,
) -> None:
    """Count the plays of a scenario by how they end, however many there are; list them where they are few."""
    from builder.commands.paths import paths as run

    raise typer.Exit(run(file, ending, timed, most))


@app.command(name="map")
def draw_map(
    file: Scenario,
    format: Annotated[
        MapFormat | None,
        typer.Option(
            help="A list to read, a picture, or text for Mermaid or Graphviz. [default: as --out ends, or list]"
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="PATH", help="Where it goes. Without it, it is printed.")] = None,
) -> None:
    """Draw a scenario: its nodes, the choices between them, and in how many states a play can stand in each."""
    from builder.commands.map import draw_map as run

    raise typer.Exit(run(file, format.value if format else None, out))


@app.command()
def coverage(
    folder: Folder = None,
    format: Annotated[
        CoverageFormat | None,
        typer.Option(help="A table to read here, for spreadsheets, or as a page. [default: as --out ends, or text]"),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="PATH", help="Where it goes. Without it, it is printed.")] = None,
) -> None:
    """Show where each topic, misconception, marking point and outcome is taught, practised, assessed and evidenced."""
    from builder.commands.coverage import coverage as run

    raise typer.Exit(run(course_folder(folder), format.value if format else None, out))


@app.command()
def insight(
    folder: Folder = None,
    lrs: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Read statements from this LRS, as in https://lrs.example.org/xapi/."),
    ] = None,
    statements: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Read statements from a JSON array, or one a line.")
    ] = None,
    moodle: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Read Moodle's report of SCORM interactions, as downloaded.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="Leave out statements from before this day or moment.")
    ] = None,
    out: Annotated[Path, typer.Option(metavar="PATH", help="Where the page goes.")] = Path("report.html"),
    json: Annotated[Path | None, typer.Option(metavar="PATH", help="Write the figures as JSON here too.")] = None,
) -> None:
    """Show what learners did: misconceptions that survive, hard questions, branches taken, where people leave.

    Nobody is named, and groups of fewer than five are hidden. The LRS's credentials come from the environment:
    COURSEWRIGHT_LRS_KEY and COURSEWRIGHT_LRS_SECRET, or COURSEWRIGHT_LRS_AUTHORIZATION.
    """
    from builder.commands.insight import insight as run

    raise typer.Exit(run(course_folder(folder), lrs, statements, moodle, since, out, json))


@app.command()
def serve(
    folder: Folder = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port on this computer.")] = 8000,
) -> None:
    """Show a course in the browser, built anew and reloaded each time you save. Ctrl+C stops it.

    Mistakes are shown in the page and here. Needs `pip install 'coursewright[preview]'`.
    """
    from builder.commands.serve import serve as run

    raise typer.Exit(run(course_folder(folder), port))


@app.command()
def relay(
    lrs: Annotated[str, typer.Option(metavar="URL", help="The LRS's xAPI endpoint.")] = "",
    origin: Annotated[str, typer.Option(metavar="URL", help="Where the page is served from: https://host.")] = "",
    course: Annotated[
        list[str] | None,
        typer.Option(metavar="IRI", help="Pass on what is about this course (course.yaml's iri). Repeat it for more."),
    ] = None,
    home_page: Annotated[
        str, typer.Option(metavar="IRI", help="The site whose accounts learners sign in with; statements name it.")
    ] = "",
    listen: Annotated[str, typer.Option(metavar="HOST:PORT", help="Where to listen.")] = "127.0.0.1:8400",
    path: Annotated[str, typer.Option(metavar="/PATH", help="As outputs.html.lrs of course.yaml says.")] = "/xapi",
    user_header: Annotated[
        str, typer.Option(metavar="NAME", help="The header in which a proxy says who is signed in.")
    ] = "",
    trusted_proxy: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help="Believe that header from this address or network. Repeat it for more."),
    ] = None,
    user_cookie: Annotated[
        str, typer.Option(metavar="NAME", help="The signed cookie in which your site says who is signed in.")
    ] = "",
    cookie_hours: Annotated[int, typer.Option(metavar="N", min=1, max=720, help="How long a cookie holds.")] = 12,
    most_kilobytes: Annotated[int, typer.Option(metavar="N", min=16, max=65536, help="The largest request.")] = 1024,
    most_statements: Annotated[
        int, typer.Option(metavar="N", min=1, max=10000, help="The most statements in a request.")
    ] = 200,
    most_requests: Annotated[
        int, typer.Option(metavar="N", min=1, max=100000, help="The most a learner may ask in a minute.")
    ] = 120,
) -> None:
    """Pass on what a course's web page sends to an LRS, for whoever is signed in. Ctrl+C stops it.

    It runs on the page's own origin and holds the LRS's credentials, which it takes from the environment only:
    COURSEWRIGHT_LRS_KEY and COURSEWRIGHT_LRS_SECRET. docs/relay.md says how to set it up. Needs
    `pip install 'coursewright[relay]'`.
    """
    from builder.commands.relay import relay as run
    from builder.relay.options import Options
    from builder.relay.settings import Bounds

    bounds = Bounds(most_kilobytes * 1024, most_statements, most_requests)
    raise typer.Exit(
        run(
            Options(
                lrs=lrs,
                origin=origin,
                course=course or (),
                home_page=home_page,
                listen=listen,
                path=path,
                user_header=user_header,
                trusted_proxy=trusted_proxy or (),
                user_cookie=user_cookie,
                cookie_hours=cookie_hours,
                bounds=bounds,
            )
        )
    )


def main() -> None:
    """The command's entry: never a traceback, whatever happens."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="coursewright")
    except BrokenPipeError:
        # Whoever read our output has gone; Python must not try to flush it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        typer.echo(f"coursewright: {confession(error)}", err=True)
        sys.exit(BUG)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"coursewright {__version__}")
        raise typer.Exit
