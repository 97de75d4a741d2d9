"""Answers as text and pictures. Every module here takes the plain data of `questions.answer` and knows no store.

terminal    text made harmless, measured, wrapped and coloured for a terminal
names       what a path's nodes are called, and what belongs together
rows        plain rows of a query as a table or as TSV
items       the items of a list answer: columns and cells
line        a path in one line, as a biologist writes it
running     is there more or less of each node, once the vesicle is there?
sentences   a path in one sentence
groups      claims that say the same, told once: by mechanism, by outcome
asked       how the question was understood, how to ask it again, what it could mean
verdict     the first sentence of an answer: what rose or fell
contradictions  for and against beside each other, and claims that oppose each other
summary     an answer in a few sentences
prose       the door to sentence and summary
table       an answer for the terminal
rows        plain rows of a query as a table or as TSV
formula     cells that a spreadsheet would run, made text
tsv         one row a path, for spreadsheets and pipes
markdown    an answer for a notebook or a report
json_view   the documented shape of answer.schema.json
made        the mark of files that exograph made
references  the papers as BibTeX, RIS and CSL-JSON
html        one self-contained page
pyvis_view  the page for those who want to drag nodes
evidence_map  two kinds against each other: terminal, TSV, JSON, one HTML page
site        the whole graph as a folder of linked pages
"""
