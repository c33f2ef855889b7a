-- A review of literature of the municipality's own: the search, how far studies came, the code book and what was coded.
CREATE TABLE review_plan (
  tenant UUID NOT NULL,
  question TEXT NOT NULL,
  searched TEXT NOT NULL,
  terms TEXT NOT NULL,
  criteria TEXT NOT NULL,
  year_from BIGINT,
  year_until BIGINT,
  saved BIGINT NOT NULL,
  PRIMARY KEY (tenant)
);
CREATE TABLE review_step (
  tenant UUID NOT NULL,
  step TEXT NOT NULL,
  reached BIGINT NOT NULL,
  PRIMARY KEY (tenant, step)
);
CREATE TABLE review_reason (
  tenant UUID NOT NULL,
  step TEXT NOT NULL,
  reason TEXT NOT NULL,
  gone BIGINT NOT NULL,
  PRIMARY KEY (tenant, step, reason)
);
CREATE TABLE review_study (
  tenant UUID NOT NULL,
  number BIGINT NOT NULL,
  title TEXT NOT NULL,
  year BIGINT NOT NULL,
  via TEXT NOT NULL,
  added BIGINT NOT NULL,
  PRIMARY KEY (tenant, number)
);
CREATE TABLE review_code (
  tenant UUID NOT NULL,
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  since TEXT NOT NULL,
  coder UUID NOT NULL,
  reason TEXT NOT NULL,
  same_as TEXT,
  PRIMARY KEY (tenant, number)
);
CREATE TABLE review_coding (
  tenant UUID NOT NULL,
  study BIGINT NOT NULL,
  number BIGINT NOT NULL,
  code TEXT NOT NULL,
  direction TEXT NOT NULL,
  basis TEXT NOT NULL,
  observed BOOLEAN NOT NULL,
  factors TEXT NOT NULL,
  passage TEXT NOT NULL,
  coder UUID NOT NULL,
  PRIMARY KEY (tenant, study, number)
)
