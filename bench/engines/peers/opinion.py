"""red-dwarf on one conversation: FOLDER with comments.csv and votes.csv or participants-votes.csv.

Prints one line of JSON: seconds of the shortest of three runs (reading left out), group sizes, and the components.
"""

import csv
import json
import pathlib
import sys
import time

from reddwarf.implementations.polis import run_pipeline

folder = pathlib.Path(sys.argv[1])
latest = {}
log = folder / "votes.csv"
with open(log if log.exists() else folder / "participants-votes.csv", newline="") as file:
    for row in csv.DictReader(file):
        if log.exists():
            latest[int(row["voter-id"]), int(row["comment-id"])] = int(row["vote"])
        else:
            for column, vote in row.items():
                if column.isdigit() and vote != "":
                    latest[int(row["participant"]), int(column)] = int(vote)
votes = [{"participant_id": who, "statement_id": what, "vote": vote, "modified": 0} for (who, what), vote in latest.items()]
comments = folder / "comments.csv"
rejected = []
if comments.exists():
    with open(comments, newline="") as file:
        rejected = [int(row["comment-id"]) for row in csv.DictReader(file) if row["moderated"] == "-1"]

took = []
for _ in range(3):
    start = time.perf_counter()
    result = run_pipeline(votes=votes, mod_out_statement_ids=rejected, random_state=42)
    took.append(time.perf_counter() - start)
labels = [int(label) for label in result.clusterer.labels_]
print(
    json.dumps(
        {
            "map": min(took),
            "sizes": sorted((labels.count(label) for label in set(labels)), reverse=True),
            "components": [[float(value) for value in row] for row in result.reducer.components_],
        }
    )
)
