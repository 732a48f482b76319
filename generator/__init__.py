"""The handbook generator: people write content/, this turns it into pages under docs/.

The flow, which `__main__` spells out, goes one way:

    source    one YAML file -> plain data and the line of every place in it
    model     plain data -> frozen, typed entries
    handbook  content/ -> one Handbook, and every Problem found on the way
    checks    rules that hold across entries
    figure    poses -> drawings (cached)
    pages     Handbook -> {path: text}
    writer    the files on disk, only those that changed
"""
