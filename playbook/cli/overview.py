"""What becomes of a team's own table, before the long difference: how many rows, what was kept, and what the library lacks for them."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from typing import TYPE_CHECKING

from playbook.cli import console
from playbook.cli.console import Bit
from playbook.cli.shape import plural

if TYPE_CHECKING:
    from playbook.edit import Overview

_PLAIN = re.compile(r"[^\"$`\\!]*")


def agreed(overview: Overview, new: int, *, ask: bool) -> bool:
    """Show the sum of a table, and what the library lacks for it; return whether to go on, which is asked where somebody can answer."""
    _show(overview, new)
    if not overview.lacking:
        return True
    counted = Counter(kind for kind, _, _ in overview.lacking)
    kinds = " and ".join(plural(count, kind) for kind, count in counted.items())
    console.say(f"The table names {kinds} that the library does not have. These commands add them:")
    for kind, id_, name in overview.lacking:
        console.say((Bit(f"  playbook new {kind} {id_} --title {_quoted(name)}", "strong"),))
    console.say("Their names are kept in the notes. Once they are there, the same import with --update brings them in.")
    console.say()
    if ask and console.somebody_answers() and console.ask("Go on without them? [Y/n]").lower() not in {"", "y", "yes"}:
        console.say((Bit("Nothing was written.", "strong"),))
        return False
    return True


def _show(overview: Overview, new: int) -> None:
    """Show how many rows there are of which sort, and what became of words that the library has others for."""
    refused = overview.rows - new - overview.known
    sums = f"{new:,} new, {overview.known:,} known, {refused:,} refused"
    where = f" New ones go to {overview.folder}." if new else ""
    console.say((Bit(f"{plural(overview.rows, 'row')} read", "strong"), Bit(f": {sums}.{where}")))
    if overview.internal:
        are, their = ("is", "its address goes") if overview.internal == 1 else ("are", "their addresses go")
        console.say(f"{plural(overview.internal, 'row')} {are} internal: {their} to links.internal, which nobody sends.")
    if overview.inside:
        have, their = ("has", "it goes") if overview.inside == 1 else ("have", "they go")
        console.say(
            f"{plural(overview.inside, 'row')} for buyers or partners {have} an address that only your own network opens: "
            f"{their} to links.internal, which nobody sends."
        )
    for state, count in overview.states:
        says, become = ("row says", "a draft") if count == 1 else ("rows say", "drafts")
        console.say(f"{count:,} {says} {state}: imported as {become}, for you to approve.")
    for first, *others in overview.joined:
        named = " and ".join(f'"{spelling}"' for spelling in others)
        console.say(f'Taken for the same as "{first}": {named}.')
    console.say()


def _quoted(name: str) -> str:
    """Return a name as every shell reads it as one word, that of Windows too where its signs allow that."""
    return name if shlex.quote(name) == name else f'"{name}"' if _PLAIN.fullmatch(name) else shlex.quote(name)
