#!/usr/bin/env python3
"""Simulated learners, and the weights that the optimiser of PyPI fsrs[optimizer]==6.3.2 (torch) fits to
their answers. Usage: python fsrs6_fit.py > fsrs6_fit.jsonl  (about a minute a learner)
Each line: {"learner":i,"cards":[[g,days,g,days,...],...],"weights":[21],"published":loss,"fitted":loss,"count":n}
A card is its grades, 1 to 4, each with the whole days since the answer before; losses are mean log-losses
over the answers a day or more after the one before."""
import json, math, random, sys
from datetime import datetime, timedelta, timezone
from fsrs import Card, Optimizer, Rating, ReviewLog, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

START = datetime(2026, 1, 1, 9, tzinfo=timezone.utc)


def own_weights(rng):
    """Another memory than the published one, within the bounds."""
    drawn = [w * math.exp(rng.gauss(0, 0.3)) for w in DEFAULT_PARAMETERS]
    return [min(max(w, low), high) for w, low, high in zip(drawn, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)]


def learner(number, cards=140, days=240):
    rng = random.Random(7000 + number)
    truth = Scheduler(parameters=own_weights(rng), enable_fuzzing=False)
    plan = Scheduler(enable_fuzzing=False)
    logs, told = [], []
    for index in range(cards):
        day = rng.randint(0, 60)
        mind, card, row, minute, last = Card(card_id=index), Card(card_id=index), [], 0, None
        while day < days:
            now = START + timedelta(days=day, minutes=minute)
            if last is None:
                grade = rng.choices([1, 2, 3, 4], [3, 2, 6, 1])[0]
            else:
                chance = 0.85 if day == last else truth.get_card_retrievability(mind, now)
                grade = rng.choices([2, 3, 4], [2, 7, 1])[0] if rng.random() < chance else 1
            row += [grade, 0 if last is None else day - last]
            mind, _ = truth.review_card(mind, Rating(grade), now)
            card, log = plan.review_card(card, Rating(grade), now)
            logs.append(log)
            minute += 1
            wait = (card.due - now).days
            last = day
            day += 0 if wait < 1 else max(1, round(wait * rng.uniform(0.8, 1.6)))
        told.append(row)
    return told, logs


for number in range(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
    cards, logs = learner(number)
    optimizer = Optimizer(logs)
    weights = optimizer.compute_optimal_parameters()
    count = sum(1 for card in cards for days in card[:128][1::2] if days > 0)
    print(json.dumps(dict(
        learner=number, cards=cards, weights=weights, count=count,
        published=optimizer._compute_batch_loss(parameters=list(DEFAULT_PARAMETERS)),
        fitted=optimizer._compute_batch_loss(parameters=weights)), separators=(",", ":")), flush=True)
