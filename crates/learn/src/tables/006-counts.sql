-- What else was counted of who took part: numbers with their source, never of a person.
CREATE TABLE evaluation_count (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  what TEXT NOT NULL,
  source TEXT NOT NULL,
  counted BIGINT,
  among BIGINT,
  unsaid BIGINT,
  PRIMARY KEY (tenant, process, version, what)
);
CREATE TABLE evaluation_stratum (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  place BIGINT NOT NULL,
  name TEXT NOT NULL,
  delivered BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, version, place)
);
CREATE TABLE evaluation_channel (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  place BIGINT NOT NULL,
  name TEXT NOT NULL,
  joined BIGINT NOT NULL,
  hours BIGINT,
  cents BIGINT,
  PRIMARY KEY (tenant, process, version, place)
)
