"""Runs one step of `make test` under its name and says what it cost: step.py NAME COMMAND [ARGUMENT...]."""

import subprocess
import sys
import time


def main(name: str, *command: str) -> int:
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    code = subprocess.run(command, check=False).returncode
    outcome = "passed" if code == 0 else f"FAILED ({code})"
    # The closing line of pytest stays the last one: it tells its own time.
    if code or "pytest" not in command:
        print(f"-- {name}: {outcome} in {time.monotonic() - began:.1f} s", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
