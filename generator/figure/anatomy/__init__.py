"""Where each muscle lies on a body at rest.

A muscle's name and points of the skin go in; how much of each point it covers comes out.
"""
