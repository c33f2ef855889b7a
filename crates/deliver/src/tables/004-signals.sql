-- What people inside heard of something that lies still: of a commitment, or of a dossier for which nothing was agreed.
CREATE TABLE commitment_signal (
  tenant UUID NOT NULL,
  matter UUID NOT NULL,
  signal TEXT NOT NULL,
  since_day TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, matter, signal, since_day)
);
CREATE INDEX commitment_by_holder ON commitment (tenant, stage, holder, department, process, area);
CREATE INDEX commitment_by_money_ends ON commitment (tenant, money_ends, id) WHERE money_ends IS NOT NULL AND due IS NOT NULL
