"""Days, numbers, amounts and lengths of time as each language writes them, and the side that it begins on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from sample_pages import page

from playbook.model.jobs import Bundle
from playbook.model.values import DayValue, Span, StepDayValue
from playbook.render import page_html, read_bundle
from playbook.render.language import Language
from playbook.render.translation import Translation

DAY = DayValue("2026-11-21", date(2026, 11, 21), date(2026, 11, 21))
MONTH = DayValue("2026-11", date(2026, 11, 1), date(2026, 11, 30))
THEME = Path(__file__).parents[2] / "templates"


def language(name: str) -> Language:
    """Return a language without a catalogue."""
    return Language(name, Translation())


@pytest.mark.parametrize(
    ("name", "day", "month"),
    [
        ("en", "2026-11-21", "2026-11"),
        ("de", "21. Nov. 2026", "Nov. 2026"),
        ("ja", "2026年11月21日", "2026年11月"),
        ("ar", "21 نوفمبر 2026", "نوفمبر 2026"),
    ],
)
def test_days(name: str, day: str, month: str) -> None:
    """A day has its month in words, so that nobody takes it for another one; English keeps what the author wrote."""
    assert (language(name).shown(DAY), language(name).shown(MONTH)) == (day, month)


def test_what_is_evergreen_has_no_day() -> None:
    """A word stands for a day that never comes."""
    assert language("de").shown(DayValue("Evergreen", None, None)) == "evergreen"


@pytest.mark.parametrize(
    ("name", "number", "share", "money", "cents", "signed"),
    [
        ("en", "1,234.5", "12.5%", "250,000 EUR", "99.50 EUR", "+5"),
        ("de-AT", "1.234,5", "12,5 %", "€ 250.000", "€ 99,50", "+5"),
        ("de", "1.234,5", "12,5 %", "250.000 €", "99,50 €", "+5"),
        ("ja", "1,234.5", "12.5%", "€250,000", "€99.50", "+5"),
    ],
)
def test_numbers(name: str, number: str, share: str, money: str, cents: str, signed: str) -> None:
    """Thousands, decimals, percent and currency stand where the language has them."""
    here = language(name)
    told = (here.number(1234.5), here.share(0.125), here.money(250000, "EUR"), here.money(99.5, "EUR"), here.signed(5))
    assert tuple(each.replace("\xa0", " ") for each in told) == (number, share, money, cents, signed)


def test_an_unknown_currency_stands_beside_its_amount() -> None:
    """What is no code of three letters is shown as the team wrote it."""
    assert language("de").money(1500, "Taler").replace("\xa0", " ") == "1.500 Taler"
    assert language("de").money(1500, "") == "1.500"


def test_lengths_of_time_are_told_by_the_catalogue() -> None:
    """A span is a number and a word with its plural; English keeps what the author wrote."""
    words = Translation({"%(num)s business day": ("%(num)s Werktag", "%(num)s Werktage")}, lambda count: int(count != 1))
    german = Language("de", words)
    assert german.shown(Span("1 business day", 1, 1, "day", business=True)) == "1 Werktag"
    assert german.shown(Span("2-3 business days", 2, 3, "day", business=True)) == "2–3 Werktage"
    assert language("en").shown(Span("2-3 working days", 2, 3, "day", business=True)) == "2-3 working days"


def test_days_of_a_step() -> None:
    """A number is a number in every language; calendar days say so."""
    assert [language("de").shown(StepDayValue(text, 30, calendar)) for text, calendar in (("30", False), ("30 calendar", True))] == [
        "30",
        "30 calendar",
    ]


@pytest.mark.parametrize(
    ("name", "side"), [("ar", "rtl"), ("he-IL", "rtl"), ("ckb", "rtl"), ("en", "ltr"), ("ja", "ltr"), ("tlh", "ltr"), ("", "ltr")]
)
def test_direction(name: str, side: str) -> None:
    """What is written from the right begins on the right, and what nobody knows on the left."""
    assert language(name).direction == side


@pytest.mark.parametrize("template", ["play.html", "pdf/play.html"])
@pytest.mark.parametrize(
    ("name", "tag"), [("ar", '<html lang="ar" dir="rtl"'), ("de_AT", '<html lang="de-AT" style'), ("", '<html lang="en" ')]
)
def test_a_page_says_its_language_and_side(template: str, name: str, tag: str) -> None:
    """The page tells browsers, readers of screens and hyphenation which language it is."""
    shown = page(template)
    shown = replace(shown, frame=replace(shown.frame, language=name))
    made = page_html(replace(shown, template=template), read_bundle(THEME), "").content
    assert made
    assert tag in made.decode()


def test_pages_of_two_languages_stand_side_by_side(bundle: Bundle) -> None:
    """The words belong to the page and to no process: a page in another language between two others changes neither."""
    german = b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\nmsgid "Skip to the content"\nmsgstr "Zum Inhalt"\n'
    mixed = Bundle({**bundle.files, "team/languages/de.po": german}, "mixed")
    english = page("play.html")
    in_german = replace(english, frame=replace(english.frame, language="de"))
    made = [page_html(each, mixed, "").content or b"" for each in (english, in_german, english)]
    assert [b"Zum Inhalt" in each for each in made] == [False, True, False]
    assert made[0] == made[2]
