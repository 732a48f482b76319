"""`python -m generator serve`: the site while somebody edits, in one process that keeps everything in memory.

    process   starts all of it, and ends all of it
    watching  rings when a file changed
    session   looks at everything and has made anew what would differ
    studio    figures, drawn by two processes that keep the engine loaded: worker
    preview   pages, made one by one with MkDocs' own functions
    board     what is shown, and since when
    server    answers browsers, and tells open pages what changed

`make site` uses none of it, and nothing of it gets into the built site.
"""
