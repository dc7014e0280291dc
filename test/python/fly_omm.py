"""Flies the mean elements of a file by Brandon Rhodes' sgp4: fly_omm.py FILE.json|csv|xml EPOCH...; prints [epoch][satellite][x, y, z], km TEME."""
import json
import sys
from datetime import datetime

from sgp4 import omm
from sgp4.api import Satrec, jday

path, epochs = sys.argv[1], sys.argv[2:]
if path.endswith(".json"):
    fields = json.load(open(path))
elif path.endswith(".csv"):
    fields = list(omm.parse_csv(open(path, newline="")))
else:
    fields = list(omm.parse_xml(open(path)))

satellites = []
for each in fields:
    satellite = Satrec()
    omm.initialize(satellite, each)
    satellites.append(satellite)

flown = []
for epoch in epochs:
    when = datetime.fromisoformat(epoch.replace("Z", ""))
    date = jday(when.year, when.month, when.day, when.hour, when.minute, when.second + when.microsecond / 1e6)
    rows = []
    for satellite in satellites:
        error, position, _ = satellite.sgp4(*date)
        if error:
            raise SystemExit(f"sgp4 gives up on {satellite.satnum}: {error}")
        rows.append(position)
    flown.append(rows)
json.dump({"names": [each["OBJECT_NAME"] for each in fields], "positions": flown}, sys.stdout)
