"""A question in plain words -> the right filters -> an answer. No language model: names are found, the rest are cues.

tokens     the text made harmless and cut into words
lexicon    every name that the graph holds, by its folded spelling
spans      names in the text, the longest first
unknown    what is left: names of the vocabularies, misspelt ones, and words that must not be ignored
scope      what exograph does not answer (a protocol, a dose, other vesicles, other diseases)
plain      ordinary words, which are no names
polarity   what is asked about the effect: sensitise or resist, suppress or promote, for the tumour or for immunity
kinds      what kind of answer is asked for: paths, a list, a number, yes or no, a comparison, a ranking, a gap
details    years, models, preparations, what is left out, papers
reading    all of that as one Reading
select     a Reading -> the claims that fit
replies    claims -> the list, the number, the word
contrasts  comparisons, contradictions and gaps
refusals   why there is no answer, and what could be asked instead
ask        the one entry: ask(store, text) -> Answer
"""
