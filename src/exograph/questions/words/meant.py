"""What each name of a question is in the end: a close term that claims do use, or one that no claim names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exograph.questions.answer import Answer, Nearest, Understood
from exograph.questions.names import Names, called, quoted
from exograph.questions.words import refusals
from exograph.questions.words.select import Selector
from exograph.questions.words.spans import Mention
from exograph.questions.words.understood import PARAMETER, Reading


def settle(reading: Reading, selector: Selector, names: Names) -> None:
    """Put the miRNA whose arm no paper says for an arm that no claim names; tell of a name that means two sources."""
    for one in reading.mentions:
        node = one.nodes[0] if one.nodes else None
        if node is None:
            continue
        if node.label == "Cargo" and node.weight == 0 and not one.negated:
            bare = node.name.removeprefix("hsa-").removesuffix("-5p").removesuffix("-3p")
            held = [
                other
                for other in selector.lexicon.find(bare)
                if other.label == "Cargo" and other.weight and bare != node.name
            ]
            if held:
                one.nodes = held[:1]
                one.note = f"{node.name} itself is in no claim; {held[0].name}, whose arm the paper does not name, is"
        if (
            node.label == "Cargo"
            and node.weight == 0
            and re.search(r"[35]p\*?$", one.text)
            and not re.search(r"[35]p$", node.name)
        ):
            arms = [
                other for other in selector.lexicon.nodes.values() if other.id in selector.ids(one) and other.weight
            ]
            near = tuple(
                Nearest(f"{other.name} ({other.weight} claims)", f"exograph ask {quoted(other.name)}") for other in arms
            )
            reading.strangers.append(
                (
                    one.text,
                    f"in no claim{'; only ' + ' and '.join(other.name for other in arms) + ' is' if arms else ''}",
                    near,
                )
            )
        if node.label == "MscSource" and node.synonym and one.text.isupper():
            found = names.vocabulary.ground(one.text, "MscSource")
            if found.status == "ambiguous":
                others = ", ".join(other.name for other in found.candidates if other.id != node.id)
                reading.notes.append(f"`{one.text}` is also used for {others}; {node.name} is taken, which claims name")


def understood(reading: Reading) -> tuple[Understood, ...]:
    """Every name with what it was taken for and the filter it became."""
    where = {id(one): group.where for group in reading.groups for one in group.mentions}
    made = []
    for one in reading.mentions:
        for node in one.nodes:
            parameter = PARAMETER[node.label]
            if node.label == "Cargo" and where.get(id(one)) == "gene":
                parameter = "gene"
            if len(one.nodes) > 1 and where.get(id(one)) and parameter != where[id(one)]:
                continue
            made.append(
                Understood(
                    one.text,
                    node.label,
                    node.id,
                    node.name,
                    _note(one, reading),
                    f"not_{parameter}" if one.negated else parameter,
                )
            )
    return tuple(made)


def _note(one: Mention, reading: Reading) -> str:
    if one.note:
        return one.note
    if one.molecule and not one.negated and len(one.nodes) > 1:
        carried = next((node.claims for node in one.nodes if node.label == "Cargo"), 0)
        later = sum(node.targeted for node in one.nodes)
        if carried and later:
            return f"carried in {carried} claim{'s' * (carried != 1)}, a target or marker in {later}"
    return ""


def absent(reading: Reading, selector: Selector, known: Sequence[Understood]) -> Answer | None:
    """A refusal where a name is known and stands in no claim; what databases say of a drug stands beside it."""
    for one in reading.mentions:
        if one.negated or not one.nodes or any(node.weight for node in one.nodes):
            continue
        node = one.nodes[0]
        parameter = PARAMETER[node.label]
        rows = selector.rows({parameter: [other.id for other in one.nodes]})
        if not rows and node.label == "Cargo":
            rows = selector.rows({"gene": selector.ids(one)})
        if rows:
            continue
        near = tuple(_near(node.label, parameter, node.name, selector))
        why = f"no claim names the {called(node.label)} {node.name}: nothing is reported on it here"
        if one.text.casefold() != node.name.casefold():
            why = f"`{one.text}` is {node.name}; {why}"
        return refusals.refusal(reading.text, why, "no claims", nearest=near, understood=known)
    return None


def _near(label: str, parameter: str, name: str, selector: Selector) -> list[Nearest]:
    """Terms of the same kind that claims do name: of like name first, then the most reported."""
    held = [
        node
        for node in selector.lexicon.nodes.values()
        if node.label == label and node.weight and node.name != "unspecified"
    ]
    words = {
        word
        for word in name.lower().replace("-", " ").split()
        if len(word) > 3 and word not in {"cancer", "cell", "cells", "carcinoma", "inhibitors"}
    }
    stem = name.lower().removeprefix("hsa-").rstrip("abcdefghijklmnopqrstuvwxyz")[:7]
    like = [
        node
        for node in held
        if words & set(node.name.lower().replace("-", " ").split())
        or (label == "Cargo" and node.name.lower().removeprefix("hsa-").startswith(stem) and len(stem) > 5)
    ]
    ranked = [*sorted(like, key=lambda node: -node.weight), *sorted(held, key=lambda node: (-node.weight, node.name))]
    shown = list(dict.fromkeys((node.name, node.weight) for node in ranked))[:4]
    return [
        Nearest(f"{other} ({weight} claim{'s' * (weight != 1)})", f"exograph mechanism --{parameter} {quoted(other)}")
        for other, weight in shown
    ]
