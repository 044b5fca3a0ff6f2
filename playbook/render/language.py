"""How a language writes: its direction, and its days, numbers, amounts and lengths of time. English keeps them as authors write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from math import ceil, isfinite
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton
from babel.numbers import format_currency, format_decimal, format_percent
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from playbook.model.theme_words import ThemeWords
from playbook.model.values import DayValue, Span, StepDayValue
from playbook.render.translation import Translation

WRITTEN = (ThemeWords, Span, DayValue, StepDayValue, date)
EVERGREEN, CALENDAR = ThemeWords("evergreen"), ThemeWords("%(num)s calendar")
RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}


class Language:
    """The words and the forms of one language, as templates use them."""

    def __init__(self, name: str, words: Translation) -> None:
        """Keep the words, and find the forms; those of a language that nobody knows are English."""
        self.tag = name.strip().replace("_", "-") or "en"
        self._words = words
        try:
            self._locale = Locale.parse(self.tag, sep="-")
        except (UnknownLocaleError, ValueError):
            self._locale = Locale("en")
        self._is_english = self._locale.language == "en"

    @property
    def direction(self) -> str:
        """Return "rtl" for what is written from the right, else "ltr"."""
        return "rtl" if self.tag.partition("-")[0].lower() in RIGHT_TO_LEFT else self._locale.text_direction

    def names(self) -> dict[str, object]:
        """Return what templates may call, by the name they call it."""
        return {
            "language": self,
            "number": self.number,
            "share": self.share,
            "rounded_up": self.rounded_up,
            "money": self.money,
            "signed": self.signed,
            "gettext": _filled(lambda message, **_: self._words.gettext(message), self.shown),
            "ngettext": _filled(lambda one, many, num, **_: self._words.ngettext(one, many, num), self.shown),
        }

    def shown(self, value: Any) -> Any:
        """Return our own words, days and lengths of time as this language has them; all else as it is."""
        if not isinstance(value, WRITTEN):
            return value
        if isinstance(value, ThemeWords):
            return self._words.gettext(value)
        return str(value) if self._is_english else self._written(value)

    def number(self, value: float) -> str:
        """Return a number with its thousands apart and no needless decimals."""
        return str(format_decimal(round(value, 2), "#,##0.##", locale=self._locale))

    def signed(self, value: float) -> str:
        """Return a number that adds or takes away, with its sign."""
        return str(format_decimal(value, "+#,##0;-#,##0", locale=self._locale))

    def rounded_up(self, value: float) -> str:
        """Return how many are needed, as a whole number: a part of a lead is one more. What no number can hold is a dash."""
        return self.number(ceil(round(value, 6))) if isfinite(value) else "–"

    def share(self, value: float) -> str:
        """Return a part of one as a percentage, with one decimal where it has one."""
        return str(format_percent(round(value, 3), locale=self._locale, decimal_quantization=False))

    def money(self, value: float, currency: str) -> str:
        """Return an amount with its currency: 250,000 EUR in English, 250.000 € in German."""
        whole = round(value, 2) == round(value)
        if self._is_english or len(currency) != 3 or not currency.isascii() or not currency.isupper():
            return f"{format_decimal(value, '#,##0' if whole else '#,##0.00', locale=self._locale)} {currency}".strip()
        form = self._locale.currency_formats["standard"].pattern
        return str(format_currency(value, currency, form.replace("0.00", "0") if whole else form, self._locale, currency_digits=False))

    def _written(self, value: Any) -> str:
        match value:
            case Span():
                return self._span(value)
            case DayValue(first=None) | DayValue(last=None):
                return self._words.gettext(EVERGREEN)
            case DayValue(first=date() as first, last=last):
                return str(format_skeleton("yMMMd" if first == last else "yMMM", first, locale=self._locale))
            case StepDayValue(calendar=True):
                return self._words.gettext(CALENDAR) % {"num": value.number}
            case StepDayValue():
                return str(value.number)
        return str(format_skeleton("yMMMd", value, locale=self._locale))

    def _span(self, span: Span) -> str:
        low, high = self.number(span.low), self.number(span.high)
        one, many = SPANS[span.unit, span.business]
        return self._words.ngettext(one, many, ceil(span.high)) % {"num": low if low == high else f"{low}–{high}"}


SPANS: Mapping[tuple[str, bool], tuple[str, str]] = {
    ("minute", False): ("%(num)s minute", "%(num)s minutes"),
    ("hour", False): ("%(num)s hour", "%(num)s hours"),
    ("day", False): ("%(num)s day", "%(num)s days"),
    ("week", False): ("%(num)s week", "%(num)s weeks"),
    ("month", False): ("%(num)s month", "%(num)s months"),
    ("year", False): ("%(num)s year", "%(num)s years"),
    ("minute", True): ("%(num)s business minute", "%(num)s business minutes"),
    ("hour", True): ("%(num)s business hour", "%(num)s business hours"),
    ("day", True): ("%(num)s business day", "%(num)s business days"),
}


def _filled(find: Callable[..., str], shown: Callable[[Any], Any]) -> Callable[..., Any]:
    """Return a function of templates that finds a message and fills in its values, each as the language writes it and made safe."""

    @pass_context
    def message(context: Context, *words: Any, **values: Any) -> Any:
        values.setdefault("num", words[2] if len(words) > 2 else "")
        found: Any = find(*words)
        if context.eval_ctx.autoescape:
            found = Markup(found)  # noqa: S704 - a message of ours; the values are escaped as they are filled in
        return found % {name: shown(value) for name, value in values.items()}

    return message
