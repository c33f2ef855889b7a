-- What a municipality adds to what research says, whole, in versions: the highest holds.
CREATE TABLE known_addition (
  tenant UUID NOT NULL,
  version BIGINT NOT NULL,
  saved BIGINT NOT NULL,
  saved_by UUID,
  change TEXT NOT NULL,
  digest TEXT NOT NULL,
  toml TEXT NOT NULL,
  PRIMARY KEY (tenant, version)
);
-- The rules that a municipality has set for itself, whole, in versions; one that is not published is being written.
CREATE TABLE regulation (
  tenant UUID NOT NULL,
  version BIGINT NOT NULL,
  starts TEXT,
  published BIGINT,
  saved BIGINT NOT NULL,
  saved_by UUID,
  body TEXT NOT NULL,
  PRIMARY KEY (tenant, version)
);
-- What an officer answered about an obligation in a process, and why the process deviates from it.
CREATE TABLE obligation_answer (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  obligation TEXT NOT NULL,
  answer TEXT,
  motive UUID,
  answered_by UUID,
  answered BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, obligation)
);
-- How a charter stood to each obligation on the day it was published, under the version that held then.
CREATE TABLE obligation_outcome (
  tenant UUID NOT NULL,
  charter UUID NOT NULL,
  place BIGINT NOT NULL,
  process UUID NOT NULL,
  version BIGINT NOT NULL,
  article TEXT NOT NULL,
  obligation TEXT NOT NULL,
  outcome TEXT NOT NULL,
  motive UUID,
  day TEXT NOT NULL,
  holds BOOLEAN NOT NULL,
  PRIMARY KEY (tenant, charter, place)
);
CREATE INDEX obligation_outcome_by_process ON obligation_outcome (tenant, process);
CREATE INDEX obligation_outcome_by_day ON obligation_outcome (tenant, day);
-- What an officer answered to a question of a toets about a process.
CREATE TABLE toets_answer (
  tenant UUID NOT NULL,
  process UUID NOT NULL,
  toets TEXT NOT NULL,
  question TEXT NOT NULL,
  verdict TEXT NOT NULL,
  motive UUID,
  answered_by UUID,
  answered BIGINT NOT NULL,
  PRIMARY KEY (tenant, process, toets, question)
)
