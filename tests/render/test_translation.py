"""The theme's words in other languages: what a catalogue says is shown, what it leaves open stays English, the team's comes first."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from playbook.model.jobs import Bundle
from playbook.model.theme_words import ThemeWords
from playbook.problems import PlaybookError
from playbook.render.language import Language
from playbook.render.translation import Translation, translation

ROOT = Path(__file__).parents[2]
GERMAN = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
ARABIC = (
    'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10'
    ' ? 3 : n%100>=0 && n%100<=2 ? 4 : 5);\\n"\n\n'
)


def words(language: str, **catalogues: str) -> Translation:
    """Return the words of a language from catalogues by name; `team_de` is the team's own."""
    files = {
        f"{'team' if name.startswith('team_') else 'theme'}/languages/{name.removeprefix('team_')}.po": text.encode()
        for name, text in catalogues.items()
    }
    return translation(Bundle(files), language)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return scripts/catalogues.py as a module."""
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "scripts/catalogues.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.messages = cache(module.messages)  # it reads all of the package and the theme: once is enough, nothing changes them here
    return module


def test_a_catalogue_is_used_and_what_it_lacks_stays_english() -> None:
    """A message is said in the language; one that is empty, fuzzy or not there, in English."""
    text = GERMAN + 'msgid "Plays"\nmsgstr "Spielzüge"\n\nmsgid "Content"\nmsgstr ""\n\n#, fuzzy\nmsgid "Claims"\nmsgstr "Klagen"\n'
    found = words("de", de=text)
    assert [found.gettext(message) for message in ("Plays", "Content", "Claims", "Terms")] == ["Spielzüge", "Content", "Claims", "Terms"]


def test_a_region_falls_back_on_its_language_and_an_unknown_language_on_english() -> None:
    """de-AT says what de says but for what it says itself; a language without a catalogue is shown in English."""
    german = GERMAN + 'msgid "Plays"\nmsgstr "Spielzüge"\n\nmsgid "Content"\nmsgstr "Inhalte"\n'
    catalogues = {"de": german, "de-AT": GERMAN + 'msgid "Content"\nmsgstr "Unterlagen"\n'}
    assert words("de-AT", **catalogues).gettext("Plays") == "Spielzüge"
    assert words("de_AT", **catalogues).gettext("Content") == "Unterlagen"
    assert words("de", **catalogues).gettext("Content") == "Inhalte"
    assert words("tlh", **catalogues).gettext("Plays") == "Plays"


def test_a_team_corrects_the_theme() -> None:
    """What the team's own catalogue says stands above the theme's, and the rest of the theme's stays."""
    theme = GERMAN + 'msgid "Plays"\nmsgstr "Spielzüge"\n\nmsgid "Content"\nmsgstr "Inhalte"\n'
    found = words("de", de=theme, team_de=GERMAN + 'msgid "Plays"\nmsgstr "Vorgehen"\n')
    assert (found.gettext("Plays"), found.gettext("Content")) == ("Vorgehen", "Inhalte")


def test_plurals_follow_the_language() -> None:
    """Each count gets the form that the language has for it; English where there is none."""
    forms = "\n".join(f'msgstr[{number}] "{number}"' for number in range(6))
    found = words(
        "ar", ar=f'{ARABIC}msgid "%(num)s day"\nmsgid_plural "%(num)s days"\n{forms.replace("0", "null", 1).replace("null", "0")}\n'
    )
    assert [found.ngettext("%(num)s day", "%(num)s days", count) for count in (0, 1, 2, 3, 11, 100)] == ["0", "1", "2", "3", "5", "4"]
    assert [Translation().ngettext("day", "days", count) for count in (0, 1, 2)] == ["days", "day", "days"]


def test_only_words_of_ours_are_translated_in_the_data() -> None:
    """A team that calls a product Plays meets its own word again."""
    found = Language("de", words("de", de=GERMAN + 'msgid "Plays"\nmsgstr "Spielzüge"\n'))
    assert (found.shown(ThemeWords("Plays")), found.shown("Plays"), found.shown(3)) == ("Spielzüge", "Plays", 3)


@pytest.mark.parametrize("broken", ["Hello\n", GERMAN.replace("n != 1", "n.real")])
def test_a_broken_catalogue_is_told(broken: str) -> None:
    """What is no catalogue, or has no rule for plurals that can be read, is named with its place."""
    with pytest.raises(PlaybookError, match=r"templates/languages/de\.po cannot be read"):
        words("de", team_de=broken)


def test_the_catalogues_hold_every_message(script: ModuleType) -> None:
    """No catalogue is out of date; `python scripts/catalogues.py --write` brings them up."""
    assert [path.name for path in script.stale(ROOT)] == []


def test_what_is_amiss_in_a_catalogue_is_told(script: ModuleType, tmp_path: Path) -> None:
    """Missing, unsure and ill-fitting messages are found."""
    ill_fitting = '#, python-format\nmsgid "within %(time)s"\nmsgstr "in %(zeit)s"\n\n'
    lines = ill_fitting + 'msgid "Plays"\nmsgstr ""\n\n#, fuzzy\nmsgid "Claims"\nmsgstr "Klagen"\n'
    path = tmp_path / "de.po"
    path.write_text(GERMAN + lines, encoding="utf-8")
    told = list(script.amiss(path))
    assert len(told) == 3
    assert all(any(word in line for line in told) for word in ("within", "Plays", "Claims"))


def test_labels_choices_templates_and_modules_are_collected(script: ModuleType) -> None:
    """A label of a field, a choice, a template's words and a module's all reach the catalogues."""
    found = script.messages(ROOT)
    for message in ("Not when", "What now", "Skip to the content", "won", "%(num)s page"):
        assert found.get(message), message
