"""Flies two-line elements by another library: orbit_axes.py skyfield|astropy FILE.tle EPOCH...; prints {GCRF, ITRF}: [epoch][satellite][x, y, z], km."""
import json
import sys
from datetime import datetime

library, path, epochs = sys.argv[1], sys.argv[2], sys.argv[3:]
lines = [line.rstrip("\n") for line in open(path) if not line.startswith("#")]
sets = [(lines[i].strip(), lines[i + 1], lines[i + 2]) for i in range(0, len(lines) - 2, 3)]
moments = [datetime.fromisoformat(epoch.replace("Z", "")) for epoch in epochs]


def by_skyfield():
    from skyfield.api import EarthSatellite, load
    from skyfield.framelib import itrs

    scale = load.timescale(builtin=True)
    found = {"GCRF": [], "ITRF": []}
    for when in moments:
        time = scale.utc(when.year, when.month, when.day, when.hour, when.minute, when.second)
        at = [EarthSatellite(first, second, name, scale).at(time) for name, first, second in sets]
        found["GCRF"].append([list(each.position.km) for each in at])
        found["ITRF"].append([list(each.frame_xyz(itrs).km) for each in at])
    return found


def by_astropy():
    from astropy import units as u
    from astropy.coordinates import GCRS, ITRS, TEME, CartesianRepresentation
    from astropy.time import Time
    from astropy.utils import iers
    from sgp4.api import Satrec

    iers.conf.auto_download = False
    iers.conf.iers_degraded_accuracy = "ignore"
    found = {"GCRF": [], "ITRF": []}
    for when in moments:
        time = Time(when, scale="utc")
        rows = {"GCRF": [], "ITRF": []}
        for _, first, second in sets:
            error, position, _ = Satrec.twoline2rv(first, second).sgp4(time.jd1, time.jd2)
            if error:
                raise SystemExit(f"sgp4: {error}")
            teme = TEME(CartesianRepresentation(position * u.km), obstime=time)
            for name, frame in (("GCRF", GCRS(obstime=time)), ("ITRF", ITRS(obstime=time))):
                rows[name].append(list(teme.transform_to(frame).cartesian.xyz.to_value(u.km)))
        for name, row in rows.items():
            found[name].append(row)
    return found


json.dump({"skyfield": by_skyfield, "astropy": by_astropy}[library](), sys.stdout)
