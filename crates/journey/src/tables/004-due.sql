-- Until when nothing lies still; what lies still already stands first of all, what has no term last.
ALTER TABLE dossier ADD COLUMN due TEXT NOT NULL DEFAULT '9999-12-31';
UPDATE dossier SET due = CASE
  WHEN merged IS NOT NULL OR state IN ('S0', 'S15', 'S17', 'S18', 'S19', 'S20') THEN '9999-12-31'
  WHEN bounces >= 2 AND department IS NULL AND state IN ('S2', 'S3', 'S4') THEN '0001-01-01'
  WHEN until IS NULL OR matters_until < until THEN coalesce(matters_until, '9999-12-31')
  ELSE until END;
DROP INDEX dossier_by_state;
DROP INDEX dossier_by_process;
DROP INDEX dossier_by_department;
DROP INDEX dossier_by_asked;
DROP INDEX dossier_by_holder;
DROP INDEX dossier_by_matters;
CREATE INDEX dossier_by_state ON dossier (tenant, state, due, id);
CREATE INDEX dossier_by_process ON dossier (tenant, process, state, due, id);
-- What has no area, department or holder costs nothing here when it comes in.
CREATE INDEX dossier_by_area ON dossier (tenant, area, state, due, id) WHERE area IS NOT NULL;
CREATE INDEX dossier_by_department ON dossier (tenant, department, state, due, id) WHERE department IS NOT NULL;
CREATE INDEX dossier_by_asked ON dossier (tenant, asked, state, due, id) WHERE asked IS NOT NULL;
CREATE INDEX dossier_by_holder ON dossier (tenant, holder, state, due, id) WHERE holder IS NOT NULL;
CREATE INDEX dossier_by_matters ON dossier (tenant, due, id) WHERE matters_until IS NOT NULL
