-- What is there already, each contribution in its cell, as the program counts from now on.
INSERT INTO counter_part (tenant, kind, scope, part, cell, many)
SELECT tenant, 'contribution', process, id, CASE WHEN withdrawn IS NULL THEN screening ELSE 'withdrawn' END, 1 FROM contribution;
