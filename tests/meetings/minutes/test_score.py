"""The real minutes of ../shared, where they are: what a good clerk found, scored as ../shared/score_minutes.py does."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[4] / "shared"
READER = (
    "import json, sys; from pathlib import Path; from meetings.minutes import read; "
    "print(json.dumps([read(Path(name).read_bytes()).as_json() for name in sys.argv[1:]]))"
)


@pytest.mark.skipif(not (SHARED / "score_minutes.py").exists(), reason="the real minutes in ../shared are not here")
@pytest.mark.parametrize("folder", ["seeds", "samples"])
def test_real_minutes_are_read_as_a_good_clerk_reads_them(folder: str) -> None:
    command = [sys.executable, str(SHARED / "score_minutes.py"), str(SHARED / "minutes" / folder), "--least", "0.98"]
    run = subprocess.run(
        [*command, "--", sys.executable, "-c", READER],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert run.returncode == 0, run.stdout + run.stderr
    shares = [float(share) for share in re.findall(r"(?:number|kind) (\d\.\d+)", run.stdout)]
    assert min(shares) >= 0.98, run.stdout


@pytest.mark.skipif(not (SHARED / "score_minutes.py").exists(), reason="the real minutes in ../shared are not here")
def test_the_answers_name_the_meetings_date_and_no_other() -> None:
    answers = sorted((SHARED / "minutes").glob("*/*.gold.json"))
    for path in answers:
        source = path.with_name(path.name.replace(".gold.json", ".txt"))
        lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
        text = "".join(line for place, line in enumerate(lines) if not (place < 4 and line.startswith("# ")))
        run = subprocess.run(
            [sys.executable, "-c", READER, "/dev/stdin"],
            input=text,
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[3],
        )
        found = json.loads(run.stdout)[0]
        assert found["date"] == json.loads(path.read_text(encoding="utf-8"))["date"], path.name
