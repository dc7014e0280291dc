"""Tests of the package; they start the real program. Run: python -m unittest discover -s python/tests"""

import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))

import cupola  # noqa: E402
from cupola import answer as answers  # noqa: E402
from cupola.command import _words_of  # noqa: E402

SCENARIO = str(ROOT / "scenarios" / "one-missile.yaml")


class Calls(unittest.TestCase):
    def test_a_run_is_an_answer_with_attributes(self):
        answer = cupola.run(SCENARIO, trials=40, seed=3)
        self.assertEqual(answer["trials"], 40)
        self.assertEqual(answer.trials, 40)
        self.assertEqual(answer.effect.no_leaker.probability, answer["effect"]["noLeaker"]["probability"])
        self.assertIn("effect", dir(answer))

    def test_an_answer_is_printed_short(self):
        printed = str(cupola.run(SCENARIO, trials=5)).splitlines()
        self.assertEqual(printed[0], "One missile")
        self.assertIn("effect", printed[-1])
        self.assertLess(len(printed), 4)
        told = answers.Answer({"name": "A", "headline": {"sentence": "It holds."}, "run": {"trials": 1}})
        self.assertEqual(str(told), "A\nIt holds.\n[headline, name, run]")

    def test_what_is_set_counts(self):
        shots = [
            cupola.run(SCENARIO, trials=40, set={"interceptors.sbi.salvo": salvo}).effect["layers"][0]["shotsPerRaid"]
            for salvo in (1, 2)
        ]
        self.assertGreater(shots[1], shots[0])

    def test_lists_of_objects_are_tables(self):
        layers = cupola.run(SCENARIO, trials=40).effect.layers
        if isinstance(layers, cupola.Rows):
            self.assertEqual(layers.column("id"), ["sbi"])
        else:
            self.assertEqual(list(layers["id"]), ["sbi"])
            self.assertIn("shotResults.killed", layers.columns)

    def test_every_problem_of_bad_input_is_told(self):
        with self.assertRaises(cupola.CupolaError) as caught:
            cupola.run(SCENARIO, trials=0, seed=-1)
        self.assertEqual(caught.exception.exit_code, 2)
        self.assertEqual(len(caught.exception.problems), 2)
        self.assertIn("--trials", caught.exception.problems[0])

    def test_a_check_that_fails_is_an_answer(self):
        found = cupola.check(SCENARIO, str(ROOT / "no-such-file.yaml"))
        rows = found if isinstance(found, cupola.Rows) else found.to_dict("records")
        self.assertEqual([row["isRunnable"] for row in rows], [True, False])

    def test_a_name_that_names_nothing_is_an_error(self):
        with self.assertRaisesRegex(AttributeError, "effect"):
            cupola.run(SCENARIO, trials=20).efect


class Words(unittest.TestCase):
    def test_options_become_words(self):
        words = _words_of({"budget_musd": 175000, "brief": True, "pairs": False, "without": ["a", "b"], "date": None})
        self.assertEqual(words, ["--budget-musd", "175000", "--brief", "--without", "a", "--without", "b"])

    def test_a_range_is_one_value(self):
        words = _words_of({"set": {"interceptors.sbi.lifeYr": {"value": 5, "low": 4, "high": 8}}})
        self.assertEqual(words, ["--set", 'interceptors.sbi.lifeYr={"value": 5, "low": 4, "high": 8}'])

    def test_without_pandas_lists_are_rows(self):
        kept = answers._pandas
        answers._pandas = lambda: None
        try:
            rows = answers.shown([{"date": "2030", "noLeaker": {"p50": 0.5}}, {"date": "2031"}])
        finally:
            answers._pandas = kept
        self.assertEqual(rows.column("noLeaker.p50"), [0.5, None])


if __name__ == "__main__":
    unittest.main()
