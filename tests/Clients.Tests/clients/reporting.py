"""One line of JSON per test, which the C# side reads."""

import json
import sys
import traceback


def report(test, outcome, detail=""):
    print(json.dumps({"test": test, "outcome": outcome, "detail": detail}), flush=True)


def run_all(cases):
    """Runs each function of a dictionary by name; an exception is a failure."""
    for name, case in cases.items():
        try:
            report(name, "passed", case() or "")
        except Exception:
            report(name, "failed", traceback.format_exc())
    sys.exit(0)
