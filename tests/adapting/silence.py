"""What of the seeded foreign things stays silent: `python -m tests.adapting.silence [third|fourth|fifth|sixth]`.

Every plan at hand (the reference plans, and those of the folder `../shared` where it is there) is localised to two cities
that are not its own; 45 things of the list are put into each, one at a time. Printed are those that no new finding tells of, and
the false alarms of the published plans, each checked against its own city.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter import resources, workflow
from drafter.adapting.leftovers import leftovers
from drafter.model.document import Document
from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.locality import Level, Locality
from drafter.model.walk import length

from .outline import knowledge, locality
from .seeding import Seeded
from .unseen import FIFTH, FOURTH, OURS, SIXTH, THIRD, everywhere

SHARED = Path(__file__).parents[3] / "shared"
LISTS = {"third": THIRD, "fourth": FOURTH, "fifth": FIFTH, "sixth": SIXTH}
CITIES = ("jinan", "yichang")


def plans(shared: Path | None) -> Iterator[tuple[str, Document]]:
    """(file name, plan) of the reference plans and the published ones."""
    paths = [*sorted(resources.reference_docs().glob("*.docx"))]
    if shared and shared.exists():
        paths += [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "plans").iterdir())]
    return ((path.name, workflow.read(path)) for path in paths if path.name != "README.md")


def silent(draft: Draft, seeded: Iterable[Seeded]) -> Iterator[Seeded]:
    """The seeded drafts where no finding is about the seeded words that was not there before."""
    before = Counter(map(_key, leftovers(draft, knowledge())))
    for one in seeded:
        bare = one.words.strip("“”")
        new = (found for found in leftovers(one.draft, knowledge()) if before[_key(found)] == 0)
        if not any(bare in found.text or found.text in bare for found in new):
            yield one


def _key(found: Finding) -> tuple[object, ...]:
    return found.rule, found.text, found.place


def silent_everywhere(name: str, shared: Path | None, count: int = 45) -> tuple[list[Seeded], int]:
    """What stays silent of a list in every plan and city, and how many were put in."""
    missed: list[Seeded] = []
    total = 0
    for index, (_, document) in enumerate(plans(shared)):
        for city in CITIES:
            ours = locality(city)
            if document.region == ours.name or not document.sections:
                continue
            draft = workflow.localise_plan(document, ours)
            own = OURS.get(ours.name, ())
            missed += silent(draft, everywhere(draft, LISTS[name], own, count, 100 * index + len(city)))
            total += count
    return missed, total


def own_locality(document: Document) -> Locality:
    """The city whose plan it is, as the gazetteer knows it, or with its locality file."""
    for one in workflow.localities():
        if one.name == document.region:
            return one
    gazetteer = knowledge().gazetteer
    region = gazetteer.region(document.region)
    assert region is not None
    above = [one.name for one in gazetteer.ancestors(region)]
    return Locality(region.name, region.short, region.level or Level.CITY, region.one_character, (above or [""])[-1])


def alarms(shared: Path, *, borrowed: bool = False) -> tuple[list[Finding], int]:
    """What is found in published plans checked against their own place, and their characters.

    `borrowed`: as if they were drafts made of picked sections, where names that only their form gives away count too.
    """
    found: list[Finding] = []
    characters = 0
    for name, document in plans(shared):
        if name.endswith(".docx") or not document.region:
            continue
        draft = Draft(document, locality=own_locality(document))
        found += leftovers(draft, knowledge(), document.region if borrowed else "")
        characters += length(document)
    return found, characters


def report(names: Iterable[str]) -> Iterator[str]:
    """The figures of the named lists, then of the false alarms, in lines."""
    for name in names:
        missed, total = silent_everywhere(name, SHARED)
        kinds = Counter(one.kind.split("/")[0] for one in missed).most_common()
        yield f"{name}: {len(missed)} of {total} silent  {dict(kinds) or ''}"
        for (words, sentence), count in Counter((one.words, one.sentence) for one in missed).most_common():
            yield f"  {count} {words}  {sentence}"
    found, characters = alarms(SHARED)
    yield f"false alarms: {len(found)} in {characters} characters, {1e4 * len(found) / characters:.2f} per 10,000"
    found, characters = alarms(SHARED, borrowed=True)
    strange = [one for one in found if one.rule == "strange-name"]
    yield f"names told by form alone, were it a draft: {1e4 * len(strange) / characters:.1f} per 10,000"


if __name__ == "__main__":
    sys.stdout.write("\n".join(report(sys.argv[1:] or LISTS)) + "\n")
