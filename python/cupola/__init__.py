"""Cupola from Python: every command as a function, its JSON as attributes and data frames."""

from .answer import Answer, Rows
from .command import (
    CupolaError,
    call,
    check,
    claim,
    compare,
    coverage,
    field,
    partners,
    route,
    run,
    salvo,
    size,
    source,
    validate,
)

__all__ = [
    "Answer",
    "CupolaError",
    "Rows",
    "call",
    "check",
    "claim",
    "compare",
    "coverage",
    "field",
    "partners",
    "route",
    "run",
    "salvo",
    "size",
    "source",
    "validate",
]
