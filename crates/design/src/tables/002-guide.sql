CREATE TABLE guide (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  saved BIGINT NOT NULL,
  saved_by UUID,
  PRIMARY KEY (tenant, process)
);
CREATE TABLE guide_answer (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  fact TEXT NOT NULL,
  value TEXT NOT NULL,
  answered_by UUID,
  answered BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, fact)
);
CREATE TABLE guide_aim (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  place BIGINT NOT NULL,
  effect TEXT NOT NULL,
  level TEXT,
  PRIMARY KEY (tenant, process, place),
  UNIQUE (tenant, process, effect)
);
CREATE TABLE guide_text (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  part TEXT NOT NULL,
  text UUID NOT NULL,
  PRIMARY KEY (tenant, process, part)
);
CREATE TABLE guide_rule (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  rule TEXT NOT NULL,
  stance TEXT NOT NULL,
  motive UUID,
  knowledge TEXT NOT NULL,
  chosen_by UUID,
  chosen BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, rule)
)
