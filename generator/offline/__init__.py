"""The built site → lean scripts, closed pages, the files of a reader's copy, the whole site as one archive.

In: build/site, after MkDocs. Out: sw.js and version.json in it; build/site.zip.
"""
