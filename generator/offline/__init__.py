"""The built site → the list of its files for a reader's copy, and the whole site as one archive.

In: build/site, after MkDocs. Out: sw.js and version.json in it; build/site.zip.
"""
