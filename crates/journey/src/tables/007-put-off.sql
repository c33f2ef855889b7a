-- What was put off until a day, and of which every author was told, lies still by itself from now on when that day is over. The day
-- stands in the dossier: it is the one before the word «mandated». What lies still for another reason already is listed as that.
WITH RECURSIVE place (n) AS (SELECT 21 UNION ALL SELECT n + 1 FROM place WHERE n < 3000)
UPDATE dossier SET matters_until = (
  SELECT max(substr(dossier.more, place.n - 10, 10)) FROM place
  WHERE substr(dossier.more, place.n, 13) = '","mandated":' AND substr(dossier.more, place.n - 19, 9) = '"until":"')
WHERE state = 'S15' AND outcome = 'deferred' AND merged IS NULL AND matters_until IS NULL;
UPDATE dossier SET due = matters_until
WHERE state = 'S15' AND outcome = 'deferred' AND matters_until IS NOT NULL AND due = '9999-12-31';
INSERT INTO open_matter (tenant, list, whom, due, dossier) SELECT tenant, 'put-off', tenant, due, id FROM dossier
WHERE state = 'S15' AND outcome = 'deferred' AND matters_until IS NOT NULL AND more NOT LIKE '%"overtaken":%';
INSERT INTO open_matter (tenant, list, whom, due, dossier) SELECT tenant, 'put-off', holder, due, id FROM dossier
WHERE state = 'S15' AND outcome = 'deferred' AND matters_until IS NOT NULL AND more NOT LIKE '%"overtaken":%' AND holder IS NOT NULL;
-- Each contribution is counted anew, as the program counts from now on.
DELETE FROM counter_part WHERE kind = 'journey';
INSERT INTO counter_part (tenant, kind, scope, part, cell, many)
SELECT t.tenant, 'journey', d.process, t.contribution,
  CASE WHEN t.track = 'withdrawn' THEN CASE WHEN t.part_of IS NULL THEN 'w||' ELSE 'pw||' END ELSE
    CASE WHEN t.part_of IS NOT NULL THEN 'p' ELSE
      'r' || CASE WHEN d.state = 'S1' THEN '' ELSE 's' END || CASE WHEN d.outcome IS NULL THEN '' ELSE 'd' END
      || CASE WHEN t.answered IS NULL THEN '' ELSE 'a' END END || '|'
    || CASE WHEN t.track IN ('along', 'fed-back') AND d.bounces >= 2 AND d.department IS NULL AND d.state IN ('S2', 'S3', 'S4') THEN '!'
      WHEN t.track IN ('along', 'fed-back') AND d.state NOT IN ('S0', 'S3a', 'S15', 'S17', 'S18', 'S19', 'S20')
        AND (d.matters_until IS NULL OR d.until <= d.matters_until) THEN coalesce(d.until, '')
      ELSE coalesce(d.matters_until, '') END || '|'
    || CASE WHEN t.part_of IS NOT NULL THEN '' ELSE coalesce(CAST((t.answered - t.received) / 86400000000 + 1 AS TEXT), '') END
  END, 1
FROM travelling t JOIN dossier d ON d.tenant = t.tenant AND d.id = t.dossier WHERE t.gone = FALSE
