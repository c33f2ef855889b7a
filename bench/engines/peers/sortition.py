"""sortition-algorithms on one pool: PEOPLE QUOTAS SIZE BACKEND. Prints one line of JSON: seconds of the distribution and its smallest probability."""

import csv
import random
import sys
import time

import json
from sortition_algorithms.committee_generation.maximin import find_distribution_maximin
from sortition_algorithms.features import read_in_features
from sortition_algorithms.people import read_in_people
from sortition_algorithms.settings import Settings

people_file, quotas_file, size, backend = sys.argv[1:5]


def rows(path):
    with open(path, newline="", encoding="utf-8") as source:
        reader = csv.DictReader(source)
        return list(reader.fieldnames), list(reader)


random.seed(1)
features, *_ = read_in_features(*rows(quotas_file), number_to_select=int(size))
head, body = rows(people_file)
settings = Settings(id_column=head[0], columns_to_keep=[], solver_backend=backend)
people, _ = read_in_people(head, body, features, settings)
start = time.perf_counter()
panels, weights, _ = find_distribution_maximin(features, people, int(size), [], backend)
took = time.perf_counter() - start
chance = {}
for panel, weight in zip(panels, weights):
    for person in panel:
        chance[person] = chance.get(person, 0.0) + weight
print(json.dumps({"seconds": took, "minimum": min(chance.get(person, 0.0) for person in people), "panels": len(panels)}))
