"""Town profiles: what differs between municipalities, as checked configuration (TOML), never as code."""

from kasane.profiles.errors import Problem, ProfileError
from kasane.profiles.loader import available, load
from kasane.profiles.model import Profile

__all__ = ["Problem", "Profile", "ProfileError", "available", "load"]
