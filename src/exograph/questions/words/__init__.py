"""A question in plain words -> the right filters -> an answer. No language model: names are found, the rest are cues.

ask          the one entry: ask(store, text) -> Answer
scope        what exograph does not answer (a protocol, a dose, other vesicles, other diseases)
refusals     why there is no answer, and what could be asked instead

tokens       the text made harmless and cut into words
lexicon      every name that the graph holds, by its folded spelling
spans        names in the text, the longest first
leftover     pieces that no name covers and that are no plain words (plain)
unknown      what these are: names of the vocabularies, misspelt ones (slips), or strangers that refuse the question

changes      verbs of change and what they change
polarity     the effect asked for: sensitise or resist, suppress or promote, for the tumour or for immunity
kinds        the kind of answer: paths, a list, a number, yes or no, a comparison, a ranking, a gap; of what (nouns)
details      years, models, preparations, what was given
filtering    names as filters: carried or targeted, joined or left out
reading      all of that as one Reading (understood)
patterns     regular expressions that are compiled only when a text may match

meant        what a name is in the end: a close term that claims use, or one that no claim names
select       a Reading -> the claims that fit
choosing     which claims an answer rests on where that is more than the filters say
answering    a Reading -> its Answer, one way for each kind (replies, contrasts, papers, targets)
silent       why nothing was found
canned       which canned question asks just this
"""
