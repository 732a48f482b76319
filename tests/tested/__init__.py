"""A run of the long tests, written down for the page "How we tested this site": `python -m tests.tested`."""
