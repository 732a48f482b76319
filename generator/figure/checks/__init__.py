"""What is wrong with a figure: the only room that finds fault.

Solved frames and what the camera sees of them go in; findings with their place come out. Nothing is changed.
"""
