-- What can be counted of each dossier and process, made anew from the journal whenever something changed. Nothing of a
-- person stands here: how a contribution came in, in which area, and how it went.
CREATE TABLE flow_fact (
  tenant UUID NOT NULL,
  subject UUID NOT NULL,
  number BIGINT NOT NULL,
  measure TEXT NOT NULL,
  kind TEXT NOT NULL,
  part TEXT NOT NULL,
  day TEXT NOT NULL,
  process UUID NOT NULL,
  department UUID,
  area UUID,
  channel TEXT,
  days BIGINT,
  many BIGINT NOT NULL,
  PRIMARY KEY (tenant, subject, number)
);
CREATE INDEX flow_fact_by_day ON flow_fact (tenant, day, measure);
CREATE INDEX flow_fact_by_measure ON flow_fact (tenant, measure, day);
-- When the facts of a dossier change although nobody does anything.
CREATE TABLE flow_turn (
  tenant UUID NOT NULL,
  subject UUID NOT NULL,
  turns TEXT NOT NULL,
  PRIMARY KEY (tenant, subject)
);
CREATE INDEX flow_turn_by_day ON flow_turn (tenant, turns, subject);
CREATE TABLE flow_count (
  tenant UUID NOT NULL,
  counted BIGINT,
  planned BIGINT NOT NULL,
  PRIMARY KEY (tenant)
);
CREATE TABLE flow_setting (
  tenant UUID NOT NULL,
  smallest BIGINT NOT NULL,
  PRIMARY KEY (tenant)
)
