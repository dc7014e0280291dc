"""The tasks of bench/peers.ts by Python's libraries: peers.py TASK, input as JSON on standard input, CPU seconds and answers as JSON."""
import json
import statistics
import sys
import time


def median(work, rounds):
    """CPU seconds of one round: the median, after one to warm up."""
    answer, times = work(0), []
    for k in range(1, rounds + 1):
        before = time.process_time()
        work(k)
        times.append(time.process_time() - before)
    return statistics.median(times), answer


def network(given):
    import networkx
    import numpy as np
    import scipy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    o = given["orbits"]
    plane = np.repeat(np.arange(o["planes"]), o["satellitesPerPlane"])
    slot = np.tile(np.arange(o["satellitesPerPlane"]), o["planes"])
    node0, phase0 = np.array(o["raanRad"])[plane], np.array(o["planePhaseRad"])[plane]
    ahead = 2 * np.pi * slot / o["satellitesPerPlane"]
    cos_i, sin_i = np.cos(o["inclinationRad"]), np.sin(o["inclinationRad"])
    ends = np.array(given["links"])
    stations, ups = np.array(given["stations"]), np.array(given["ups"])
    n, m = len(plane), len(stations)
    least = np.sin(given["minElevationRad"])

    def moment(k):
        at, gmst = given["timesS"][k % len(given["timesS"])], given["gmstRad"][k % len(given["timesS"])]
        u = phase0 + ahead + o["meanMotionRadS"] * at
        node = node0 + o["raanRateRadS"] * at - gmst
        x, y = np.cos(u), np.sin(u) * cos_i
        place = o["semiMajorAxisKm"] * np.stack(
            [x * np.cos(node) - y * np.sin(node), x * np.sin(node) + y * np.cos(node), np.sin(u) * sin_i], axis=1
        )
        hops = np.linalg.norm(place[ends[:, 0]] - place[ends[:, 1]], axis=1) / given["speedKmS"]
        away = place[None] - stations[:, None]
        far = np.linalg.norm(away, axis=2)
        seen = np.einsum("ijk,ik->ij", away, ups) >= least * far
        return hops, np.where(seen, far / given["speedKmS"], np.inf)

    def by_scipy(k):
        hops, up = moment(k)
        i, j = np.nonzero(np.isfinite(up))
        rows = np.concatenate([ends[:, 0], ends[:, 1], n + i, j])
        columns = np.concatenate([ends[:, 1], ends[:, 0], j, n + m + i])
        weights = np.concatenate([hops, hops, up[i, j], up[i, j]])
        graph = csr_matrix((weights, (rows, columns)), shape=(n + 2 * m, n + 2 * m))
        return 2000 * dijkstra(graph, indices=range(n, n + m))[:, n + m :]

    def by_networkx(k):
        hops, up = moment(k)
        graph = networkx.DiGraph()
        for (a, b), s in zip(ends.tolist(), hops.tolist()):
            graph.add_edge(a, b, weight=s)
            graph.add_edge(b, a, weight=s)
        for i, j in zip(*np.nonzero(np.isfinite(up))):
            graph.add_edge(("from", int(i)), int(j), weight=up[i, j])
            graph.add_edge(int(j), ("to", int(i)), weight=up[i, j])
        found = np.full((m, m), np.inf)
        for i in range(m):
            if ("from", i) in graph:
                lengths = networkx.single_source_dijkstra_path_length(graph, ("from", i))
                for j in range(m):
                    found[i, j] = lengths.get(("to", j), np.inf)
        return 2000 * found

    def by_floyd_warshall(k):
        hops, up = moment(k)
        graph = networkx.Graph()
        graph.add_nodes_from(range(n))
        graph.add_weighted_edges_from((a, b, s) for (a, b), s in zip(ends.tolist(), hops.tolist()))
        between = np.asarray(networkx.floyd_warshall_numpy(graph))
        found = np.full((m, m), np.inf)
        for i in range(m):
            first = (up[i][:, None] + between)[np.isfinite(up[i])].min(axis=0, initial=np.inf)
            found[i] = np.where(np.isfinite(up), first + up, np.inf).min(axis=1)
        return 2000 * found

    answers = {}
    for name, work, rounds, version in [
        ("numpy + scipy, Dijkstra", by_scipy, 7, f"scipy {scipy.__version__}"),
        ("networkx, Dijkstra", by_networkx, 3, f"networkx {networkx.__version__}"),
        ("networkx, Floyd-Warshall (what Hypatia calls)", by_floyd_warshall, 1, f"networkx {networkx.__version__}"),
    ]:
        seconds, found = median(work, rounds)
        np.fill_diagonal(found, 0)
        answers[name] = {"cpuS": seconds, "version": version, "rttMs": [x if np.isfinite(x) else None for x in found.ravel().tolist()]}
    return answers


def sgp4(given):
    from importlib.metadata import version

    import numpy as np
    from sgp4 import omm
    from sgp4.api import Satrec, SatrecArray, accelerated, jday

    satellites = []
    for fields in given["elements"]:
        satellite = Satrec()
        omm.initialize(satellite, fields)
        satellites.append(satellite)
    many = SatrecArray(satellites)
    day, fraction = jday(*given["startUtc"])
    steps = given["steps"]
    days = np.full(steps, day)
    fractions = fraction + np.arange(steps) * given["stepS"] / 86400

    def fly(_):
        _, place, _ = many.sgp4(days, fractions)
        return place

    seconds, place = median(fly, 5)
    name = "sgp4 for Python, C++" if accelerated else "sgp4 for Python, without its C++ part"
    return {name: {"cpuS": seconds, "version": f"sgp4 {version('sgp4')}", "last": place[:, -1].tolist()}}


def passes(given):
    import skyfield
    from skyfield.api import EarthSatellite, load, wgs84
    from sgp4 import omm
    from sgp4.api import Satrec

    scale = load.timescale(builtin=True)
    place = wgs84.latlon(given["latDeg"], given["lonDeg"])
    begin = scale.utc(*given["startUtc"])
    end = scale.tt_jd(begin.tt + 1)
    satellites = []
    for fields in given["elements"]:
        satellite = Satrec()
        omm.initialize(satellite, fields)
        satellites.append(EarthSatellite.from_satrec(satellite, scale))

    def find(_):
        rises = 0
        for satellite in satellites:
            _, events = satellite.find_events(place, begin, end, altitude_degrees=given["minElevationDeg"])
            rises += int((events == 0).sum())
        return rises

    seconds, rises = median(find, 3)
    version = ".".join(map(str, skyfield.VERSION))
    return {"Skyfield, find_events": {"cpuS": seconds / len(satellites), "version": f"Skyfield {version}", "rises": rises}}


json.dump({"network": network, "sgp4": sgp4, "passes": passes}[sys.argv[1]](json.load(sys.stdin)), sys.stdout)
