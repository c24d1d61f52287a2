"""Proofs about a scenario's table, by exploring its states and never its paths. Pure: values in, values out.

docs/scenarios.md ("What is proved") says what is looked at and what follows from it.
"""
