"""Where the Japanese font of the sheets is installed.

The font comes with the package `noto-cjk-sans-jp-regular` (SIL Open Font License 1.1, no dependencies), so
that the same paper comes out of every machine and no font lies in this repository.
"""

from __future__ import annotations

from functools import cache
from importlib import metadata
from pathlib import Path

PACKAGE = "noto-cjk-sans-jp-regular"
FONT_FILE = "NotoSansCJKjp-Regular.otf"


class FontMissing(RuntimeError):
    """The Japanese font is not installed, so no sheet can be printed."""


@cache
def font_directory() -> Path:
    """The folder that holds the Japanese font. Raises FontMissing with what to do about it."""
    return _directory_of(PACKAGE, FONT_FILE)


def _directory_of(package: str, file_name: str) -> Path:
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        files = []
    for file in files:
        path = Path(str(file.locate()))
        if file.name == file_name and path.is_file():
            return path.parent.resolve()
    raise FontMissing(
        f"帳票を印刷するための日本語フォント({file_name})が見つかりません。"
        f"パッケージ {package} を入れてから、もう一度お試しください(requirements.lock に含まれています)。"
    )
