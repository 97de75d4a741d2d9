"""A Reading -> its Answer, one way for each kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from exograph.knowledge.effects import FAMILIES
from exograph.questions import catalogue, silence
from exograph.questions.answer import Answer, Hidden, Nearest, Nothing, Path, Reply
from exograph.questions.answers import LIMIT, counted
from exograph.questions.names import Names
from exograph.questions.words import contrasts, details, refusals, replies
from exograph.questions.words.canned import canned
from exograph.questions.words.meant import understood
from exograph.questions.words.reading import PARAMETER, Reading
from exograph.questions.words.select import Selected, Selector, runs
from exograph.stores.base import Row

_EVERYTHING = re.compile(
    r"\b(everything|all (?:the )?(?:claims|paths|mechanisms|papers|data)|overview|in general|summary)\b"
)
_CHANGE = re.compile(r"\b(?:chang|affect|alter|influenc|modulat|modif|impact|matter)")
_DRUG_TARGETS = re.compile(
    r"\btargets? (?:gene |protein )?of @drug|\bwhat (?:does|do|is|are) @drug (?:target|act|bind|inhibit)|\bwhich (?:\w+ ){1,2}(?:does|do|is|are) @drug (?:target|act|bind|inhibit|hit|block)|^@drug(?:'s)? (?:drug )?targets?\b|\btargeted by @drug|\bwhat @drug targets?\b|\bmolecular targets? of @drug"
)
_TARGET_DRUGS = re.compile(
    r"\b(?:drugs?|inhibitors?|agents?|antibod\w+|medicines?|treatments?)(?: that| which)?(?: \w+)? (?:target|against|act on|acts on|bind|inhibit|hit|block|targeting|acting on|inhibiting|for)s? @molecule|@molecule inhibitors?\b"
)


class Answering:
    """Answers one reading."""

    def __init__(self, reading: Reading, selector: Selector, names: Names) -> None:
        self.reading = reading
        self.selector = selector
        self.names = names

    def answer(self) -> Answer:
        """The answer by the kind that is asked for."""
        reading, kind = self.reading, self.reading.asked.kind
        if reading.polarity.both and kind in {"yesno", "paths"}:
            return self._compare()
        free = kind in {"most", "opposite", "years", "contradictions", "notice", "gap"} or (
            kind in {"list", "count"} and (reading.asked.target or kind == "count")
        )
        if not reading.narrowed and not free and not reading.asked.cargo_kind and not any(reading.filters.values()):
            return self._unnarrowed()
        ways = {"list": self._list, "count": self._count, "most": self._most, "yesno": self._yesno, "compare": self._compare, "opposite": self._opposite,
                "contradictions": self._contradictions, "gap": self._gap, "notice": self._notice, "years": self._years}  # fmt: skip
        return ways.get(kind, self._paths)()

    def made(
        self,
        reply: Reply,
        paths: Sequence[Path],
        parameters: Mapping[str, Any],
        retracted: int = 0,
        *,
        nothing: Nothing | None = None,
        loaded: int = 0,
        notes: Sequence[str] = (),
    ) -> Answer:
        """The parts as an Answer; a canned question that asks just this is named."""
        query, own = canned(self.reading)
        return Answer(
            question=self.reading.text, query=query, parameters=own if query != "mechanism" else dict(parameters), paths=tuple(paths[:LIMIT]), reply=reply,
            hidden=Hidden(retracted=retracted, loaded=loaded, over_limit=max(0, len(paths) - LIMIT)), nothing=nothing, notes=tuple(notes),
        )  # fmt: skip

    def _unnarrowed(self) -> Answer:
        text = self.reading.plain
        if _EVERYTHING.search(text) or (
            re.search(r"\bmscs?\b|exosom|vesicle", text)
            and re.search(r"\b(?:do|does|effects?|role|affect|influence|work|mechanisms?|known|act)\b", text)
        ):
            chosen = self.selector.select(self.reading)
            items, used = replies.listing(self.selector, chosen.paths, "effect")
            return self.made(
                Reply(
                    "list", f"{counted(chosen.paths)} By effect: {replies.named(items, 8)}.", items, len(chosen.paths)
                ),
                used,
                chosen.parameters,
                chosen.retracted,
            )
        why = "it names no drug, cancer, cargo, gene, pathway, MSC source, immune cell, effect or paper that exograph knows"
        return refusals.refusal(self.reading.text, why, "nothing named")

    def _chosen(self) -> tuple[Selected, list[str]]:
        """The selection; a strict `reverses resistance` that finds nothing is widened, and says so."""
        reading = self.reading
        chosen = self.selector.select(reading)
        if reading.filters.get("effect") == ["reverses resistance"] and not chosen.paths:
            wider = self.selector.select(
                reading, filters={**reading.filters, "effect": ["sensitises", "reverses resistance"]}
            )
            if wider.paths:
                return wider, ["no claim was shown in resistant cells or tumours; those that sensitise are given"]
        if reading.polarity.improves and reading.filters.get("drug"):
            return self._with_loaded(chosen)
        return chosen, []

    def _with_loaded(self, chosen: Selected) -> tuple[Selected, list[str]]:
        wanted = {name: values for name, values in self.reading.filters.items() if name != "effect"}
        others = self.selector.select(self.reading, filters=wanted)
        held = {path.claim for path in chosen.paths}
        loaded = [path for path in others.paths if path.loaded and path.claim not in held and path.sign > 0]
        if not loaded:
            return chosen, []
        return Selected([*chosen.paths, *loaded], chosen.retracted, chosen.parameters), [
            "vesicles loaded with the drug itself stand under their own heading"
        ]

    def _loaded_out(self, shown: Sequence[Path]) -> int:
        """Loaded-drug claims that the effect filter leaves out."""
        reading = self.reading
        if (
            "sensitises" not in reading.filters.get("effect", [])
            or not reading.filters.get("drug")
            or reading.asked.kind != "paths"
        ):
            return 0
        wanted = {name: values for name, values in reading.filters.items() if name != "effect"}
        held = {path.claim for path in shown}
        return sum(
            path.loaded and path.claim not in held for path in self.selector.select(reading, filters=wanted).paths
        )

    def _paths(self) -> Answer:
        chosen, notes = self._chosen()
        if re.search(r"\b(?:newest|latest|most recent|recent)\b", self.reading.plain):
            chosen.paths.sort(key=lambda path: -(path.paper.year or 0))
            notes.append("newest paper first")
        nothing = None if chosen.paths else self.silence(chosen)
        return self.made(
            Reply("paths", counted(chosen.paths)),
            chosen.paths,
            chosen.parameters,
            chosen.retracted,
            nothing=nothing,
            loaded=self._loaded_out(chosen.paths),
            notes=notes,
        )

    def _list(self) -> Answer:
        chosen, notes = self._chosen()
        asked = self.reading.asked
        items, used = replies.listing(self.selector, chosen.paths, asked.target, asked.cargo_kind, self._out())
        nothing = (
            None
            if items
            else self.silence(
                chosen,
                f"{counted(chosen.paths)} None names a {replies.word(asked.target, asked.cargo_kind, 1)}"
                if chosen.paths
                else "",
            )
        )
        return self.made(
            replies.list_reply(items, asked.target, asked.cargo_kind, used),
            used,
            chosen.parameters,
            chosen.retracted,
            nothing=nothing,
            notes=notes,
        )

    def _out(self) -> list[str]:
        """What the question names itself does not belong into the list of its own kind."""
        target = self.reading.asked.target
        if target not in {"Cargo", "Gene"}:
            return []
        return [
            identifier
            for group in self.reading.groups
            for one in group.mentions
            for identifier in self.selector.ids(one)
        ]

    def _count(self) -> Answer:
        chosen, notes = self._chosen()
        asked = self.reading.asked
        reply, used = replies.count_reply(self.selector, chosen.paths, asked.target, asked.cargo_kind)
        nothing = None if used else self.silence(chosen)
        return self.made(reply, used, chosen.parameters, chosen.retracted, nothing=nothing, notes=notes)

    def _most(self) -> Answer:
        chosen, notes = self._chosen()
        asked = self.reading.asked
        target = asked.target or "Cargo"
        items, used = replies.listing(self.selector, chosen.paths, target, asked.cargo_kind, self._out())
        items = tuple(
            sorted(items, key=lambda item: (-item["papers"], -item["count"], item["name"].casefold(), item["id"]))
        )
        reply = replies.most_reply(items, target, asked.cargo_kind, least=asked.sign < 0, limit=asked.limit)
        return self.made(
            reply,
            used,
            chosen.parameters,
            chosen.retracted,
            nothing=None if items else self.silence(chosen),
            notes=notes,
        )

    def _yesno(self) -> Answer:
        for_it, against, unclear, chosen = self._two_sides()
        paths = [*for_it, *against, *unclear]
        asked = self.reading.polarity
        if asked.effects or asked.molecules or against:
            if (
                re.match(
                    r"(?:is|are|does|do|can|has|have|did|could) (?:there )?(?:any|anything|some)\b(?! (?:evidence|proof|paper|stud|claim|data|indication))",
                    self.reading.plain,
                )
                and for_it
            ):
                paths, against, unclear = for_it, [], []
            reply = replies.yesno_reply(for_it, against, unclear, opposite=bool(asked.sign))
        else:
            reply = replies.exists_reply(paths)
        nothing = None if paths else self.silence(chosen)
        return self.made(reply, paths, chosen.parameters, chosen.retracted, nothing=nothing)

    def _two_sides(self) -> tuple[list[Path], list[Path], list[Path], Selected]:
        reading, asked = self.reading, self.reading.polarity
        if not asked.effects:
            chosen = self.selector.select(reading, signs=False)
            if not asked.molecules:
                moved = _CHANGE.search(reading.plain)
                against = [path for path in chosen.paths if path.sign == 0] if moved else []
                return [path for path in chosen.paths if path not in against], against, [], chosen
            signs = {
                path.claim: [(runs(path, self.selector.ids(one)), sign) for one, sign in asked.molecules]
                for path in chosen.paths
            }
            for_it = [path for path in chosen.paths if all(found == sign for found, sign in signs[path.claim])]
            against = [path for path in chosen.paths if any(found == -sign for found, sign in signs[path.claim])]
            return (
                for_it,
                against,
                [path for path in chosen.paths if path not in for_it and path not in against],
                chosen,
            )
        families = {FAMILIES[effect] for effect in asked.effects if effect in FAMILIES}
        both = [effect for effect, family in FAMILIES.items() if family in families] if families else [*FAMILIES]
        chosen = self.selector.select(reading, filters={**reading.filters, "effect": [*both, "no effect"]})
        fitting = [path for path in chosen.paths if not families or path.family in families]
        wanted = set(asked.effects)
        for_it = [path for path in fitting if path.effect in wanted or (asked.sign and path.sign == asked.sign)]
        if asked.improves and reading.filters.get("drug"):
            for_it = [
                *for_it,
                *(path for path in self._with_loaded(Selected(for_it, 0, {}))[0].paths if path not in for_it),
            ]
        return for_it, [path for path in fitting if path not in for_it], [], chosen

    def _compare(self) -> Answer:
        made = contrasts.compare(self.selector, self.reading)
        if made is None:
            return (
                self._yesno()
                if re.match(r"(?:is|are|do|does|can|did|has|have|will)\b", self.reading.plain)
                else self._list()
                if self.reading.asked.target
                else self._paths()
            )
        reply, paths, retracted = made
        return self.made(reply, paths, self.reading.filters, retracted, nothing=None if paths else self.silence(None))

    def _opposite(self) -> Answer:
        return self._contrast(*contrasts.opposed(self.selector, self.reading))

    def _contradictions(self) -> Answer:
        return self._contrast(*contrasts.contradictions(self.selector, self.reading))

    def _contrast(self, reply: Reply, paths: Sequence[Path], retracted: int) -> Answer:
        chosen = None if paths else self.selector.select(self.reading)
        nothing = self.silence(chosen) if chosen is not None and not chosen.paths else None
        return self.made(reply, paths, self.reading.filters, retracted, nothing=nothing)

    def _gap(self) -> Answer:
        reply, paths, retracted = contrasts.gap(self.selector, self.reading)
        return self.made(reply, paths, self.reading.filters, retracted)

    def _notice(self) -> Answer:
        rows = self.selector.store.query(catalogue.internal("publications"))
        narrowed = any(self.reading.filters.values()) or bool(self.reading.groups)
        chosen = self.selector.select(self.reading, retracted=True) if narrowed else None
        reply, claims = contrasts.notices(self.reading, rows, {path.claim for path in chosen.paths} if chosen else None)
        return self.made(
            reply,
            self.selector.paths(claims),
            self.reading.filters,
            nothing=None
            if claims
            else Nothing(
                "no paper that fits carries such a notice",
                (Nearest("all papers with a notice", "exograph query run papers_with_a_notice"),),
            ),
        )

    def _years(self) -> Answer:
        chosen = self.selector.select(self.reading)
        items, used = replies.listing(self.selector, chosen.paths, "year")
        items = tuple(sorted(items, key=lambda item: item["name"]))
        return self.made(
            Reply("list", _by_year(used, items), items, len(items)), used, chosen.parameters, chosen.retracted
        )

    def silence(self, chosen: Selected | None, why: str = "") -> Nothing:
        """Why there is nothing: which filter kills the path, and the nearest that exists."""
        given = self.given()
        if why:
            return Nothing(why, (Nearest("the paths themselves", silence.command(given)),) if given else ())
        if chosen is not None and chosen.retracted:
            return Nothing(
                f"all {chosen.retracted} claim(s) that fit are from retracted papers",
                silence.with_flag(given, "--retracted"),
            )
        if not given:
            return Nothing("no claim fits")
        parameters: dict[str, Any] = {
            name: self.reading.filters.get(name, []) for name in catalogue.get("mechanism").parameters
        }
        for group in self.reading.groups:
            name = (
                "gene"
                if group.where == "gene"
                or not any(node.label == "Cargo" for one in group.mentions for node in one.nodes)
                else "cargo"
            )
            parameters[name] = [
                *parameters[name],
                *(identifier for one in group.mentions for identifier in self.selector.ids(one)),
            ]
        return silence.dropped(given, understood(self.reading), self._run, parameters)

    def _run(self, parameters: Mapping[str, Any]) -> list[Row]:
        return [
            row
            for row in self.selector.rows({name: list(values) for name, values in parameters.items() if values})
            if row["status"] != "retracted"
        ]

    def given(self) -> dict[str, list[str]]:
        """The filters as `exograph mechanism` takes them."""
        found: dict[str, list[str]] = {}
        for one in self.reading.mentions:
            if not one.nodes:
                continue
            where = next((group.where for group in self.reading.groups if one in group.mentions), "")
            name = where if where and one.molecule else PARAMETER[one.nodes[0].label]
            found.setdefault(f"not_{name}" if one.negated else name, []).append(one.name)
        for name in ("effect", "model"):
            if self.reading.filters.get(name):
                found[name] = [str(value) for value in self.reading.filters[name]]
        years = self.reading.details.years
        if years:
            found["year"] = [f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])]
        return found

    def paper(self) -> Answer | None:
        """`what does PMID 26514126 say`, `Lou 2015`: the claims of that paper; None where no paper is named."""
        from exograph.questions.words.papers import of_paper

        return of_paper(self, details.paper(self.reading.text), details.author(self.reading.text))

    def facts(self) -> Answer | None:
        """`what does cetuximab target`, `which drugs target EGFR`: what databases say; None for other questions."""
        masked = self.reading.masked
        by_drug = _DRUG_TARGETS.search(masked) and self.reading.of("Drug")
        by_gene = _TARGET_DRUGS.search(masked) and [
            one for one in self.reading.of("Gene", "Cargo") if any(node.label == "Gene" for node in one.nodes)
        ]
        if not (by_drug or by_gene) or "exosom" in masked or "vesicle" in masked or "@cancer" in masked:
            return None
        from exograph.questions.words.papers import database_facts

        return database_facts(self, by_drug or [], by_gene or [])


def _by_year(paths: Sequence[Path], items: Sequence[dict[str, Any]]) -> str:
    return f"{counted(paths)} Papers by year: " + ", ".join(f"{item['name']}: {item['papers']}" for item in items) + "."
