"""What a camera sees.

A posed body and its things go in; region, depth and material of every pixel come out.
"""
