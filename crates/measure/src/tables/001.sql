-- What is measured of a process, when, and what people are asked. Nothing here is about a person.
CREATE TABLE measure_plan (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  saved BIGINT NOT NULL,
  saved_by UUID,
  PRIMARY KEY (tenant, process)
);
CREATE TABLE measure_choice (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  indicator TEXT NOT NULL,
  kept BOOLEAN NOT NULL,
  motive UUID,
  chosen BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, indicator)
);
CREATE TABLE measure_wave (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  wave TEXT NOT NULL,
  opens TEXT NOT NULL,
  closes TEXT NOT NULL,
  invited BIGINT,
  released BOOLEAN NOT NULL,
  PRIMARY KEY (tenant, process, wave)
);
CREATE TABLE measure_asked (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  round TEXT NOT NULL,
  statement TEXT NOT NULL,
  place BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, round, statement)
);
-- One filled-in questionnaire: a random id, a day and no moment. The link stands for a code that somebody keeps.
CREATE TABLE measure_sheet (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  process UUID NOT NULL,
  wave TEXT NOT NULL,
  took_part BOOLEAN NOT NULL,
  way TEXT NOT NULL,
  day TEXT NOT NULL,
  link UUID,
  batch UUID,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX measure_sheet_by_wave ON measure_sheet (tenant, process, wave);
CREATE INDEX measure_sheet_by_link ON measure_sheet (tenant, process, link);
CREATE INDEX measure_sheet_by_batch ON measure_sheet (tenant, batch);
CREATE TABLE measure_answer (
  tenant UUID NOT NULL,
  sheet UUID NOT NULL,
  question TEXT NOT NULL,
  answer BIGINT NOT NULL,
  PRIMARY KEY (tenant, sheet, question)
);
-- The keyed digests of codes, until nobody needs them any more. What they lead to stays, without a way back to a person.
CREATE TABLE measure_code (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  digest TEXT NOT NULL,
  link UUID NOT NULL,
  PRIMARY KEY (tenant, process, digest)
);
