-- Who took part beside who lives there: numbers of groups, never of a person.
CREATE TABLE evaluation_reach (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  characteristic TEXT NOT NULL,
  population_source TEXT NOT NULL,
  source TEXT NOT NULL,
  unsaid BIGINT,
  PRIMARY KEY (tenant, process, version, characteristic)
);
CREATE TABLE evaluation_group (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  characteristic TEXT NOT NULL,
  place BIGINT NOT NULL,
  name TEXT NOT NULL,
  population BIGINT NOT NULL,
  began BIGINT NOT NULL,
  stayed BIGINT,
  PRIMARY KEY (tenant, process, version, characteristic, place)
);
CREATE TABLE evaluation_stayed (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  began BIGINT NOT NULL,
  stayed BIGINT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (tenant, process, version)
)
