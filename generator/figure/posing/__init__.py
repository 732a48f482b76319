"""Words to a pose.

A figure's words and its base poses go in; solved, skinned and furnished frames come out.
"""
