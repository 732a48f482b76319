"""`python -m generator serve`: the site while somebody edits, in one process that keeps everything in memory.

    process   starts all of it, and ends all of it
    watching  rings when a file changed
    session   looks at everything and has made anew what would differ
    studio    figures, drawn by two processes that keep the engine loaded: worker
    preview   pages, made one by one with MkDocs' own functions
    board     what is shown, and since when
    server    answers browsers, and tells open pages what changed

`sheet` stands beside it: `python -m generator figures SLUG --watch` draws the contact sheet again after
every save. `make site` uses nothing of this room, and nothing of it gets into the built site.
"""
