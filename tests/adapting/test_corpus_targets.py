"""The targets of the goals sections of the corpus, read and understood."""

from tests.reading.figures import figures, total


def test_the_goal_targets_of_the_corpus_are_found():
    score = total().targets
    wrong = [f"{name}: {line}" for name, one in figures().items() for line in one.targets.wrong]
    assert score.due
    assert score.f1 >= 0.90, "\n".join(wrong)
