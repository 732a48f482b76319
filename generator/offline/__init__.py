"""The built site → lean scripts, the list of its files for a reader's copy, the whole site as one archive.

In: build/site, after MkDocs. Out: sw.js and version.json in it; build/site.zip.
"""
