"""The corpus breaks the small bulletin of the tests of intake."""

from __future__ import annotations

from tests.intake.conftest import bench, sound

__all__ = ["bench", "sound"]
