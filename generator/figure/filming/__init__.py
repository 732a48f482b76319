"""Films: small files from which a browser draws a figure at any moment and from any side.

Posed frames and a body go in; bytes come out, as FORMAT.md describes them. This room stands beside `drawing`,
which makes the still. Nothing here judges a way: that is the business of `checks`.
"""
