"""pabutools on one file: FILE add1 | mes. Prints one line of JSON: seconds of reading and of counting, and the winners."""

import json
import sys
import time

from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares
from pabutools.tiebreaking import lexico_tie_breaking

path, completion = sys.argv[1:3]
start = time.perf_counter()
instance, profile = parse_pabulib(path)
read = time.perf_counter() - start

start = time.perf_counter()
settings = {"sat_class": Cost_Sat, "tie_breaking": lexico_tie_breaking}
if completion == "add1":
    settings["voter_budget_increment"] = 1
winners = method_of_equal_shares(instance, profile, **settings)
count = time.perf_counter() - start
print(json.dumps({"read": read, "count": count, "winners": [project.name for project in winners]}))
