DROP INDEX dossier_by_since;
DROP INDEX dossier_by_process;
DROP INDEX dossier_by_department;
DROP INDEX dossier_by_asked;
CREATE INDEX dossier_by_state ON dossier (tenant, state, since, id);
CREATE INDEX dossier_by_process ON dossier (tenant, process, state, since, id);
CREATE INDEX dossier_by_department ON dossier (tenant, department, state, since, id);
CREATE INDEX dossier_by_asked ON dossier (tenant, asked, state, since, id);
CREATE INDEX dossier_by_holder ON dossier (tenant, holder, state, since, id);
-- What is there already, each contribution in its cell, as the program counts from now on.
INSERT INTO counter_part (tenant, kind, scope, part, cell, many)
SELECT t.tenant, 'journey', d.process, t.contribution,
  CASE WHEN t.track = 'withdrawn' THEN 'w||' ELSE
    'r' || CASE WHEN d.state = 'S1' THEN '' ELSE 's' END || CASE WHEN d.outcome IS NULL THEN '' ELSE 'd' END
    || CASE WHEN t.answered IS NULL THEN '' ELSE 'a' END || '|'
    || CASE WHEN t.track NOT IN ('along', 'fed-back') THEN ''
      WHEN d.bounces >= 2 AND d.department IS NULL AND d.state IN ('S2', 'S3', 'S4') THEN '!'
      WHEN d.state IN ('S15', 'S17', 'S18', 'S19', 'S20') THEN '' ELSE coalesce(d.until, '') END || '|'
    || coalesce(CAST((t.answered - t.received) / 86400000000 + 1 AS TEXT), '')
  END, 1
FROM travelling t JOIN dossier d ON d.tenant = t.tenant AND d.id = t.dossier WHERE t.gone = FALSE;
