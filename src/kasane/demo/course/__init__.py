"""The made-up households' courses, turned into acts of the product."""

from kasane.demo.course.file import File
from kasane.demo.course.steps import steps_of

__all__ = ["File", "steps_of"]
