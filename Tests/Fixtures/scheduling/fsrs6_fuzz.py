#!/usr/bin/env python3
"""The days among which PyPI fsrs==6.3.2 lets a fuzzed interval fall, by steering its random numbers.
Usage: python fsrs6_fuzz.py > fsrs6_fuzz.jsonl
Each line: {"days":unfuzzed,"least":int,"most":int}"""
import json
from datetime import timedelta
import fsrs.scheduler as module

scheduler = module.Scheduler(enable_fuzzing=True)


def fuzzed(days, number):
    module.random = lambda: number
    return scheduler._get_fuzzed_interval(interval=timedelta(days=days)).days


for days in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 19, 20, 21, 25, 30, 50, 77, 100, 365, 1000, 10000]:
    least = fuzzed(days, 0.0)
    # That library rounds least + random·(most − least + 1), which just below 1 gives most + 1.
    most = max(least, fuzzed(days, 1 - 1e-12) - (1 if days > 2 else 0))
    print(json.dumps(dict(days=days, least=least, most=most)))
