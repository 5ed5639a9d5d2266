"""Makes what the tests at the ends of the range of doubles compare with: python3 make_extremes.py

Needs mpmath, from PyPI: every number is computed with 1,200 digits, then rounded once.
"""

import itertools
import json
import pathlib

from mpmath import mp, mpf

mp.dps = 1200

ROWS = [
    [1e308, -1e308], [1.7e308, -1.7e308, -1.7e308], [1.7976931348623157e308, 1e308, 3.0],
    [1e200, 2e200, 3e200], [1e160, -2e160, 0.5], [1e154, 1.5e154, -1e154], [1e308, 9e307, 1.0],
    [1e-200, 2e-200], [1e-160, 0.0, -3e-160], [3e-308, -1e-308, 2e-308], [1e-310, 5e-310],
    [1e-200, 1e200], [2.0, 4.0, 9.0],
]
VECTORS = [
    [1e308, 1e308], [1.7e308, -1.7e308], [1.7e308, 1.7e308], [1e200, 1.0], [1e200, -2e200],
    [1e-200, 1e-200], [3e-310, 4e-310], [5e-324, 5e-324], [1e-160, 2e-160], [1.0, -1e-200],
    [3.0, 4.0], [1e-320, 1.0],
]


def number(x):
    """A double as JSON has it; what is beyond their range as a string."""
    try:
        value = float(x)
    except OverflowError:
        value = float("inf") if x > 0 else float("-inf")
    return value if value == value and abs(value) != float("inf") else ("inf" if x > 0 else "-inf")


def normalised(row, epsilon, takes_mean):
    x, e = [mpf(v) for v in row], mpf(epsilon)
    mean = sum(x) / len(x)
    centred = [v - mean for v in x] if takes_mean else x
    square = sum(v * v for v in centred) / len(x)
    divisor = mp.sqrt(square + e)
    return mean, square, divisor, [v / divisor for v in centred]


def rows():
    for row, epsilon in itertools.product(ROWS, [0.0, 1e-5, 1e-301]):
        mean, square, divisor, layer = normalised(row, epsilon, True)
        rms = normalised(row, epsilon, False)
        yield dict(
            x=row, epsilon=epsilon, mean=number(mean), variance=number(square),
            divisor=number(divisor), layer=[number(v) for v in layer],
            rmsDivisor=number(rms[2]), rms=[number(v) for v in rms[3]])


def dots():
    for u, v in itertools.product(VECTORS, VECTORS):
        a, b = [mpf(x) for x in u], [mpf(x) for x in v]
        dot = sum(x * y for x, y in zip(a, b))
        norms = [mp.sqrt(sum(x * x for x in w)) for w in (a, b)]
        cosine = dot / norms[0] / norms[1]
        # acos loses digits near 0 and 180 degrees; the two unit vectors do not.
        unit = [[x / n for x in w] for w, n in zip((a, b), norms)]
        apart = mp.sqrt(sum((x - y) ** 2 for x, y in zip(*unit)))
        together = mp.sqrt(sum((x + y) ** 2 for x, y in zip(*unit)))
        yield dict(
            u=u, v=v, norms=[number(n) for n in norms], cosine=number(cosine),
            angle=number(mp.degrees(2 * mp.atan2(apart, together))),
            projection=[number(dot / norms[1] ** 2 * y) for y in b])


def softmaxes():
    scores = [[1.0, 2.0, 3.0], [1e10, 0.0, -1e10], [1e308, -1e308], [1e-320, 0.0], [0.0, 0.0, 1e-300]]
    for row, temperature in itertools.product(scores, [1e-300, 1e-310, 5e-324, 1.0, 1e6, 1e300]):
        scaled = [mpf(x) / mpf(temperature) for x in row]
        powers = [mp.exp(x - max(scaled)) for x in scaled]
        yield dict(
            scores=row, temperature=temperature, weights=[number(p / sum(powers)) for p in powers])


here = pathlib.Path(__file__).parent
for name, cases in (("extreme_rows", rows()), ("extreme_dots", dots()),
                    ("extreme_softmaxes", softmaxes())):
    lines = ",\n".join(json.dumps(case) for case in cases)
    (here / f"{name}.json").write_text(f"[\n{lines}\n]\n")
