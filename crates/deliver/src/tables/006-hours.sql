-- The time that volunteers gave. Nobody is named.
CREATE TABLE commitment_hours (
  tenant UUID NOT NULL,
  commitment UUID NOT NULL,
  number BIGINT NOT NULL,
  day TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  people BIGINT NOT NULL,
  private BOOLEAN NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at BIGINT NOT NULL,
  struck_at BIGINT,
  PRIMARY KEY (tenant, commitment, number)
);
CREATE INDEX commitment_by_volunteers ON commitment (tenant, made, id) WHERE hours IS NOT NULL OR doer = 'resident'
