"""Runs the blocks of the tutorial in order, and holds what it shows against what they print."""

import contextlib
import io
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))
PAGE = ROOT / "docs" / "tutorials" / "python.md"


class Tutorial(unittest.TestCase):
    def test_every_block_prints_what_the_page_shows(self):
        blocks = re.findall(r"^```(python|text)\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.S | re.M)
        kept = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "examples").symlink_to(ROOT / "examples")
            os.chdir(folder)
            try:
                shown = self.run_all(blocks)
            finally:
                os.chdir(kept)
            self.assertGreater((Path(folder) / "by-date.png").stat().st_size, 10_000)
        self.assertEqual(shown, 5)

    def run_all(self, blocks):
        """Runs them with the same names. Returns how many outputs it compared."""
        names, printed, shown = {}, "", 0
        for language, text in blocks:
            if language == "python":
                out = io.StringIO()
                with contextlib.redirect_stdout(out):
                    exec(compile(text, PAGE.name, "exec"), names)  # noqa: S102
                printed = out.getvalue()
                continue
            with self.subTest(text.splitlines()[0]):
                self.assertEqual(lines_of(printed), lines_of(text))
            shown += 1
        return shown


def lines_of(text):
    """Its lines without the blanks at their ends, which pandas leaves."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


if __name__ == "__main__":
    unittest.main()
