"""A problem as a line: what a value holds can neither move the cursor nor fill the screen."""

from generator.problem import Problem


def test_a_line_shows_signs_that_would_act_on_a_terminal() -> None:
    problem = Problem("a.yml", 3, "why", "not \x1b[31mred\x1b[0m\nand\u202eback")
    assert problem.for_terminal() == "a.yml:3: why: not \\u001b[31mred\\u001b[0m\\nand\\u202eback"


def test_a_line_is_short_whatever_the_value() -> None:
    problem = Problem("a.yml", 3, "", f"'{'9' * 100_000}' is no number")
    assert len(problem.for_terminal()) < 1100
    assert len(problem.for_github()) < 1200
