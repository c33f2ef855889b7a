-- Sheets of paper that were typed in as part of a batch: whether a second person laid each beside what was typed, and what stood
-- there before it was corrected.
CREATE TABLE paper_sheet (
  tenant UUID NOT NULL,
  contribution UUID NOT NULL,
  batch UUID NOT NULL,
  process UUID NOT NULL,
  recorder UUID NOT NULL,
  waits BOOLEAN NOT NULL,
  checked BIGINT,
  checked_by UUID,
  was_title TEXT,
  was_body TEXT,
  PRIMARY KEY (tenant, contribution)
);
CREATE INDEX paper_sheet_waiting ON paper_sheet (tenant, waits, batch, contribution);
CREATE INDEX paper_sheet_batch ON paper_sheet (tenant, waits, batch, recorder);
-- What lies typed in already waits as well, where residents can still join in: nobody looks for the paper of what is over.
INSERT INTO paper_sheet (tenant, contribution, batch, process, recorder, waits)
SELECT c.tenant, c.id, c.batch, c.process, c.recorder, TRUE FROM contribution c
WHERE c.channel = 'paper' AND c.batch IS NOT NULL AND c.recorder IS NOT NULL AND c.withdrawn IS NULL AND c.erased = FALSE
  AND EXISTS (SELECT 1 FROM process p WHERE p.tenant = c.tenant AND p.id = c.process AND p.state = 'published')
