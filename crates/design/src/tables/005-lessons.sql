-- What was done with lessons of earlier processes, and how or why.
CREATE TABLE guide_lesson (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  lesson UUID NOT NULL,
  stance TEXT NOT NULL,
  words UUID NOT NULL,
  chosen_by UUID,
  chosen BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, lesson)
);
-- The guide as it was when a version of the charter was published: what residents read with that version.
CREATE TABLE charter_guide (
  tenant UUID NOT NULL,
  charter UUID NOT NULL,
  guide TEXT NOT NULL,
  PRIMARY KEY (tenant, charter)
);
-- From what a process was copied, and with what.
CREATE TABLE process_copy (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  template TEXT,
  origin UUID,
  PRIMARY KEY (tenant, process)
);
-- What holds for all processes of a municipality.
CREATE TABLE organisation_fact (
  tenant UUID NOT NULL,
  fact TEXT NOT NULL,
  value TEXT NOT NULL,
  answered_by UUID,
  answered BIGINT NOT NULL,
  PRIMARY KEY (tenant, fact)
)
