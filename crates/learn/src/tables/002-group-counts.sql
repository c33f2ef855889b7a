-- What an organisation that helped people counts of them in a quarter: how many said, freely and apart from what they put in,
-- that taking part is harder for them. A number of a group: no person and no contribution stands here.
CREATE TABLE group_count (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  organisation UUID NOT NULL,
  quarter TEXT NOT NULL,
  harder BIGINT NOT NULL,
  silent BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, organisation, quarter)
);
CREATE INDEX group_count_by_quarter ON group_count (tenant, quarter, process, organisation);
-- A new fact is counted of every dossier: all of them are walked through once more.
UPDATE flow_count SET counted = NULL
