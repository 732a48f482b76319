"""How the movement is shown.

Two frames and a writer's arrows go in; paths that hide nothing come out.
"""
