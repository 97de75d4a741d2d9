"""Bridges from answers to other tools: networkx, data frames, py2neo. Each library is imported when it is used."""
