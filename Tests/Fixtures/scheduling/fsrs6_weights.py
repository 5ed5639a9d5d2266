#!/usr/bin/env python3
"""Oracle vectors for FSRS-6 under other weights and desired retentions, from PyPI fsrs==6.3.2 (fuzzing off).
Usage: python fsrs6_weights.py > fsrs6_weights.jsonl
Each line: {"weights":[21],"retention":r,"reviews":[{"days":int,"g":1..4,"R":float,"S":float,"D":float,"ivl_s":int}]}
"days" are whole days since the answer before, and "R" is the chance of recall just before the answer."""
import json, random
from datetime import datetime, timedelta, timezone
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, DEFAULT_PARAMETERS

rng = random.Random(20260202)
for _ in range(80):
    spread = rng.choice([0.05, 0.2, 0.5])
    weights = [round(min(max(w + spread * rng.uniform(-1, 1) * (high - low) / 4, low), high), 4)
               for w, low, high in zip(DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)]
    retention = rng.choice([0.7, 0.8, 0.87, 0.9, 0.95, 0.99])
    scheduler = Scheduler(parameters=weights, desired_retention=retention, enable_fuzzing=False)
    now, card, reviews, last = datetime(2026, 1, 1, 9, tzinfo=timezone.utc), Card(card_id=1), [], None
    for number in range(rng.randint(3, 12)):
        grade = rng.choices([1, 2, 3, 4], [2, 2, 5, 1])[0]
        chance = scheduler.get_card_retrievability(card, now) if last else 0
        card, _ = scheduler.review_card(card, Rating(grade), now)
        reviews.append(dict(days=(now - last).days if last else 0, g=grade, R=chance, S=card.stability,
                            D=card.difficulty, ivl_s=int((card.due - now).total_seconds())))
        last = now
        now += timedelta(minutes=1, days=rng.choice([0, 0, 1, 2, 7, 30, 200]))
    print(json.dumps(dict(weights=weights, retention=retention, reviews=reviews)))
