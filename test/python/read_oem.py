"""
A strict reader of CCSDS orbit ephemeris messages, written from the standard (502.0-B, sections 5 and 7) with Python's library alone.

read_oem.py FILE [EPOCH...] prints {header, segments: [{meta, states, covariances}], at}: states as [seconds after START_TIME, x, y, z,
vx, vy, vz]; `at` holds the position at each epoch, interpolated as the message asks. A message that breaks a rule ends with its line.
"""
import json
import re
import sys
from datetime import datetime, timedelta

HEADER = ["CCSDS_OEM_VERS", "CLASSIFICATION", "CREATION_DATE", "ORIGINATOR", "MESSAGE_ID"]
META = [
    "OBJECT_NAME", "OBJECT_ID", "CENTER_NAME", "REF_FRAME", "REF_FRAME_EPOCH", "TIME_SYSTEM", "START_TIME", "USEABLE_START_TIME",
    "USEABLE_STOP_TIME", "STOP_TIME", "INTERPOLATION", "INTERPOLATION_DEGREE",
]
OPTIONAL = {
    "CLASSIFICATION", "MESSAGE_ID", "REF_FRAME_EPOCH", "USEABLE_START_TIME", "USEABLE_STOP_TIME", "INTERPOLATION", "INTERPOLATION_DEGREE",
}
DATE = re.compile(r"\d{4}-(\d{2}-\d{2}|\d{3})T\d{2}:\d{2}:\d{2}(\.\d+)?Z?$")
NUMBER = re.compile(r"[+-]?\d+\.\d+$|[+-]?\d\.\d*[Ee][+-]?\d+$|[+-]?\d+$")


class Broken(Exception):
    pass


def time_of(text):
    if not DATE.match(text):
        raise Broken(f"no time of the standard: {text}")
    whole, _, fraction = text.rstrip("Z").partition(".")
    form = "%Y-%jT%H:%M:%S" if len(whole) == 17 else "%Y-%m-%dT%H:%M:%S"
    return datetime.strptime(whole, form) + timedelta(seconds=float("0." + (fraction or "0")))


def number(text):
    if not NUMBER.match(text) or len(re.sub(r"[^0-9]", "", re.split("[Ee]", text)[0])) > 16:
        raise Broken(f"no number of the standard: {text}")
    return float(text)


class Lines:
    """The lines of a message with their numbers; blank ones are passed over."""

    def __init__(self, data):
        text = data.decode("ascii")
        if re.search(r"[^\x20-\x7e\r\n]", text):
            raise Broken("a control character")
        self.rest = []
        for at, line in enumerate(re.split(r"\r\n|\n\r|\n|\r", text), 1):
            if len(line) > 254:
                raise Broken(f"line {at} is longer than 254 characters")
            if line.strip():
                self.rest.append((at, line.strip()))
        self.at = 0

    def peek(self):
        return self.rest[0][1] if self.rest else None

    def take(self):
        self.at, line = self.rest.pop(0)
        return line

    def comments(self):
        while self.peek() is not None and re.match(r"COMMENT( |$)", self.peek()):
            self.take()


def assignments(lines, order, stop):
    """`KEYWORD = value` lines in the order of the standard's table, up to a line that `stop` accepts."""
    found, place = {}, -1
    while lines.peek() is not None and not stop(lines.peek()):
        line = lines.take()
        match = re.match(r"([A-Z0-9_]+)\s*=\s*(.*)$", line)
        if not match:
            raise Broken(f"no assignment: {line}")
        key, value = match.groups()
        if key not in order:
            raise Broken(f"keyword has no place here: {key}")
        if order.index(key) <= place:
            raise Broken(f"keyword out of order: {key}")
        if not value:
            raise Broken(f"keyword without a value: {key}")
        place, found[key] = order.index(key), value
        if key == "CCSDS_OEM_VERS":
            lines.comments()
    for key in order:
        if key not in OPTIONAL and key not in found:
            raise Broken(f"keyword is missing: {key}")
    return found


def segment(lines):
    if lines.take() != "META_START":
        raise Broken("expected META_START")
    lines.comments()
    meta = assignments(lines, META, lambda line: line == "META_STOP")
    if lines.peek() != "META_STOP":
        raise Broken("META_STOP is missing")
    lines.take()
    lines.comments()
    if ("INTERPOLATION" in meta) != ("INTERPOLATION_DEGREE" in meta):
        raise Broken("INTERPOLATION and its degree come together")
    start, stop = time_of(meta["START_TIME"]), time_of(meta["STOP_TIME"])
    states = []
    while lines.peek() is not None and DATE.match(lines.peek().split(" ")[0]):
        words = lines.take().split()
        if len(words) not in (7, 10):
            raise Broken(f"a state has 7 or 10 items, not {len(words)}")
        seconds = (time_of(words[0]) - start).total_seconds()
        if states and seconds <= states[-1][0]:
            raise Broken("times do not increase")
        states.append([seconds, *map(number, words[1:])])
        lines.comments()
    if not states:
        raise Broken("no states")
    if states[0][0] < 0 or states[-1][0] > (stop - start).total_seconds():
        raise Broken("a state lies outside the span")
    if "INTERPOLATION" in meta and len(states) < needed(meta):
        raise Broken(f"{len(states)} states are too few for {meta['INTERPOLATION']} of degree {meta['INTERPOLATION_DEGREE']}")
    return {"meta": meta, "states": states, "covariances": covariances(lines)}


def needed(meta):
    degree = int(meta["INTERPOLATION_DEGREE"])
    return {"LAGRANGE": degree + 1, "HERMITE": (degree + 1) // 2, "LINEAR": 2}[meta["INTERPOLATION"].upper()]


def covariances(lines):
    found = []
    if lines.peek() != "COVARIANCE_START":
        return found
    lines.take()
    while lines.peek() is not None and lines.peek() != "COVARIANCE_STOP":
        lines.comments()
        each = assignments(lines, ["EPOCH", "COV_REF_FRAME"], lambda line: "=" not in line)
        rows = [[number(word) for word in lines.take().split()] for _ in range(6)]
        if [len(row) for row in rows] != [1, 2, 3, 4, 5, 6]:
            raise Broken("a covariance is a lower triangle of six rows")
        found.append({**each, "rows": rows})
    if lines.peek() is None:
        raise Broken("COVARIANCE_STOP is missing")
    lines.take()
    return found


def interpolated(segments, epoch):
    """Position at an epoch by Lagrange's polynomial through the states around it."""
    for each in segments:
        x = (epoch - time_of(each["meta"]["START_TIME"])).total_seconds()
        states = each["states"]
        if states[0][0] <= x <= states[-1][0]:
            count = int(each["meta"]["INTERPOLATION_DEGREE"]) + 1
            after = next(i for i, state in enumerate(states) if state[0] >= x)
            first = min(max(0, after - count // 2), len(states) - count)
            around = states[first : first + count]
            total = [0.0, 0.0, 0.0]
            for j, (xj, *yj) in enumerate(around):
                weight = 1.0
                for k, (xk, *_) in enumerate(around):
                    if k != j:
                        weight *= (x - xk) / (xj - xk)
                total = [so_far + weight * y for so_far, y in zip(total, yj)]
            return total
    raise Broken(f"{epoch.isoformat()} lies in no segment")


def message(data):
    lines = Lines(data)
    try:
        if lines.peek() is None or not lines.peek().startswith("CCSDS_OEM_VERS"):
            raise Broken("the first line is not CCSDS_OEM_VERS")
        header = assignments(lines, HEADER, lambda line: line == "META_START")
        time_of(header["CREATION_DATE"])
        segments = []
        while lines.peek() is not None:
            segments.append(segment(lines))
        if not segments:
            raise Broken("no segment")
        if len({each["meta"]["OBJECT_NAME"] for each in segments}) > 1:
            raise Broken("a message holds one object")
        if len({each["meta"]["TIME_SYSTEM"] for each in segments}) > 1:
            raise Broken("TIME_SYSTEM changes")
        return header, segments
    except Broken as problem:
        raise Broken(f"line {lines.at}: {problem}") from None


if __name__ == "__main__":
    try:
        with open(sys.argv[1], "rb") as file:
            header, segments = message(file.read())
        at = [interpolated(segments, time_of(epoch)) for epoch in sys.argv[2:]]
    except Broken as problem:
        sys.exit(str(problem))
    json.dump({"header": header, "segments": segments, "at": at}, sys.stdout)
