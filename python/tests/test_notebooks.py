"""Runs the code of every notebook in order, as Jupyter would."""

import contextlib
import io
import json
import os
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))
NOTEBOOKS = sorted((ROOT / "python" / "notebooks").glob("*.ipynb"))


class Notebooks(unittest.TestCase):
    def test_there_are_four(self):
        self.assertEqual(len(NOTEBOOKS), 4)

    def test_every_cell_runs(self):
        kept = os.getcwd()
        os.chdir(ROOT / "python" / "notebooks")
        try:
            for notebook in NOTEBOOKS:
                with self.subTest(notebook.name):
                    self.run_one(notebook)
        finally:
            os.chdir(kept)

    def run_one(self, notebook):
        names = {"__name__": "notebook"}
        printed = io.StringIO()
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] != "code":
                continue
            with contextlib.redirect_stdout(printed):
                exec(compile("".join(cell["source"]), notebook.name, "exec"), names)  # noqa: S102


if __name__ == "__main__":
    unittest.main()
