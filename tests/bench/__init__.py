"""What the build costs and what is printed, as tables: `make bench`, or `python -m tests.bench`.

Seconds are processor time (user + system) of a finished child process and its children, which a busy
machine changes less than the clock; ratios are what to compare between machines. Python keeps its bytecode
between the runs, as it does on a machine that builds twice.
"""
