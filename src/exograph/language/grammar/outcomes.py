"""The rules of what changes, and which way; what they make is in acting."""

from __future__ import annotations

from exograph.language.grammar.acting import (
    acted_on,
    affects,
    amount,
    as_one,
    both_ways,
    compound,
    dim,
    drug_works,
    effect,
    efficacy,
    family,
    growth,
    immunity,
    no_effect,
    of_what,
    on_drug,
    on_tumour,
    plain_effect,
    protect,
    response,
    sensitise,
    sides_of,
    sign_of,
    stated,
)
from exograph.language.grammar.details import flat
from exograph.language.item import over
from exograph.language.rules import Rule, pattern

_OBJECT = "DRUG|CANCER|MODALITY|TUMOUR|kind=cancer|kind=drug|WANT=drug|WANT=cancer|generic=cancer"
_BE = "make|study"
_ACT = "change|undo|nolonger|ACT"
# a verb has its object right after it, a noun after `of`: `Wnt activation in breast cancer` is no act on the cancer
_VERB = "change:base|change:s|change:ing|change:ed|change:|undo:base|undo:s|undo:ing|undo:ed|nolonger|ACT"
_NOUN = "change:noun|undo:noun"
_PASSIVE = "change:ed|undo:ed|change:|change:ing"
_TUMOUR = "CANCER|TUMOUR|kind=cancer|WANT=cancer"

OUTCOMES: tuple[Rule, ...] = (
    # dimensions
    Rule("what a drug brings about", pattern("DRUG|MODALITY -change|-via PATHWAY|growth|efficacy|generic"), compound,
         ("what enhances cisplatin-induced apoptosis",)),
    Rule("tumour effect", pattern("tumoureffect about|efficacy|change:noun*"), plain_effect("tumoureffect", "tumour"), ("antitumour exosomes in melanoma",)),
    Rule("immune effect", pattern("immuneeffect about|efficacy*"), plain_effect("immuneeffect", "immune"), ("immunosuppressive exosomes",)),
    Rule("good or bad", pattern("goodbad about|efficacy*"), plain_effect("goodbad", "tumour"), ("are MSC exosomes protective in glioma",)),
    Rule("a family", pattern("family about*"), family, ("immunomodulation by MSC exosomes",)),
    Rule("response", pattern("DRUG|MODALITY|CANCER* response"), response, ("cisplatin resistance",)),
    Rule("respond to vesicles", pattern("respond|response prep~to vesicles|mscvesicles|msc|SOURCE"), lambda f: [over(f[0], "AFFECT"), *f[2]],
         ("which immune cells respond to MSC vesicles",)),
    Rule("resist", pattern("resist|respond"), lambda f: [dim("response", f[0][0].sure("resist", "respond").sign, f[0], form="verb")], ("why do cells resist imatinib",)),
    Rule("efficacy", pattern("efficacy prep~of|prep~against? DRUG|MODALITY"), efficacy, ("efficacy of sorafenib",)),
    Rule("a drug's efficacy", pattern("DRUG|MODALITY efficacy"), efficacy, ("sorafenib efficacy",)),
    Rule("growth", pattern("CANCER|kind=cancer* growth|growing"), growth, ("osteosarcoma growth",)),
    Rule("immunity", pattern("immunity"), immunity, ("antitumour immunity",)),
    Rule("of what", pattern(f"DIM prep~of|prep~to|prep~for|prep~against|prep~towards|prep~toward|prep~in|prep~from {_OBJECT}|CELL"), of_what, ("resistance of liver cancer to sorafenib",)),
    # two acts on one another
    Rule("neither way", pattern("not change not change"), lambda f: [over(flat(f), "noeffect")], ("do MSC exosomes neither promote nor suppress glioma",)),
    Rule("acts on vesicles", pattern("change:base|change:s|affect:base|affect:s|sensitise:base|sensitise:s vesicles|mscvesicles"), lambda f: [
        over(f[0], "UNREAD"), *f[1]], ("which cancers change MSC exosomes",)),
    Rule("rather than", pattern("change not change"), lambda f: f[0], ("do exosomes dampen rather than stimulate NK cells",)),
    Rule("go up", pattern("make change:"), as_one, ("which markers go up in leukaemia",)),
    Rule("acts on acts", pattern("change|undo prep~of? change:noun|ACT"), as_one, ("prevent the loss of sensitivity",)),
    Rule("either way", pattern("change|undo|EFFECT|help and|or change|undo|EFFECT"), both_ways, ("do exosomes promote or suppress glioma",)),
    # response
    Rule("sensitise", pattern(f"sensitise|desensitise prep~of? {_TUMOUR}|generic=cancer* prep~to|prep~for|prep~towards|prep~toward|prep~against|prep~with? DRUG|MODALITY|kind=drug|WANT=drug*"), sensitise,
         ("exosomes sensitise glioma to temozolomide",)),
    Rule("protect from", pattern(f"protect prep~against|prep~of? {_TUMOUR}|generic=cancer* prep~from|prep~against|prep~of DRUG|MODALITY"), protect, ("exosomes protect leukaemia cells from venetoclax",)),
    Rule("so more", pattern("DIM degree"), stated, ("cells respond better to carboplatin",)),
    Rule("made more so", pattern(f"make {_TUMOUR}|generic=cancer* degree EFFECT"), lambda f: [effect(
        f[3][0].dim, f[3][0].sign * sign_of(f[2]), flat(f))], ("do exosomes make breast cancer more tumorigenic",)),
    Rule("made worse", pattern(f"make {_TUMOUR} degree~worse"), lambda f: [effect("tumour", -1, flat(f))], ("do exosomes make breast cancer worse",)),
    Rule("gets worse", pattern("CANCER|TUMOUR|kind=cancer make* degree~worse"), lambda f: [effect("tumour", -1, flat(f))], ("brain tumours that get worse with MSC exosomes",)),
    Rule("made so", pattern(f"make {_TUMOUR}|DRUG|MODALITY|generic=cancer* degree* DIM"), stated, ("exosomes make glioma sensitive to temozolomide",)),
    Rule("more so", pattern("degree|change: DIM"), stated, ("glioma more sensitive to temozolomide",)),
    Rule("makes it work", pattern("make DRUG|MODALITY|kind=drug|WANT=drug degree|change: efficacy|work"), drug_works(1), ("exosomes make sorafenib more effective",)),
    Rule("works better", pattern("DRUG|MODALITY|kind=drug|WANT=drug make* work|efficacy degree"), drug_works(1), ("does Taxol work better with exosomes",)),
    Rule("more effective", pattern("DRUG|MODALITY|kind=drug|WANT=drug make* degree efficacy"), drug_works(1), ("which drugs became less effective in leukaemia",)),
    Rule("drug fails", pattern("make? DRUG|MODALITY|kind=drug|WANT=drug make* fail prep~in?"), drug_works(-1), ("what makes imatinib fail",)),
    # acts on dimensions
    Rule("act on", pattern(f"{_ACT}+ prep~of|prep~in? DIM|EFFECT"), acted_on, ("exosomes reduce resistance to cisplatin",)),
    Rule("acted on", pattern(f"DIM {_BE}* prep~to? {_ACT}"), acted_on, ("is resistance to cisplatin increased by MSC exosomes",)),
    # no effect
    Rule("left as it was", pattern("make? DIM|CELL|CANCER|DRUG noeffect"), no_effect, ("exosomes leave T cells unaffected",)),
    Rule("no effect on", pattern("noeffect prep~on|prep~in|prep~for|prep~to|prep~of? DIM|DRUG|MODALITY|CELL|TUMOUR|CANCER?"), no_effect, ("what has no effect on T cells",)),
    # both ways
    Rule("good or bad for", pattern("bothways"), lambda f: [over(flat(f), "SIDES", dim="tumour", means="judged")], ("are exosomes good or bad in glioma",)),
    Rule("both ways on", pattern(f"BOTHWAYS prep~of|prep~in? DIM|{_TUMOUR}|DRUG|MODALITY|CELL|MOL|PATHWAY"), sides_of, ("do exosomes promote or suppress glioma",)),
    Rule("on both ways", pattern(f"DIM|{_TUMOUR}|DRUG|MODALITY|CELL|MOL|PATHWAY BOTHWAYS"), sides_of, ("is glioma promoted or suppressed by exosomes",)),
    # acts on things
    Rule("act on a drug", pattern(f"{_VERB}|help DRUG|MODALITY"), on_drug, ("what improves doxorubicin",)),
    Rule("an act on a drug", pattern(f"{_NOUN}|ACT prep~of DRUG|MODALITY"), on_drug, ("enhancement of cisplatin by exosomes",)),
    Rule("turned from into", pattern("make CELL? prep~from CELL prep~to|prep~into|prep~towards CELL"), lambda f: [
        over(flat(f), "AMOUNT", means="raises", names=f[5][0].names or (f[5][0],), form="or")], ("do exosomes shift macrophages from M2 to M1",)),
    Rule("turned into", pattern("make CELL make|prep~into|prep~to|prep~towards|prep~toward+ CELL"), lambda f: [
        over(flat(f), "AMOUNT", means="raises", names=f[3][0].names or (f[3][0],), form="or")], ("what turns monocytes into M2 macrophages",)),
    Rule("makes a cell more active", pattern("make CELL degree|change: efficacy|generic=cell?"), lambda f: [
        over(flat(f), "AMOUNT", means="raises" if sign_of(f[2]) > 0 else "lowers", names=f[1][0].names or (f[1][0],), form="or")],
        ("which exosomes make NK cells more active",)),
    Rule("cell more active", pattern("CELL make* degree|change: efficacy|generic=cell"), lambda f: [
        over(flat(f), "AMOUNT", means="raises" if sign_of(f[2]) > 0 else "lowers", names=f[0][0].names or (f[0][0],), form="or")],
        ("CD8+ T cells become more active",)),
    Rule("act on a molecule", pattern(f"{_VERB}|degree MOL|PATHWAY|CELL"), amount, ("which exosomes increase Tregs",)),
    Rule("an act on a molecule", pattern(f"{_NOUN}|ACT prep~of|prep~in MOL|PATHWAY|CELL"), amount, ("activation of Wnt by exosomes",)),
    Rule("molecule's change", pattern("MOL|PATHWAY|CELL change:noun"), amount, ("PD-L1 upregulation",)),
    Rule("treats", pattern(f"study~treat|study~treats|study~treating {_TUMOUR}"), lambda f: [effect("tumour", 1, flat(f))], ("which exosomes treat glioma",)),
    Rule("act on tumours", pattern(f"{_VERB} prep~against? {_TUMOUR}"), on_tumour, ("which miRNAs suppress glioma",)),
    Rule("an act on tumours", pattern(f"{_NOUN}|ACT prep~of {_TUMOUR}"), on_tumour, ("suppression of glioma by miR-375",)),
    Rule("molecule acted on", pattern(f"MOL|PATHWAY|CELL make? {_PASSIVE}"), amount, ("PD-L1 upregulated by MSC exosomes",)),
    Rule("tumours acted on", pattern(f"{_TUMOUR} change:ed|undo:ed|change:ing|change:noun"), on_tumour, ("which cancers are suppressed by exosomes",)),
    Rule("cancer grows", pattern("CANCER|TUMOUR|kind=cancer? grow degree?"), lambda f: [effect("tumour", -sign_of(f[2]), flat(f))], ("do tumours grow faster",)),
    Rule("kept in check", pattern(f"make prep? {_TUMOUR} prep~in|prep~at|prep~under change:|change:base|control"), lambda f: [effect("tumour", 1, flat(f))],
         ("does miR-410 keep lung adenocarcinoma in check",)),
    Rule("drug's effect acted on", pattern("DRUG|MODALITY|WANT=drug efficacy change:ed|change:|undo:ed"), lambda f: [
        effect("response", sign_of(f[2]), [i for i in flat(f) if i.kind != "WANT"])], ("list the drugs whose effect is enhanced",)),
    Rule("efficacy acted on", pattern("efficacy change:ed|undo:ed"), lambda f: [effect(
        "response", sign_of(f[1]), flat(f), means="of a drug")], ("proteasome inhibitors: by which cargos is their action weakened",)),
    Rule("drug loses effect", pattern("DRUG|MODALITY|kind=drug|WANT=drug make* change:|change:base|change:s|change:ed efficacy"), lambda f: [
        effect("response", sign_of(f[2]), [i for i in flat(f) if i.kind != "WANT"])], ("how many drugs lose effect in leukaemia",)),
    Rule("drug acted on", pattern("DRUG|MODALITY change:ed|undo:ed|change:ing|help:ed"), on_drug, ("is sorafenib helped by siGRP78",)),
    # acting without a direction
    Rule("is affected", pattern("DIM affect"), affects, ("is temozolomide response influenced by exosomes",)),
    Rule("affects", pattern("affect prep~of|prep~on|prep~in? DIM?"), affects, ("do exosomes affect glioma",)),
)  # fmt: skip
