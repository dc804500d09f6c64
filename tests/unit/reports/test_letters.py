"""A typed name or note may hold any letter; the report must still be made."""

from __future__ import annotations

import lzma
import random
import re
from dataclasses import replace
from datetime import date

import pytest

from counselor_app.paths import resources
from counselor_app.reports.branding import Branding
from counselor_app.reports.content import profile_content
from counselor_app.reports.letters import lacks_letters, lost_words, printable
from counselor_app.reports.typeset import letters_lost, report_pdf
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Zoë Łukasz Ștefan", "Zoë Łukasz Ștefan"),
        ("Анна, Νίκη", "Анна, Νίκη"),
        ("O*NET® “5 × 3” – 2024–34 †", "O*NET® “5 × 3” – 2024–34 †"),
        ("e\u0301", "é"),
        ("𝐉𝐨", "Jo"),
        ("日本", "日本"),
        ("龘", "?"),
        ("שָׂרָה", "שָׂרָה"),
        ("क्ष\u200da\u094d", "क्ष\u200da"),
        ("fine 😀", "fine ?"),
        ("bell\x07, tab\t, zero\u200bwidth", "bell , tab , zerowidth"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_letters_are_kept_made_plainer_or_marked(typed: str, printed: str) -> None:
    assert printable(typed) == printed


def test_a_lost_letter_is_known() -> None:
    assert lacks_letters("née 😀")
    assert not lacks_letters("王小明, محمد, राहुल")
    assert not lacks_letters("née, why?")


NAMES = (
    "王小明 歐陽娜娜", "陈伟", "さくら 田中", "김민준 이서연 뷁", "محمد أحمد العلي", "فاطمه رضایی",
    "عائشہ خان", "דוד כהן", "शर्मा", "অঞ্জনা", "ગુજરાતી", "ਹਰਪ੍ਰੀਤ ਸਿੰਘ", "தமிழ் செல்வி",
    "తెలుగు రాజు", "ಕನ್ನಡ ರಾವ್", "മലയാളം നായർ", "සිංහල පෙරේරා", "สมชาย ใจดี", "ສົມພອນ", "សុខា ចាន់",
    "မောင်မောင်", "ሀብታሙ ተስፋዬ", "Արամ Խաչատրյան", "ნინო ბერიძე", "Nguyễn Thị Ánh Ngọc", "Шевченко",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_names_of_the_larger_home_languages_are_printed_whole(name: str) -> None:
    assert printable(name) == name


def test_what_cannot_be_printed_is_named_before(pack: Pack) -> None:
    said = lost_words(["Jo 😀", "why?", "龘 😀", "王"])
    assert "龘 😀" in said
    assert "question mark" in said
    assert lost_words(NAMES) == ""
    content = profile_content(read_sheet(pack, "43-4051"), made_on=date(2026, 11, 22), version="1")
    assert letters_lost(content) == ""
    assert "😀" in letters_lost(content, Branding(name="School 😀"))


def test_every_face_for_names_is_asked_by_the_reports_and_free() -> None:
    faces = sorted((resources() / "fonts" / "names").glob("*.?tf"))
    template = (resources() / "report" / "base.typ").read_text("utf-8")
    asked = template.split("#let scripts = (")[1].split(")")[0]
    assert sorted(re.findall('"(.*?)"', asked)) == [face.stem for face in faces]
    assert "SIL OPEN FONT LICENSE" in (resources() / "fonts" / "OFL-Noto.txt").read_text("utf-8")
    packed = sum(len(lzma.compress(face.read_bytes(), preset=6)) for face in faces)
    assert packed < 3_000_000


def test_half_a_letter_of_one_script_and_half_of_another_is_set(pack: Pack) -> None:
    """Marks without their letter, after one of another script, and joiners anywhere."""
    rng = random.Random(7)
    marks = "\u0301\u093e\u094d\u0e31\u05b8\u064e\u200c\u200d\u200e\u202e\ufe0f\u25cc"
    letters = "".join(NAMES) + "aé1 -'(" + 2 * marks
    mixed = ["".join(rng.choices(letters, k=rng.randint(1, 9))) for _ in range(400)]
    sheet = read_sheet(pack, "43-4051")
    odd = replace(sheet, occupation=replace(sheet.occupation, title=" ".join(mixed)))
    content = profile_content(odd, made_on=date(2026, 11, 22), version="1")
    assert report_pdf(content).startswith(b"%PDF")


def test_a_report_is_made_whatever_was_typed(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    odd = replace(sheet, occupation=replace(sheet.occupation, title="日本 😀 \x07 \u202e \ud83d"))
    content = profile_content(odd, made_on=date(2026, 11, 22), version="1")
    assert report_pdf(content).startswith(b"%PDF")
