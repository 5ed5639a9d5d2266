#!/usr/bin/env python3
"""Classes of learners with random answers, and what NumPy makes of them.
Usage: python report.py > report.txt
A line `class N M` opens a class of N learners and M questions. Then a line for each learner: for each
question `-`, or its answers `right/milliseconds/hints` joined by commas, in the order of time. Then a
line for each question: learners, first share right, share right, share after hints, median of seconds,
and the correlation between a right first answer and the share of right first answers to the others
(`-` where it is not defined, or of fewer than 5 learners)."""
import numpy as np

rng = np.random.default_rng(19)


def show(number):
    return "-" if number is None or np.isnan(number) else repr(float(number))


for learners, questions, least, missing in [
    (12, 6, 5, 0.0), (30, 10, 5, 0.2), (5, 4, 5, 0.0), (4, 5, 5, 0.0), (40, 3, 5, 0.5), (9, 1, 5, 0.0),
    (7, 4, 5, 0.3), (6, 2, 5, 0.0),
]:
    print("class", learners, questions)
    ability = rng.normal(size=learners)
    hardness = rng.normal(size=questions)
    first = np.full((learners, questions), np.nan)
    given = [[[] for _ in range(questions)] for _ in range(learners)]
    for i in range(learners):
        for j in range(questions):
            if rng.random() < missing:
                continue
            for n in range(rng.integers(1, 4)):
                right = int(rng.random() < 1 / (1 + np.exp(hardness[j] - 1.5 * ability[i])))
                # One question that all get right: it tells nothing.
                right = 1 if j == 2 and learners == 12 else right
                if n == 0:
                    first[i, j] = right
                given[i][j].append((right, int(rng.integers(500, 90000)), int(rng.integers(0, 2))))
        print(*[",".join("/".join(map(str, one)) for one in cell) or "-" for cell in given[i]])
    for j in range(questions):
        rows = np.array([one for i in range(learners) for one in given[i][j]], dtype=float).reshape(-1, 3)
        others = np.delete(first, j, axis=1)
        asked = ~np.isnan(first[:, j]) & (~np.isnan(others)).any(axis=1)
        x = first[asked, j]
        y = np.array([np.nanmean(row) for row in others[asked]])
        r = None
        if len(x) >= least and x.std() > 0 and len(set(y)) > 1:
            r = np.corrcoef(x, y)[0, 1]
        own = first[~np.isnan(first[:, j]), j]
        if len(rows) == 0:
            print("-")
            continue
        print(len(own), show(own.mean()), show(rows[:, 0].mean()), show((rows[:, 2] > 0).mean()),
              show(np.median(rows[:, 1]) / 1000), show(r))
