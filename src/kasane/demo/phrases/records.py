"""Words of support records that fit any household: first contacts, scenes, seasons, ends of a talk."""

from kasane.demo.texts import Bank, bank, banks, load
from kasane.demo.themes.base import lines

_FILE = "phrases/records"

INTAKE_LINES: tuple[Bank, ...] = tuple(tuple(row) for row in load(_FILE)["intake_lines"])
JUSO_LINES = lines(load(_FILE)["juso_lines"])
PRE_CONSENT_LINES = lines(load(_FILE)["pre_consent_lines"])
VISIT_SCENES = bank(_FILE, "visit_scenes")
TALK_SCENES = bank(_FILE, "talk_scenes")
PHONE_SCENES = bank(_FILE, "phone_scenes")
AFTER = bank(_FILE, "after")
SEASONS: dict[int, Bank] = {int(month): said for month, said in banks(_FILE, "seasons").items()}
PLACES = banks(_FILE, "places")
