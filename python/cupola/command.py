"""Runs the command line and reads the JSON that it prints."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from .answer import shown


class CupolaError(Exception):
    """What the program refused, or could not do.

    Attributes:
        problems: each problem on a line of its own, with file and place, as the program wrote it
        exit_code: 2 for bad input, 1 where the program failed
    """

    def __init__(self, text, exit_code):
        super().__init__(text)
        self.exit_code = exit_code
        self.problems = [line for line in text.splitlines() if line and "nothing was run" not in line]


def call(command, *words, **options):
    """Runs one command with ``--json``.

    Args:
        command: name such as ``"run"``
        words: what stands after it, such as a file
        options: by name with underscores: ``budget_musd=175000`` is ``--budget-musd 175000``; ``True`` is the option alone, a list
            repeats it, a dictionary (``set``, ``elements``) repeats it as ``key=value``; ``None`` and ``False`` leave it out

    Returns:
        The document: an :class:`Answer`, or a table where it is a list of objects

    Raises:
        CupolaError: what the program said of bad input
        FileNotFoundError: there is no program
    """
    line = [*program(), command, *map(str, words), *_words_of(options), "--json"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    # a check that failed prints what it found, and exits with 1 or 2
    if done.stdout.lstrip()[:1] not in ("{", "["):
        raise CupolaError((done.stderr or done.stdout).strip(), done.returncode)
    return shown(json.loads(done.stdout))


def program():
    """The command line of Cupola: of the environment's CUPOLA, on the path, or beside this package in a clone."""
    named = os.environ.get("CUPOLA")
    if named:
        return ["node", named] if named.endswith((".js", ".mjs")) else [named]
    found = shutil.which("cupola")
    if found:
        return [found]
    beside = Path(__file__).resolve().parents[2] / "cupola"
    if beside.is_file():
        return [str(beside)]
    raise FileNotFoundError("no cupola on the path; set CUPOLA to its file")


def _words_of(options):
    words = []
    for name, value in options.items():
        option = f"--{name.replace('_', '-')}"
        if value is None or value is False:
            continue
        if value is True:
            words.append(option)
        elif isinstance(value, dict):
            for key, inner in value.items():
                words += [option, f"{key}={_word(inner)}"]
        elif isinstance(value, (list, tuple)):
            for inner in value:
                words += [option, _word(inner)]
        else:
            words += [option, _word(value)]
    return words


def _word(value):
    """A value as YAML takes it: a dictionary with a range is written as one."""
    return json.dumps(value) if isinstance(value, (dict, list, bool)) else str(value)


def run(scenario, **options):
    """Does the shield close, by date and as if complete, and what does it cost: ``cupola run``."""
    return call("run", scenario, **options)


def claim(scenario, **options):
    """What a claim about money, date and effect is worth: ``cupola claim``."""
    return call("claim", scenario, **options)


def partners(scenario, **options):
    """Whom the shield depends on, and what is left when one leaves: ``cupola partners``."""
    return call("partners", scenario, **options)


def source(scenario, **options):
    """The mix of partners that survives any loss, and its price: ``cupola source``."""
    return call("source", scenario, **options)


def compare(first, second, **options):
    """Two scenarios or results side by side: ``cupola compare``."""
    return call("compare", first, second, **options)


def check(*scenarios, **options):
    """All that is wrong with scenarios, without a run; a table with a row a file: ``cupola check``."""
    return call("check", *scenarios, **options)


def coverage(scenario, **options):
    """How many satellites see or reach each latitude: ``cupola coverage``."""
    return call("coverage", scenario, **options)


def route(scenario, **options):
    """Way and latency of a message: ``cupola route``."""
    return call("route", scenario, **options)


def field(scenario, **options):
    """When it stands: ``cupola field``."""
    return call("field", scenario, **options)


def size(file=None, **options):
    """Size and cost of a layer in closed form: ``cupola size``."""
    return call("size", *([] if file is None else [file]), **options)


def salvo(**options):
    """Interceptors needed against a raid in closed form: ``cupola salvo``."""
    return call("salvo", **options)


def validate(**options):
    """Published figures beside computed ones: ``cupola validate``."""
    return call("validate", **options)
