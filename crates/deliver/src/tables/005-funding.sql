-- Whether its money is there, and how much is needed while it is not: only the holder of a budget commits it.
ALTER TABLE commitment ADD COLUMN funding TEXT NOT NULL DEFAULT 'own';
ALTER TABLE commitment ADD COLUMN needed BIGINT NOT NULL DEFAULT 0;
-- What was promised before stays as it was promised.
UPDATE commitment SET funding = CASE WHEN means_of IS NOT NULL THEN 'given' WHEN promised = 0 THEN 'none' ELSE 'own' END;
CREATE INDEX commitment_by_funding ON commitment (tenant, funding, due, id)
