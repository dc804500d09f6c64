"""Makes the faces for names in other scripts, `resources/fonts/names`, from Debian's Noto packages.

Run by hand when they change, with fontTools at hand and the files of the packages fonts-noto-core
and fonts-noto-cjk unpacked:

    python packaging/subset_fonts.py FOLDER/usr/share/fonts resources/fonts/names

The families get names of their own, so that a fuller Noto on the machine is not hidden by them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

JOINERS = (0x200C, 0x200D)
BLOCKS: dict[str, tuple[tuple[int, int], ...]] = {
    "Arabic": ((0x0600, 0x06FF), (0x0750, 0x077F)),
    "Armenian": ((0x0530, 0x058F),),
    "Bengali": ((0x0980, 0x09FF),),
    "Devanagari": ((0x0900, 0x097F),),
    "Ethiopic": ((0x1200, 0x137F),),
    "Georgian": ((0x10A0, 0x10FF),),
    "Gujarati": ((0x0A80, 0x0AFF),),
    "Gurmukhi": ((0x0A00, 0x0A7F),),
    "Hebrew": ((0x0590, 0x05FF),),
    "Kannada": ((0x0C80, 0x0CFF),),
    "Khmer": ((0x1780, 0x17FF),),
    "Lao": ((0x0E80, 0x0EFF),),
    "Malayalam": ((0x0D00, 0x0D7F),),
    "Myanmar": ((0x1000, 0x109F),),
    "Sinhala": ((0x0D80, 0x0DFF),),
    "Tamil": ((0x0B80, 0x0BFF),),
    "Telugu": ((0x0C00, 0x0C7F),),
    "Thai": ((0x0E00, 0x0E7F),),
}
KOREAN, CHINESE = 1, 2  # their places in the collection of CJK faces


def letters(codec: str, first: Iterable[int], second: Iterable[int]) -> set[int]:
    """The letters of the rows of a national standard, which order them by how common they are."""
    found: set[int] = set()
    columns = tuple(second)
    for row in first:
        for column in columns:
            found.update(map(ord, bytes((row, column)).decode(codec, "ignore")))
    return found


def han() -> set[int]:
    """Level 1 of GB 2312, Big5 and JIS X 0208, with the kana and the marks between names."""
    usual = range(0xA1, 0xFF)
    return (
        letters("gb2312", range(0xB0, 0xD8), usual)
        | letters("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *usual))
        | letters("euc_jp", range(0xB0, 0xD0), usual)
        | set(range(0x3041, 0x3100))
        | {0x3000, 0x3001, 0x3002, 0x3005, 0x30FB}
    )


def make(source: Path, place: int, script: str, wanted: Iterable[int], target: Path) -> None:
    """Write the ``wanted`` letters of a face under the name of their script."""
    options = subset.Options(hinting=False, font_number=place, notdef_outline=True)
    if place >= 0:
        options.layout_features = []  # else the forms for other countries come along
    font: TTFont = subset.load_font(source, options)
    maker = subset.Subsetter(options)
    maker.populate(unicodes=wanted)
    maker.subset(font)
    family = f"Counselor {script}"
    for record in list(font["name"].names):
        named = {1: family, 3: family, 4: family, 6: family.replace(" ", "")}.get(record.nameID)
        if named:
            record.string = named
        elif record.nameID in (16, 17, 21, 22, 25):
            font["name"].names.remove(record)
    if "CFF " in font:
        font["CFF "].cff.fontNames = [family.replace(" ", "")]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


def main() -> None:
    """Make every face; says what each is large."""
    fonts, target = map(Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    for script, blocks in BLOCKS.items():
        wanted = {code for first, last in blocks for code in range(first, last + 1)} | {0x25CC}
        source = fonts / "truetype" / "noto" / f"NotoSans{script}-Regular.ttf"
        make(source, -1, script, wanted | set(JOINERS), target / f"{script}.ttf")
    cjk = fonts / "opentype" / "noto" / "NotoSansCJK-Regular.ttc"
    make(cjk, CHINESE, "Han", han(), target / "Han.otf")
    make(cjk, KOREAN, "Hangul", range(0xAC00, 0xD7A4), target / "Hangul.otf")
    for path in sorted(target.glob("*.?tf")):
        print(f"{path.name} {path.stat().st_size:,}")


if __name__ == "__main__":
    main()
