"""Posed bodies to numbers.

Solved frames go in; plain measures that words can be held against come out: joint angles in degrees, places
in centimetres, what carries the body and what presses on it.
"""
