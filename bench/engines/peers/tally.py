"""pabutools on one file: FILE add1|mes SECONDS. Prints one line of JSON: seconds of reading and of counting, and the winners.

After so many seconds of counting it stops: then there are no winners, and the seconds are a lower bound.
"""

import json
import signal
import sys
import time

from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares
from pabutools.tiebreaking import lexico_tie_breaking

path, completion, limit = sys.argv[1:4]
start = time.perf_counter()
instance, profile = parse_pabulib(path)
read = time.perf_counter() - start


class Enough(Exception):
    pass


def enough(*_):
    raise Enough


signal.signal(signal.SIGALRM, enough)
signal.alarm(int(limit))
settings = {"sat_class": Cost_Sat, "tie_breaking": lexico_tie_breaking}
if completion == "add1":
    settings["voter_budget_increment"] = 1
start = time.perf_counter()
try:
    winners = [project.name for project in method_of_equal_shares(instance, profile, **settings)]
except Enough:
    winners = None
signal.alarm(0)
print(json.dumps({"read": read, "count": time.perf_counter() - start, "winners": winners}))
