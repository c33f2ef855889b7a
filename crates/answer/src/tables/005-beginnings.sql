-- Words of a municipality with which an answer begins, in the place of those that are shipped. Written for many answers: they hold
-- nothing about a person.
CREATE TABLE answer_beginning (
  tenant UUID NOT NULL,
  outcome TEXT NOT NULL,
  language TEXT NOT NULL,
  done TEXT,
  criterion TEXT,
  why_not TEXT,
  coming TEXT,
  saved BIGINT NOT NULL,
  PRIMARY KEY (tenant, outcome, language)
)
