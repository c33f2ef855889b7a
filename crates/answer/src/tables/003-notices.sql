-- A message to the authors of a dossier beside an answer: that something waits for their word, or what was found. Written
-- once for each matter and occasion, and brought as answers are.
CREATE TABLE notice (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  dossier UUID NOT NULL,
  matter UUID NOT NULL,
  about TEXT NOT NULL,
  occasion TEXT NOT NULL,
  subject UUID NOT NULL,
  words UUID NOT NULL,
  at BIGINT NOT NULL,
  closed BOOLEAN NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX notice_by_matter ON notice (tenant, matter, about, occasion);
-- Where it is set, the delivery brings this notice, and the column «answer» holds the same id.
ALTER TABLE delivery ADD COLUMN notice UUID;
CREATE INDEX delivery_by_notice ON delivery (tenant, notice, contribution)
