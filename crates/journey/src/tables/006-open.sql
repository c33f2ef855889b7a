-- What lies open beside the way of dossiers, or in nobody's hands, listed for whom it waits and along the day on which it is due.
CREATE TABLE open_matter (
  tenant UUID NOT NULL,
  list TEXT NOT NULL,
  whom UUID NOT NULL,
  due TEXT NOT NULL,
  dossier UUID NOT NULL,
  PRIMARY KEY (tenant, list, whom, due, dossier)
);
-- What is there already. Which departments are to be heard stands in the dossier alone: those stand under the municipality
-- until their next step. Listed is what may stand there: whoever reads the list looks into the dossier.
INSERT INTO open_matter SELECT tenant, 'objections', tenant, due, id FROM dossier
WHERE matters_until IS NOT NULL AND more LIKE '%"objections":%';
INSERT INTO open_matter SELECT tenant, 'to-hear', tenant, due, id FROM dossier
WHERE matters_until IS NOT NULL AND more LIKE '%"touched":%';
INSERT INTO open_matter SELECT tenant, 'overtaken', tenant, due, id FROM dossier
WHERE matters_until IS NOT NULL AND more LIKE '%"overtaken":%';
INSERT INTO open_matter SELECT tenant, 'unchosen', holder, due, id FROM dossier
WHERE matters_until IS NOT NULL AND holder IS NOT NULL AND more LIKE '%"unchosen":%';
INSERT INTO open_matter SELECT tenant, 'unheld', tenant, due, id FROM dossier
WHERE holder IS NULL AND merged IS NULL AND (matters_until IS NOT NULL AND more LIKE '%"unchosen":%'
  OR state IN ('S5', 'S6', 'S7', 'S10') OR state = 'S8' AND asked IS NULL);
DROP INDEX dossier_by_matters
