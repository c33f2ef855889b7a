-- What was there before, and what is there now. Everybody sees it. Who took it is not kept.
CREATE TABLE commitment_photo (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  commitment UUID NOT NULL,
  moment TEXT NOT NULL,
  description UUID NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX commitment_photo_by_commitment ON commitment_photo (tenant, commitment, at, id)
