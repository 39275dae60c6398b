"""What every test shares: how Hypothesis searches, and what the report says about this machine."""

import os
import sqlite3

from hypothesis import settings

settings.register_profile("dev", deadline=None)  # a busy laptop is not a bug
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)  # the same run twice
PROFILE = "ci" if os.environ.get("CI") else "dev"
settings.load_profile(PROFILE)


def pytest_report_header() -> str:
    """Return the line that explains a failure seen on one machine only."""
    return f"sqlite: {sqlite3.sqlite_version}, hypothesis profile: {PROFILE}"
