-- Whether a dossier calls for whoever assigns, by an objection or because nobody is there who holds it; nothing where none can. What
-- does not call is listed by itself, without reading past all that does.
ALTER TABLE dossier ADD COLUMN called BOOLEAN;
UPDATE dossier SET called = (
  more LIKE '%"objections":%' AND state NOT IN ('S7', 'S10')
  OR more LIKE '%"absent":%' AND state <> 'S4' AND merged IS NULL
  OR more LIKE '%"unchosen":%' AND state NOT IN ('S7', 'S10') AND holder IS NULL
  OR holder IS NULL AND merged IS NULL AND (state IN ('S5', 'S6', 'S7', 'S10') OR state = 'S8' AND asked IS NULL))
WHERE state IN ('S4', 'S5', 'S6', 'S6a', 'S7', 'S8', 'S10', 'S11', 'S12');
CREATE INDEX dossier_by_uncalled ON dossier (tenant, state, due, id) WHERE called = FALSE
