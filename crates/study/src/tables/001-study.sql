-- What was seen and heard of a process. No row leads to a respondent: there is a code, a kind of actor and words, and the words
-- lie in the store of texts, where they can be erased.
CREATE TABLE study_source (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  code TEXT NOT NULL,
  id UUID NOT NULL,
  kind TEXT NOT NULL,
  letter TEXT NOT NULL,
  number BIGINT NOT NULL,
  actors TEXT NOT NULL,
  day TEXT,
  minutes BIGINT,
  paper TEXT,
  title UUID,
  place UUID,
  may_quote BOOLEAN NOT NULL,
  single BOOLEAN NOT NULL,
  withdrawn TEXT,
  added BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, code),
  UNIQUE (tenant, id),
  UNIQUE (tenant, process, letter, number)
);
CREATE TABLE study_passage (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  source TEXT NOT NULL,
  number BIGINT NOT NULL,
  text UUID NOT NULL,
  PRIMARY KEY (tenant, process, source, number)
);
CREATE TABLE study_session (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  source TEXT NOT NULL,
  present BIGINT NOT NULL,
  unit TEXT NOT NULL,
  respect BIGINT NOT NULL,
  reasons BIGINT NOT NULL,
  listening BIGINT NOT NULL,
  missing UUID,
  PRIMARY KEY (tenant, process, source)
);
CREATE TABLE study_turn (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  source TEXT NOT NULL,
  seat BIGINT NOT NULL,
  spoken BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, source, seat)
);
CREATE TABLE study_code (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  means TEXT NOT NULL,
  added BIGINT NOT NULL,
  added_by UUID NOT NULL,
  same_as BIGINT,
  merged BIGINT,
  merged_by UUID,
  merge_reason TEXT,
  PRIMARY KEY (tenant, process, number)
);
CREATE TABLE study_coder (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  source TEXT NOT NULL,
  place BIGINT NOT NULL,
  coder UUID NOT NULL,
  done BIGINT,
  PRIMARY KEY (tenant, process, source, place),
  UNIQUE (tenant, process, source, coder)
);
-- «effect» is empty where only codes are put to a passage.
CREATE TABLE study_coding (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  source TEXT NOT NULL,
  place BIGINT NOT NULL,
  passage BIGINT NOT NULL,
  effect TEXT NOT NULL,
  direction TEXT,
  level TEXT,
  actor TEXT,
  whom UUID,
  basis TEXT,
  helped TEXT,
  hindered TEXT,
  codes TEXT NOT NULL,
  remark UUID,
  at BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, source, place, passage, effect)
);
CREATE TABLE study_settled (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  source TEXT NOT NULL,
  passage BIGINT NOT NULL,
  item TEXT NOT NULL,
  outcome TEXT NOT NULL,
  motive UUID NOT NULL,
  settled_by UUID NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, source, passage, item)
)
