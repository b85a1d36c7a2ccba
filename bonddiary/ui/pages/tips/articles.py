"""What an article says, put together from content. Pure: nothing here is worked out from a diary."""

from collections.abc import Collection

from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.tips import SUBJECT_WORDS, choose_tips
from bonddiary.domain import wording
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import FAMILY_NAMES, AgeWindow, Catalog, Cue, Provenance
from bonddiary.domain.guidance import Library, SafetyGuide, Tip
from bonddiary.ui.models.care import care_cards
from bonddiary.ui.models.tip_rows import RowKind
from bonddiary.ui.pages.tips.state import Article, Line, Sense, Way

BESIDE = 3
"""Tips shown beside a cue."""
SEE, MEANINGS, TRIES = "What you may see", "What it may mean", "Things families have tried"
BELONGS, WHY, SOURCES = "Kinds of meaning it belongs to", "Why it may be shown", "Where this comes from"
TIPS_HERE, CUES_HERE = "Tips that belong here", "Cues it belongs to"
MONTH = 30.4375
_BIRTH = "birth"


def cue_article(
    cue: Cue,
    catalog: Catalog,
    library: Library,
    guide: SafetyGuide | None,
    age: Age | None,
    *,
    early: bool,
    hidden: Collection[str] = (),
) -> Article:
    """All that content says of a cue. What is said of babies born early is shown for them alone.

    Tips the family has hidden don't stand beside it.
    """
    meanings = [meaning for meaning in cue.meanings if early or not meaning.early]
    groups = tuple(dict.fromkeys(meaning.group for meaning in meanings))
    tips = [tip for tip in library.tips if tip.key not in hidden]
    beside = choose_tips(tips, cues=[cue.key], groups=groups, age=age, early=early, limit=BESIDE)
    return Article(
        kind=RowKind.CUE,
        key=cue.key,
        title=cue.name,
        line=f"{FAMILY_NAMES[cue.family]} · {age_words(cue.ages)}",
        family=cue.family,
        drawing=f"cue-{cue.key}",
        text=cue.description,
        caution=cue.caution,
        cards=care_cards(guide, cue) if guide else (),
        meanings=(
            *(
                Sense(f"{catalog.groups[each.group].name}.", each.text, f"group-{each.group}")
                for each in meanings
            ),
            Sense("", library.open_end),
        ),
        tries=_tries(cue, catalog),
        ways=tuple(Way(RowKind.TIP, chosen.tip.key, chosen.tip.title, chosen.tip.text) for chosen in beside),
        sources=_sources(cue.provenance, catalog),
        standing=(*_checked(cue.provenance), f"{library.cue_review}."),
    )


def own_article(key: str, name: str) -> Article:
    """A cue in the family's own words, or one that the catalogue doesn't hold: content knows nothing of it."""
    text = "This is a cue in your own words. There is no article about it: you know it by heart."
    if name == key:
        text = "This Bond Diary has no article about this cue. Your entries keep it as it is."
    return Article(RowKind.CUE, key, name, FAMILY_NAMES[None], None, "", text)


def tip_article(tip: Tip, catalog: Catalog, library: Library) -> Article:
    """A tip with its whole passport: what it belongs beside, why it may be shown, what it rests on."""
    cues = [catalog.cues[key] for key in tip.cues if key in catalog.cues]
    groups = [catalog.groups[key] for key in tip.groups if key in catalog.groups]
    return Article(
        kind=RowKind.TIP,
        key=tip.key,
        title=tip.title,
        line=f"{library.topics[tip.topic]} · {age_words(tip.ages)}",
        family=None,
        drawing="nav-tips",
        text=tip.text,
        meanings=tuple(Sense(f"{group.name}.", group.description, f"group-{group.key}") for group in groups),
        why=tip.why,
        ways=tuple(Way(RowKind.CUE, cue.key, cue.name) for cue in cues if not cue.retired),
        sources=_sources(tip.provenance, catalog),
        standing=(
            f"Rests on: {library.source_kinds[tip.source_kind]}.",
            *_checked(tip.provenance),
            *_beside_charts(tip),
            f"Its name in the content files: {tip.key}.",
            f"{tip.review}.",
        ),
    )


def _beside_charts(tip: Tip) -> tuple[str, ...]:
    subjects = [SUBJECT_WORDS.get(subject, subject) for subject in tip.subjects]
    return (f"May stand beside charts about {wording.listed(subjects)}.",) if subjects else ()


def age_words(ages: AgeWindow) -> str:
    """ "often from birth", "often from 6 weeks", "often from 2 to 24 months"."""
    first, first_unit = _point(ages.first)
    if ages.last is None:
        return f"often from {f'{first} {first_unit}' if first_unit else _BIRTH}"
    last, last_unit = _point(ages.last)
    if not first_unit:
        return f"often from birth to {last} {last_unit}"
    start = str(first) if first_unit == last_unit else f"{first} {first_unit}"
    return f"often from {start} to {last} {last_unit}"


def _point(days: int) -> tuple[int, str]:
    if days == 0:
        return 0, ""
    if days % 7 == 0 and days < 26 * 7:
        return days // 7, "week" if days == 7 else "weeks"
    months = round(days / MONTH)
    if months == 0:
        return days, "day" if days == 1 else "days"
    return months, "month" if months == 1 else "months"


def _tries(cue: Cue, catalog: Catalog) -> tuple[Line, ...]:
    """What families often try, each with the words of safety that belong to it."""
    known = [catalog.responses[key] for key in cue.responses if key in catalog.responses]
    return tuple(
        (f"{each.title}.", " ".join(part for part in (each.description, each.caution) if part))
        for each in known
    )


def _sources(provenance: Provenance, catalog: Catalog) -> str:
    """Names and addresses, as plain text to select and copy."""
    known = [catalog.sources[key] for key in provenance.sources if key in catalog.sources]
    return "\n\n".join("\n".join(part for part in (source.name, source.address) if part) for source in known)


def _checked(provenance: Provenance) -> tuple[str, ...]:
    day = wording.day(provenance.checked)
    if provenance.verified:
        return (f"Looked up in public pages, last checked {day}.",)
    return (f"General knowledge, waiting for a check. Last looked at {day}.",)


def as_plain_text(article: Article) -> str:
    """The whole article to copy: what is said, and where it comes from."""
    is_cue = article.kind is RowKind.CUE
    parts = [f"{article.title}\n{article.line}"]
    parts += ["\n".join([card.heading, *(f"- {sign}" for sign in card.signs)]) for card in article.cards]
    parts += [article.text, article.caution]
    meanings = [_joined((each.lead, each.text)) for each in article.meanings]
    if meanings:
        parts.append("\n".join([MEANINGS if is_cue else BELONGS, *meanings]))
    if article.tries:
        parts.append("\n".join([TRIES, *map(_joined, article.tries)]))
    if article.why:
        parts.append(f"{WHY}\n{article.why}")
    if is_cue:
        parts += [f"{way.title}\n{way.text}" for way in article.ways]
    elif article.ways:
        parts.append(f"Belongs beside: {wording.listed([in_sentence(way.title) for way in article.ways])}.")
    parts += [article.sources, "\n".join(article.standing)]
    return "\n\n".join(part for part in parts if part)


def _joined(line: Line) -> str:
    return f"- {' '.join(part for part in line if part)}"
