"""Every rule there is. A new one is a function in the module of its topic, and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.validate.rules import (
    agreed,
    audiences,
    budgets,
    completeness,
    doubles,
    files,
    freshness,
    gaps,
    journey,
    links,
    looks,
    plays,
    reach,
    records,
    references,
    steps,
    vocabulary,
    wording,
)
from playbook.validate.rules.finding import Rule, ValueRule

RULES: tuple[Rule, ...] = (
    references.dangling,
    references.no_longer_offered,
    references.replaced_but_not_retired,
    references.replaced_in_a_ring,
    completeness.uses_without_when_or_how,
    completeness.plays_without_when_or_steps,
    completeness.nothing_said_about_when_not,
    completeness.objections_without_answer,
    freshness.overdue_reviews,
    freshness.changed_since_review,
    freshness.expired,
    freshness.ended_campaigns,
    journey.dead_ends,
    journey.never_entered,
    journey.equal_orders,
    journey.one_way_handoffs,
    steps.repeated_ids,
    steps.without_ids,
    steps.same_as_nothing,
    steps.days_out_of_order,
    budgets.many_steps,
    audiences.internal_assets_in_sends,
    audiences.unasked_answers,
    records.missing_owners,
    records.blank_forms,
    records.unknown_codes,
    records.idle_clocks,
    records.unused_requests,
    reach.running_dry,
    reach.unreachable,
    plays.repeating_loops,
    plays.repeating_follow_ups,
    plays.one_trigger,
    plays.unanswered_branches,
    wording.two_meanings,
    wording.unexplained,
    agreed.other_clocks,
    agreed.other_points,
    doubles.tags_alike,
    doubles.one_address,
    looks.pale_accent,
)

# Rules about one value alone, by the sort of the value: the library is walked once for all of them.
VALUE_RULES: Mapping[str, tuple[ValueRule, ...]] = {
    "text": (
        gaps.marked_gaps,
        links.text_links,
        links.removed_tags,
        budgets.long_texts,
        audiences.internal_words,
        wording.words_not_to_use,
        looks.pictures_without_words,
    ),
    "lines": (gaps.marked_gaps, budgets.long_texts, audiences.internal_words, wording.words_not_to_use),
    "name": (gaps.marked_gaps, audiences.internal_words, wording.words_not_to_use),
    "vocabulary": (vocabulary.undeclared,),
    "address": (links.paths,),
    "file": (files.files,),
}
