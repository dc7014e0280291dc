"""An answer of the program: JSON whose keys are attributes, and whose lists of objects are tables."""

import re


class Answer(dict):
    """A JSON object. ``answer["byDate"]`` is what the program printed; ``answer.by_date`` is the same as a table."""

    def __getattr__(self, name):
        key = _key_of(self, name)
        if key is None:
            raise AttributeError(f"no {name!r} in this answer; it has {', '.join(sorted(map(_snake, self)))}")
        return shown(self[key])

    def __str__(self):
        """Its name and its sentence, where it has them: the whole is ``dict(answer)``."""
        name, headline = self.get("name"), self.get("headline")
        if not isinstance(name, str):
            return super().__str__()
        sentence = headline.get("sentence") if isinstance(headline, dict) else None
        keys = ", ".join(sorted(map(_snake, self)))
        return "\n".join(line for line in (name, sentence, f"[{keys}]") if line)

    def __dir__(self):
        return [*super().__dir__(), *map(_snake, self)]


class Rows(list):
    """A list of objects, where pandas is not there."""

    def column(self, name):
        """One value a row, by a dotted path such as ``noLeaker.p50``; None where a row has none."""
        return [_at(row, name.split(".")) for row in self]


def shown(value):
    """An object as an :class:`Answer`, a list of objects as a data frame (with dotted columns) or :class:`Rows`."""
    if isinstance(value, dict):
        return Answer(value)
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        pandas = _pandas()
        return Rows(value) if pandas is None else pandas.json_normalize(value)
    return value


def _key_of(answer, name):
    if name in answer:
        return name
    return next((key for key in answer if _snake(key) == name), None)


def _snake(key):
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", key).replace("-", "_").lower()


def _at(row, path):
    for part in path:
        if not isinstance(row, dict):
            return None
        row = row.get(part)
    return row


def _pandas():
    try:
        import pandas
    except ImportError:
        return None
    return pandas
