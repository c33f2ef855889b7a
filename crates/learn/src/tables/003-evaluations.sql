CREATE TABLE evaluation (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  saved BIGINT NOT NULL,
  finished BIGINT,
  effective BIGINT,
  none_found BOOLEAN NOT NULL,
  reason UUID,
  findings TEXT,
  PRIMARY KEY (tenant, process, version)
);
CREATE INDEX evaluation_finished ON evaluation (tenant, finished, process);
CREATE TABLE evaluation_text (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  part TEXT NOT NULL,
  text UUID NOT NULL,
  PRIMARY KEY (tenant, process, version, part)
);
CREATE TABLE evaluation_means (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  kind TEXT NOT NULL,
  planned BIGINT,
  used BIGINT,
  PRIMARY KEY (tenant, process, version, kind)
);
CREATE TABLE evaluation_lesson (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  lesson UUID NOT NULL,
  kept BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, lesson)
);
CREATE TABLE evaluation_waiver (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  motive UUID NOT NULL,
  waived BIGINT NOT NULL,
  PRIMARY KEY (tenant, process)
);
CREATE TABLE evaluation_elsewhere (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  taken BIGINT NOT NULL,
  findings TEXT NOT NULL,
  PRIMARY KEY (tenant, id)
)
